import type { ReactNode } from "react";
import { useState } from "react";
import { path, useGo, useToday } from "@/app";
import { Button, ErrorNotice, notify } from "@/components";
import { names } from "@/components/names";
import { date } from "@/lib/format";
import { type MessageKey, t } from "@/lib/i18n";
import type { CaseView, DocumentRow, RungView, StepKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import { HandOverDialog } from "@/parts/HandOverDialog";
import { StepByHandDialog } from "@/parts/StepByHandDialog";
import { isByHand, isLetterKind, stepOfPaper } from "@/parts/steps";
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
  if (view.next === null) {
    const stopped = view.ladder.find((rung) => isRest(rung));
    return stopped === undefined ? (
      <FinishedCard view={view} />
    ) : (
      <RestCard view={view} rung={stopped} onDialog={props.onDialog} />
    );
  }
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
  const letters = view.documents.filter((document) => {
    const step = stepOfPaper(document.kind);
    return step !== null && document.handedOverOn === null && isUndone(step);
  });
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

/** The ladder waits for something that only the owner can end. */
function isRest(rung: RungView): boolean {
  return (
    rung.state === "closed" &&
    (rung.why === "held" || rung.why === "reply_waiting" || rung.why === "no_way_to_reach")
  );
}

function RestCard({
  view,
  rung,
  onDialog,
}: Pick<NextProps, "view" | "onDialog"> & { rung: RungView }) {
  if (rung.why === "reply_waiting")
    return <ReplyCard view={view} rung={rung} onDialog={onDialog} />;
  if (rung.why === "held") return <HoldCard view={view} rung={rung} />;
  return <UnreachableCard view={view} />;
}

function ReplyCard({
  view,
  rung,
  onDialog,
}: Pick<NextProps, "view" | "onDialog"> & { rung: RungView }) {
  const answered = useMutationCommand("case.replyAnswered");
  const noneNeeded = () =>
    answered
      .run({ case: view.id })
      .then(() => notify({ text: t("cases.snooze.ended") }))
      .catch(() => undefined);
  return (
    <NextShape
      hot
      title={t("cases.next.reply.title")}
      text={`${whyWords("reply_waiting", rung.until)}.`}
    >
      {answered.error && <ErrorNotice error={answered.error} />}
      <Button kind="primary" onPress={() => onDialog("contact")}>
        {t("cases.page.logCall")}
      </Button>
      <Button isPending={answered.isPending} onPress={() => void noneNeeded()}>
        {t("cases.next.reply.none")}
      </Button>
    </NextShape>
  );
}

function HoldCard({ view, rung }: { view: CaseView; rung: RungView }) {
  const end = useMutationCommand("hold.end");
  const running = view.holds.find((hold) => hold.holds && hold.kind === rung.hold);
  const hold = rung.hold === null ? "" : t(`records.hold.${rung.hold}`);
  const endIt = (id: string) =>
    end
      .run({ case: view.id, id, reason: t("cases.next.rest.reason") })
      .then(() => notify({ text: t("cases.snooze.ended") }))
      .catch(() => undefined);
  return (
    <NextShape
      hot={running?.lookAgain === true}
      title={t("cases.next.rest.title", { hold })}
      text={running?.reason ?? ""}
    >
      {end.error && <ErrorNotice error={end.error} />}
      {running !== undefined && (
        <Button isPending={end.isPending} onPress={() => void endIt(running.id)}>
          {t("cases.next.rest.end")}
        </Button>
      )}
    </NextShape>
  );
}

function UnreachableCard({ view }: { view: CaseView }) {
  const go = useGo();
  return (
    <NextShape
      hot
      title={t("cases.next.unreachable.title")}
      text={`${t("cases.why.no_way_to_reach")}.`}
    >
      <Button onPress={() => go(path("clients", view.clientId, "edit"))}>
        {t("cases.next.contactOff.edit")}
      </Button>
    </NextShape>
  );
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
  const reason =
    isPlain || next.why === null ? null : whyWords(next.why, next.until ?? next.on, next.hold);
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

const stepTexts: Record<StepKind, MessageKey> = {
  task: "cases.next.byHand.text",
  due_note: "cases.next.byHand.text",
  friendly_reminder: "cases.next.reminder.text",
  message: "cases.next.byHand.text",
  call: "cases.next.call.text",
  visit: "cases.next.byHand.text",
  statement_resend: "cases.next.resend.text",
  second_notice: "cases.next.notice.text",
  last_reminder: "cases.next.notice.text",
  formal_demand: "cases.next.demand.text",
  outside_help: "cases.next.byHand.text",
  final_notice: "cases.next.demand.text",
};

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
      {next.kind === "call" && (
        <Button kind="primary" onPress={() => onDialog("contact")}>
          {t("cases.next.logCall")}
        </Button>
      )}
      {isByHand(next.kind) && <ByHand view={view} kind={next.kind} />}
      {isLetterKind(next.kind) && (
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

/** The owner does it and says so: for everything that is late in the case. */
function ByHand({ view, kind }: { view: CaseView; kind: StepKind }) {
  const [isOpen, setOpen] = useState(false);
  const late = view.debts.filter((debt) => debt.daysLate > 0 && debt.open.minor > 0);
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t("cases.next.byHand")}
      </Button>
      {isOpen && (
        <StepByHandDialog
          receivables={late.map((debt) => debt.receivable)}
          kind={kind}
          clientName={view.clientName}
          onClose={() => setOpen(false)}
        />
      )}
    </>
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
