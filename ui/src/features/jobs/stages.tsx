import { CircleCheck, CircleDashed, CircleDot, FilePlus } from "lucide-react";
import { PageLink, path, useGo, useToday } from "@/app";
import { Amount, Button, Card, Chip, ErrorNotice, Section } from "@/components";
import { date, money, percent, relativeDay } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { JobView, Schedule, StageKind, StageView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import table from "@/parts/records/Records.module.css";
import css from "./Jobs.module.css";

const stageWords = {
  whole: "jobs.stages.whole",
  retainer: "jobs.stages.retainerPart",
  balance: "jobs.stages.balance",
} as const;

function scheduleWords(schedule: Schedule): string {
  if (schedule.kind === "atOnce") return t("jobs.stages.atOnce");
  return t("jobs.stages.retainer", {
    retainer: percent(schedule.retainer),
    days: schedule.balanceDaysBeforeEvent,
  });
}

/** The parts of the price, each with its day and the invoice it became. */
export function Stages({ view }: { view: JobView }) {
  const go = useGo();
  const make = useMutationCommand("job.invoiceStage");
  const makeInvoice = async (stage: StageKind) => {
    try {
      const draft = await make.run({ job: view.id, stage });
      go(path("drafts", draft.id));
    } catch {
      // Shown above the parts through make.error.
    }
  };
  return (
    <Section title={t("jobs.stages.title")} aside={scheduleWords(view.job.schedule)}>
      {make.error && <ErrorNotice error={make.error} />}
      {view.stages.length === 0 ? (
        <p className={css.quiet}>{t("jobs.stages.none")}</p>
      ) : (
        <Card>
          <div className={table.scroll}>
            <table className={table.table} aria-label={t("jobs.stages.title")}>
              <thead>
                <tr>
                  <th scope="col">{t("jobs.stages.stage")}</th>
                  <th scope="col">{t("jobs.stages.due")}</th>
                  <th scope="col" className={table.end}>
                    {t("jobs.stages.amount")}
                  </th>
                  <th scope="col">{t("jobs.stages.invoice")}</th>
                </tr>
              </thead>
              <tbody>
                {view.stages.map((stage) => (
                  <StageLine
                    key={stage.kind}
                    stage={stage}
                    isPending={make.isPending}
                    onMake={() => void makeInvoice(stage.kind)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </Section>
  );
}

interface StageLineProps {
  stage: StageView;
  isPending: boolean;
  onMake: () => void;
}

function StageLine({ stage, isPending, onMake }: StageLineProps) {
  return (
    <tr>
      <td className={css.middle}>
        <b className={css.name}>{t(stageWords[stage.kind])}</b>
      </td>
      <td className={css.middle}>
        <StageDue stage={stage} />
      </td>
      <td className={table.end}>
        <span className={css.middle}>
          <Amount value={stage.amount} />
        </span>
      </td>
      <td>
        {stage.invoice === null ? (
          <Button icon={FilePlus} isDisabled={isPending} onPress={onMake}>
            {t("jobs.stages.make")}
          </Button>
        ) : (
          <StageInvoice stage={stage} />
        )}
      </td>
    </tr>
  );
}

function StageDue({ stage }: { stage: StageView }) {
  const today = useToday();
  if (stage.dueOn === null) {
    const words = stage.kind === "whole" ? "jobs.stages.noDue" : "jobs.stages.noDate";
    return <span className={css.quiet}>{t(words)}</span>;
  }
  return (
    <>
      {date(stage.dueOn)}
      {stage.invoice === null && (
        <small className={table.note}>{relativeDay(stage.dueOn, today)}</small>
      )}
    </>
  );
}

function StageInvoice({ stage }: { stage: StageView }) {
  const { invoice } = stage;
  if (invoice === null) return null;
  const to = invoice.isDraft ? path("drafts", invoice.id) : path("invoices", invoice.id);
  return (
    <span className={css.stageInvoice}>
      <PageLink to={to} className={table.link}>
        {invoice.number || t("jobs.stages.draft")}
      </PageLink>
      {invoice.isDraft ? (
        invoice.number !== "" && <Chip icon={CircleDashed}>{t("jobs.stages.draft")}</Chip>
      ) : invoice.open.minor > 0 ? (
        <Chip tone="calm" icon={CircleDot}>
          {t("jobs.stages.open", { amount: money(invoice.open) })}
        </Chip>
      ) : (
        <Chip tone="good" icon={CircleCheck}>
          {t("jobs.stages.paid")}
        </Chip>
      )}
    </span>
  );
}
