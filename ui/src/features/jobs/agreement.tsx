import { Eye, FileText, Hash, Pencil, Quote, ScrollText } from "lucide-react";
import { useState } from "react";
import { Button, Card, Chip, EmptyState, Section } from "@/components";
import { date, fileSize } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { FileView, JobView, Term } from "@/lib/ipc/bindings.gen";
import { AgreementDialog } from "./agreementForm";
import { FileDialog } from "./fileDialog";
import css from "./Jobs.module.css";

/** What was signed: terms as facts that letters quote or cite, and the paper itself. */
export function AgreementSection({ view }: { view: JobView }) {
  const [isEditing, setEditing] = useState(false);
  const [shown, setShown] = useState<FileView | null>(null);
  const { agreement } = view;
  return (
    <Section
      title={t("jobs.agreement.title")}
      actions={
        agreement !== null && (
          <Button kind="quiet" icon={Pencil} onPress={() => setEditing(true)}>
            {t("jobs.agreement.edit")}
          </Button>
        )
      }
    >
      {agreement === null ? (
        <Card>
          <EmptyState
            isCompact
            icon={ScrollText}
            title={t("jobs.agreement.none.title")}
            text={t("jobs.agreement.none.text")}
            action={<Button onPress={() => setEditing(true)}>{t("jobs.agreement.add")}</Button>}
          />
        </Card>
      ) : (
        <Card rows>
          <div className={css.agreementHead}>
            <div>
              <b className={css.name}>{agreement.agreement.title}</b>
              <p className={css.hint}>
                {agreement.agreement.signedOn === null
                  ? t("jobs.agreement.notSigned")
                  : t("jobs.agreement.signed", {
                      date: date(agreement.agreement.signedOn, "long"),
                    })}
              </p>
            </div>
            <FileLine file={agreement.file} onView={setShown} />
          </div>
          {agreement.agreement.terms.map((term, place) => (
            <TermLine key={place} term={term} />
          ))}
          <p className={css.explain}>
            {agreement.agreement.terms.length === 0
              ? t("jobs.agreement.noTerms")
              : t("jobs.agreement.explain")}
          </p>
        </Card>
      )}
      {isEditing && (
        <AgreementDialog job={view.id} view={agreement} onClose={() => setEditing(false)} />
      )}
      {shown !== null && <FileDialog file={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}

function FileLine({ file, onView }: { file: FileView | null; onView: (file: FileView) => void }) {
  if (file === null) return <p className={css.hint}>{t("jobs.agreement.noFile")}</p>;
  return (
    <div className={css.file}>
      <FileText className="icon" aria-hidden />
      <span className={css.fileName} title={file.name}>
        {file.name}
      </span>
      <span className={css.hint}>{fileSize(file.size)}</span>
      <Button icon={Eye} onPress={() => onView(file)}>
        {t("jobs.agreement.view")}
      </Button>
    </div>
  );
}

function TermLine({ term }: { term: Term }) {
  const where = [
    term.clause === "" ? "" : t("jobs.agreement.clause", { clause: term.clause }),
    term.page === null ? "" : t("jobs.agreement.page", { page: term.page }),
    term.days === null ? "" : t("jobs.agreement.days", { days: term.days }),
  ].filter((part) => part !== "");
  return (
    <div className={css.term}>
      <div className={css.termHead}>
        <b className={css.name}>{t(`jobs.term.${term.kind}`)}</b>
        <span className={css.hint}>{where.join(" · ")}</span>
        <span className={css.termChip}>
          {term.words === "" ? (
            <Chip icon={Hash}>{t("jobs.agreement.cited")}</Chip>
          ) : (
            <Chip tone="calm" icon={Quote}>
              {t("jobs.agreement.quoted")}
            </Chip>
          )}
        </span>
      </div>
      {term.words === "" ? (
        <p className={css.hint}>{t("jobs.agreement.citedNote")}</p>
      ) : (
        <blockquote className={css.words}>{term.words}</blockquote>
      )}
    </div>
  );
}
