import { useParams } from "@tanstack/react-router";
import { ArrowLeft, FileCheck } from "lucide-react";
import { useState } from "react";
import { path, useGo, useToday } from "@/app";
import {
  Button,
  Checkbox,
  DateField,
  ErrorNotice,
  PageHeader,
  PdfView,
  Section,
  Skeleton,
} from "@/components";
import type { CivilDate } from "@/lib/clock";
import { t } from "@/lib/i18n";
import type { StatementReview } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { EnvelopeSwitch, EnvelopeWindow, useOwnEnvelope } from "@/parts/EnvelopeWindow";
import { MoneyList } from "@/parts/records/MoneyList";
import paperPage from "@/parts/PaperPage.module.css";
import css from "./Statements.module.css";

/** What a client owes and how it came to that, before it is made. */
export function StatementPage() {
  const { id = "" } = useParams({ strict: false });
  const [from, setFrom] = useState<CivilDate | null>(null);
  const review = useQueryCommand("statement.review", { client: id, from }, { keepPrevious: true });
  if (review.isError || review.data === undefined) {
    return (
      <>
        <PageHeader title={t("statements.title")} actions={<Back id={id} />} />
        <div className={paperPage.notice}>
          {review.isError ? (
            <ErrorNotice error={review.error} onRetry={() => void review.refetch()} />
          ) : (
            <Skeleton lines={8} />
          )}
        </div>
      </>
    );
  }
  return <Review id={id} review={review.data} chosen={from} onFrom={setFrom} />;
}

function Back({ id }: { id: string }) {
  const go = useGo();
  return (
    <Button kind="quiet" icon={ArrowLeft} onPress={() => go(path("clients", id))}>
      {t("statements.back")}
    </Button>
  );
}

interface ReviewProps {
  id: string;
  review: StatementReview;
  chosen: CivilDate | null;
  onFrom: (from: CivilDate | null) => void;
}

function Review({ id, review, chosen, onFrom }: ReviewProps) {
  const today = useToday();
  const isMade = review.problem === null;
  return (
    <>
      <PageHeader
        title={t("statements.title")}
        subtitle={t("statements.subtitle", { client: review.clientName })}
        actions={<Back id={id} />}
      />
      <div className={paperPage.columns}>
        <div className={css.desk}>
          {isMade ? (
            <Sheet id={id} from={chosen} client={review.clientName} />
          ) : (
            <div className={css.problem} role="alert">
              <b>{t("statements.problem")}</b>
              <p>{review.problem}</p>
            </div>
          )}
        </div>
        <aside className={paperPage.side} aria-label={t("statements.side")}>
          <Section title={t("statements.owed")}>
            <b className={css.owed}>
              <MoneyList amounts={review.owed} empty={t("statements.nothing")} />
            </b>
          </Section>
          <DateField
            label={t("statements.from")}
            description={t("statements.fromNote")}
            value={review.from}
            onChange={onFrom}
            max={today}
            today={today}
          />
          <Section title={t("statements.to")}>
            <p className={paperPage.hint}>
              {review.to.length === 0 ? t("statements.noTo") : review.to.join(", ")}
            </p>
          </Section>
          <Make key={String(review.isOverdue)} id={id} review={review} from={chosen} />
        </aside>
      </div>
    </>
  );
}

function Sheet({ id, from, client }: { id: string; from: CivilDate | null; client: string }) {
  const page = useBytesCommand("statement.preview", { client: id, from }, { keepPrevious: true });
  const envelope = useOwnEnvelope();
  const [showsWindow, setShowsWindow] = useState(false);
  if (page.isError) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  return (
    <div className={css.paper}>
      {envelope !== null && (
        <EnvelopeSwitch envelope={envelope} isShown={showsWindow} onChange={setShowsWindow} />
      )}
      <PdfView
        bytes={page.data}
        name={t("statements.paper", { client })}
        overlay={
          showsWindow && envelope !== null ? <EnvelopeWindow envelope={envelope} /> : undefined
        }
      />
    </div>
  );
}

interface MakeProps {
  id: string;
  review: StatementReview;
  from: CivilDate | null;
}

function Make({ id, review, from }: MakeProps) {
  const go = useGo();
  const make = useMutationCommand("statement.make");
  const mustLook = review.isOverdue && !review.isChecked;
  const [checked, setChecked] = useState(false);
  const run = async () => {
    try {
      const made = await make.run({ client: id, from, checked });
      go(path("documents", made.document, "view"));
    } catch {
      // Shown above the button.
    }
  };
  return (
    <div className={css.make}>
      {mustLook && (
        <Checkbox isSelected={checked} onChange={setChecked} note={t("statements.checkedNote")}>
          {t("statements.checked")}
        </Checkbox>
      )}
      {make.error && <ErrorNotice error={make.error} />}
      <Button
        kind="primary"
        icon={FileCheck}
        wide
        isPending={make.isPending}
        isDisabled={review.problem !== null || (mustLook && !checked)}
        onPress={() => void run()}
      >
        {t("statements.make")}
      </Button>
      <p className={paperPage.hint}>{t("statements.makeNote")}</p>
    </div>
  );
}
