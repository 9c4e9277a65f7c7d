import { useParams } from "@tanstack/react-router";
import { CircleCheck, FileDown, Mail } from "lucide-react";
import { useState } from "react";
import { path, useGo, useToday } from "@/app";
import { Button, Chip, CopyButton, ErrorNotice, PageHeader, Section, Skeleton } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseView, DocumentRow } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { HandOverDialog } from "@/parts/HandOverDialog";
import { PrintButton } from "@/parts/PaperActs";
import { openAsMail, savePaper } from "@/parts/papers";
import css from "./Letters.module.css";
import { LetterSheets } from "./sheets";

/** A letter that is final: what can be done with it, and the question whether it left the house. */
export function LetterMadePage() {
  const { id = "", document: documentId = "" } = useParams({ strict: false });
  const query = useQueryCommand("case.get", { id });
  if (query.isError) {
    return (
      <div className={css.notice}>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data === undefined) return <Skeleton lines={8} />;
  const letter = query.data.documents.find((document) => document.id === documentId);
  if (letter === undefined) return <Gone id={id} />;
  return <Made view={query.data} letter={letter} />;
}

function Gone({ id }: { id: string }) {
  const go = useGo();
  return (
    <PageHeader
      title={t("letters.made.gone")}
      actions={<Button onPress={() => go(path("cases", id))}>{t("letters.back")}</Button>}
    />
  );
}

function Made({ view, letter }: { view: CaseView; letter: DocumentRow }) {
  const go = useGo();
  const today = useToday();
  const bytes = useBytesCommand("document.bytes", { id: letter.id });
  const text = useQueryCommand("document.text", { id: letter.id });
  const kind = t(`parts.document.${letter.kind}`);
  const back = () => go(path("cases", view.id));
  return (
    <>
      <PageHeader
        title={kind}
        status={
          letter.handedOverOn !== null && (
            <Chip tone="good" icon={CircleCheck}>
              {t("letters.made.done", { date: date(letter.handedOverOn) })}
            </Chip>
          )
        }
        subtitle={t("letters.made.subtitle", {
          client: view.clientName,
          date: date(letter.madeOn, "long"),
        })}
        actions={
          <Button kind="quiet" onPress={back}>
            {t("letters.back")}
          </Button>
        }
      />
      <div className={css.columns}>
        <LetterSheets
          name={letter.title}
          bytes={bytes.data}
          error={bytes.error}
          onRetry={() => void bytes.refetch()}
          subject={text.data?.subject ?? ""}
          text={text.data?.text ?? ""}
        />
        <aside className={css.side} aria-label={t("letters.made.side")}>
          <Section title={t("letters.made.hand")}>
            <p className={css.hint}>{t("letters.made.handText")}</p>
            {letter.handedOverOn === null && view.checkedOn !== today && <LookFirst view={view} />}
            <div className={css.acts}>
              <PrintButton id={letter.id} name={letter.title} wide />
              <Button icon={Mail} wide onPress={() => void openAsMail(letter.id, letter.title)}>
                {t("letters.made.mail")}
              </Button>
              <Button icon={FileDown} wide onPress={() => void savePaper(letter.id, letter.title)}>
                {t("letters.made.save")}
              </Button>
              {text.data !== undefined && (
                <CopyButton text={text.data.text} label={t("letters.made.copy")} />
              )}
            </div>
          </Section>
          <Question view={view} letter={letter} onLater={back} />
          <Section title={t("letters.hash.title")}>
            <p className={css.hint}>{t("letters.hash.note")}</p>
            <div className={css.hash}>
              <code>{letter.sha256}</code>
              <CopyButton text={letter.sha256} />
            </div>
          </Section>
        </aside>
      </div>
    </>
  );
}

/** A letter made on an earlier day leaves only after today was looked at, too. */
function LookFirst({ view }: { view: CaseView }) {
  const checked = useMutationCommand("case.checked");
  return (
    <div className={css.look}>
      <p>{t("letters.made.lookFirst")}</p>
      {checked.error && <ErrorNotice error={checked.error} />}
      <Button
        isPending={checked.isPending}
        onPress={() => void checked.run({ case: view.id }).catch(() => undefined)}
      >
        {t("letters.check.payments_checked.act")}
      </Button>
    </div>
  );
}

function Question({
  view,
  letter,
  onLater,
}: {
  view: CaseView;
  letter: DocumentRow;
  onLater: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  if (letter.handedOverOn !== null) {
    return (
      <section className={css.answered}>
        <b>{t("letters.made.done", { date: date(letter.handedOverOn, "long") })}</b>
        <p>{t("letters.made.doneText")}</p>
      </section>
    );
  }
  return (
    <section className={css.question} aria-label={t("letters.made.question")}>
      <b>{t("letters.made.question")}</b>
      <p>{t("letters.made.questionText")}</p>
      <div className={css.acts}>
        <Button kind="primary" wide onPress={() => setOpen(true)}>
          {t("letters.made.yes")}
        </Button>
        <Button kind="quiet" wide onPress={onLater}>
          {t("letters.made.later")}
        </Button>
      </div>
      {isOpen && (
        <HandOverDialog
          letter={letter}
          people={view.people}
          onClose={() => setOpen(false)}
          onDone={onLater}
        />
      )}
    </section>
  );
}
