import type { ReactNode } from "react";
import { useState } from "react";
import { path, useGo, useToday } from "@/app";
import { Button, ErrorNotice, notify } from "@/components";
import { names } from "@/components/names";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseView, DocumentRow, RungView, StepKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import { HandOverDialog } from "@/parts/HandOverDialog";
import css from "./Cases.module.css";
import type { CaseDialog } from "./page";
import { whyWords } from "./rungs";

interface NextProps {
  view: CaseView;
  onDialog: (dialog: CaseDialog) => void;
  onPay: () => void;
}

/** The one thing to do now; in the accent only while it needs the owner. */
export function NextCard(props: NextProps) {
  const { view } = props;
  if (view.closedOn !== null) return <ClosedCard view={view} />;
  if (view.proposesPaid) return <PaidCard view={view} />;
  const made = waitingLetter(view);
  if (made !== null) return <MadeCard view={view} letter={made} />;
  if (view.doNotContact) return <NoContactCard view={view} />;
  if (view.next === null) return <FinishedCard view={view} />;
  if (view.next.state !== "now") return <WaitCard view={view} next={view.next} />;
  return <StepCard {...props} next={view.next} />;
}

interface CardProps {
  title: string;
  text?: ReactNode;
  hot?: boolean;
  label?: string;
  children?: ReactNode;
}

function NextShape({ title, text, hot, label, children }: CardProps) {
  return (
    <section className={names(css.next, hot && css.hot)} aria-label={t("cases.next.title")}>
      <h2>{label ?? t("cases.next.title")}</h2>
      <b>{title}</b>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className={css.nextActs}>{children}</div>}
    </section>
  );
}

/** A letter that was made for a step that is not done yet: the newest one. */
function waitingLetter(view: CaseView): DocumentRow | null {
  const isUndone = (kind: StepKind) =>
    view.ladder.some(
      (rung) => rung.kind === kind && rung.state !== "done" && rung.state !== "skipped",
    );
  const letters = view.documents.filter(
    (document) =>
      (document.kind === "friendly_reminder" || document.kind === "formal_demand") &&
      document.handedOverOn === null &&
      isUndone(document.kind),
  );
  return letters.reduce<DocumentRow | null>(
    (newest, letter) => (newest === null || letter.madeAt > newest.madeAt ? letter : newest),
    null,
  );
}

function ClosedCard({ view }: { view: CaseView }) {
  const title =
    view.outcome === "written_off" ? "cases.next.closed.written_off" : "cases.next.closed.paid";
  const on =
    view.closedOn === null ? "" : t("cases.next.closed.on", { date: date(view.closedOn, "long") });
  return <NextShape title={t(title)} text={[on, view.closeReason].filter(Boolean).join(" ")} />;
}

function PaidCard({ view }: { view: CaseView }) {
  const close = useMutationCommand("case.close");
  const closeIt = () =>
    close
      .run({ id: view.id, expectedVersion: view.version, outcome: "paid", reason: "" })
      .then(() => notify({ tone: "good", text: t("cases.close.saved") }))
      .catch(() => undefined);
  return (
    <NextShape hot title={t("cases.next.paid.title")} text={t("cases.next.paid.text")}>
      {close.error && <ErrorNotice error={close.error} />}
      <Button kind="primary" isPending={close.isPending} onPress={() => void closeIt()}>
        {t("cases.next.paid.close")}
      </Button>
    </NextShape>
  );
}

function MadeCard({ view, letter }: { view: CaseView; letter: DocumentRow }) {
  const go = useGo();
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const step = t(`parts.document.${letter.kind}`);
  return (
    <NextShape
      hot
      title={t("cases.next.made.title", { step })}
      text={
        <>
          {t("cases.next.made.text")}
          {view.checkedOn !== today && ` ${t("cases.next.made.lookFirst")}`}
        </>
      }
    >
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t("cases.next.made.handOver")}
      </Button>
      <Button onPress={() => go(path("cases", view.id, "made", letter.id))}>
        {t("cases.next.made.open")}
      </Button>
      {isOpen && (
        <HandOverDialog letter={letter} people={view.people} onClose={() => setOpen(false)} />
      )}
    </NextShape>
  );
}

function NoContactCard({ view }: { view: CaseView }) {
  const go = useGo();
  return (
    <NextShape title={t("cases.next.contactOff.title")} text={t("cases.next.contactOff.text")}>
      <Button onPress={() => go(path("clients", view.clientId, "edit"))}>
        {t("cases.next.contactOff.edit")}
      </Button>
    </NextShape>
  );
}

/** The day that the last letter asked to be paid by, while it has not passed. */
function runningDeadline(view: CaseView, today: string): string | null {
  const days = view.log
    .filter((entry) => entry.kind === "step_done")
    .map((entry) => entry.words.deadline ?? "")
    .filter((day) => day >= today);
  return days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last));
}

function FinishedCard({ view }: { view: CaseView }) {
  const today = useToday();
  const deadline = runningDeadline(view, today);
  if (deadline !== null) {
    const until = date(deadline, "long");
    return (
      <NextShape
        title={t("cases.next.deadline.title", { until })}
        text={t("cases.next.deadline.text")}
      />
    );
  }
  return <NextShape title={t("cases.next.finished.title")} text={t("cases.next.finished.text")} />;
}

function WaitCard({ view, next }: { view: CaseView; next: RungView }) {
  const snooze = useMutationCommand("case.snooze");
  const today = useToday();
  const day = next.until ?? next.on;
  const isPlain =
    next.why === null || next.why === "too_early" || next.why === "earlier_step_first";
  const reason = isPlain || next.why === null ? null : whyWords(next.why, next.until ?? next.on);
  const plain =
    day === null
      ? t("cases.next.wait.nothing")
      : t("cases.next.wait.from", { date: date(day, "long") });
  const end = () =>
    snooze
      .run({ case: view.id, until: today })
      .then(() => notify({ text: t("cases.snooze.ended") }))
      .catch(() => undefined);
  return (
    <NextShape
      title={t("cases.next.wait.title", { step: t(`records.step.${next.kind}`) })}
      text={reason === null ? plain : `${reason}.`}
    >
      {snooze.error && <ErrorNotice error={snooze.error} />}
      {next.why === "snoozed" && (
        <Button isPending={snooze.isPending} onPress={() => void end()}>
          {t("cases.next.endSnooze")}
        </Button>
      )}
    </NextShape>
  );
}

const stepTexts = {
  friendly_reminder: "cases.next.reminder.text",
  call: "cases.next.call.text",
  formal_demand: "cases.next.demand.text",
} as const;

/** The step whose turn it is; before anything leaves, the owner says that money and mail were looked at. */
function StepCard({ view, next, onDialog, onPay }: NextProps & { next: RungView }) {
  const today = useToday();
  const go = useGo();
  if (view.checkedOn !== today)
    return <CheckCard view={view} next={next} onDialog={onDialog} onPay={onPay} />;
  return (
    <NextShape
      hot
      title={t(`records.step.${next.kind}`)}
      text={
        <>
          {t(stepTexts[next.kind])} <span className={css.checked}>{t("cases.next.checked")}</span>
        </>
      }
    >
      {next.kind === "call" ? (
        <Button kind="primary" onPress={() => onDialog("contact")}>
          {t("cases.next.logCall")}
        </Button>
      ) : (
        <Button kind="primary" onPress={() => go(path("cases", view.id, "letter", next.kind))}>
          {t(
            next.kind === "friendly_reminder"
              ? "cases.next.reviewReminder"
              : "cases.next.reviewLetter",
          )}
        </Button>
      )}
    </NextShape>
  );
}

function CheckCard({ view, next, onDialog, onPay }: NextProps & { next: RungView }) {
  const checked = useMutationCommand("case.checked");
  const confirm = () =>
    checked
      .run({ case: view.id })
      .then(() => notify({ text: t("cases.next.check.done") }))
      .catch(() => undefined);
  return (
    <NextShape
      hot
      title={t("cases.next.check.question")}
      text={t("cases.next.check.text", { step: t(`records.step.${next.kind}`) })}
    >
      {checked.error && <ErrorNotice error={checked.error} />}
      <Button kind="primary" isPending={checked.isPending} onPress={() => void confirm()}>
        {t("cases.next.check.yes")}
      </Button>
      <Button onPress={onPay}>{t("cases.next.check.paid")}</Button>
      {next.kind === "call" && (
        <Button kind="quiet" onPress={() => onDialog("contact")}>
          {t("cases.next.logCall")}
        </Button>
      )}
    </NextShape>
  );
}
