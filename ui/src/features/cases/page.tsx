import { useParams } from "@tanstack/react-router";
import {
  Banknote,
  Clock,
  FolderCheck,
  FolderOpen,
  ListChecks,
  Phone,
  SkipForward,
} from "lucide-react";
import { useState } from "react";
import { PageLink, path, useGo, useListKeys, useToday } from "@/app";
import { Button, Chip, ErrorNotice, Ladder, PageHeader, Skeleton, Timeline } from "@/components";
import { t } from "@/lib/i18n";
import type { CasePolicy, CaseView, RungView } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { ChainLine, logTimeline } from "@/parts/log";
import { ClientKindChip, LateChip } from "@/parts/records/chips";
import { isByHand } from "@/parts/steps";
import css from "./Cases.module.css";
import { CloseDialog, ReopenDialog } from "./closing";
import { ContactDialog } from "./contact";
import { OutcomeChip } from "./list";
import { Money, Papers, People } from "./money";
import { NextCard } from "./next";
import { rungNote } from "./rungs";
import { SkipDialog, SnoozeDialog } from "./steps";

export type CaseDialog = "contact" | "snooze" | "skip" | "close" | "reopen";

export function CasePage() {
  return <Case start={null} />;
}

/** The same page with the question about the call already open. */
export function CaseCallPage() {
  return <Case start="contact" />;
}

function Case({ start }: { start: CaseDialog | null }) {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("case.get", { id });
  if (query.isError) {
    return (
      <>
        <PageHeader title={t("cases.title")} />
        <div className={css.notice}>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      </>
    );
  }
  if (query.data === undefined) return <Skeleton lines={8} />;
  return <CaseShown key={id} view={query.data} start={start} />;
}

function CaseShown({ view, start }: { view: CaseView; start: CaseDialog | null }) {
  const go = useGo();
  const [dialog, setDialog] = useState<CaseDialog | null>(start);
  const pay = () => go(`/payments/new?client=${encodeURIComponent(view.clientId)}`);
  const close = () => {
    setDialog(null);
    if (start !== null) go(path("cases", view.id), { replace: true });
  };
  useListKeys({ p: pay });
  return (
    <>
      <PageHeader
        title={view.clientName}
        status={<Chips view={view} />}
        actions={
          <PageLink to={path("clients", view.clientId)} className={css.clientLink}>
            {t("cases.page.client")}
          </PageLink>
        }
        toolbar={<Toolbar view={view} onDialog={setDialog} onPay={pay} />}
      />
      <div className={css.columns}>
        <section className={css.ladder} aria-label={t("cases.ladder.title")}>
          <h2>{t("cases.ladder.title")}</h2>
          <CaseLadder view={view} onCall={() => setDialog("contact")} />
        </section>
        <div className={css.money}>
          <NextCard view={view} onDialog={setDialog} onPay={pay} />
          <Money view={view} />
          <People view={view} />
          <Papers view={view} />
        </div>
        <section className={css.log} aria-label={t("cases.log.title")}>
          <h2>{t("cases.log.title")}</h2>
          <Log view={view} />
        </section>
      </div>
      {dialog === "contact" && <ContactDialog view={view} onClose={close} />}
      {dialog === "snooze" && <SnoozeDialog view={view} onClose={close} />}
      {dialog === "skip" && view.next !== null && (
        <SkipDialog view={view} kind={view.next.kind} onClose={close} />
      )}
      {dialog === "close" && <CloseDialog view={view} onClose={close} />}
      {dialog === "reopen" && <ReopenDialog view={view} onClose={close} />}
    </>
  );
}

function planWords({ id, name, isOlder }: CasePolicy): string {
  const isPreset = id === "gentle" || id === "standard" || id === "firm" || id === "none";
  const plan = isPreset ? t(`cases.policy.${id}`) : t("cases.policy", { name });
  return isOlder ? t("cases.policy.older", { plan }) : plan;
}

function Chips({ view }: { view: CaseView }) {
  return (
    <>
      {view.closedOn === null && view.daysLate > 0 && <LateChip days={view.daysLate} />}
      {view.outcome !== null && <OutcomeChip outcome={view.outcome} />}
      <ClientKindChip kind={view.clientKind} />
      <Chip tone="calm" icon={ListChecks}>
        {planWords(view.policy)}
      </Chip>
    </>
  );
}

interface ToolbarProps {
  view: CaseView;
  onDialog: (dialog: CaseDialog) => void;
  onPay: () => void;
}

function Toolbar({ view, onDialog, onPay }: ToolbarProps) {
  const isOpen = view.closedOn === null;
  return (
    <>
      {isOpen && (
        <Button icon={Phone} onPress={() => onDialog("contact")}>
          {t("cases.page.logCall")}
        </Button>
      )}
      <Button icon={Banknote} onPress={onPay}>
        {t("cases.page.recordPayment")}
      </Button>
      {isOpen && !view.proposesPaid && (
        <>
          <Button icon={Clock} onPress={() => onDialog("snooze")}>
            {t("cases.page.snooze")}
          </Button>
          {view.next !== null && (
            <Button icon={SkipForward} onPress={() => onDialog("skip")}>
              {t("cases.page.skip")}
            </Button>
          )}
        </>
      )}
      <span className={css.spring} />
      {view.proposesPaid && (
        <Button kind="quiet" icon={FolderCheck} onPress={() => onDialog("close")}>
          {t("cases.page.close")}
        </Button>
      )}
      {!isOpen && (
        <Button icon={FolderOpen} onPress={() => onDialog("reopen")}>
          {t("cases.page.reopen")}
        </Button>
      )}
    </>
  );
}

function CaseLadder({ view, onCall }: { view: CaseView; onCall: () => void }) {
  const go = useGo();
  const today = useToday();
  // The step whose turn it is has its button on the card; others may be done ahead of it.
  const isAhead = (rung: RungView) =>
    rung.allowed && rung.state === "next" && view.closedOn === null;
  const doIt = (rung: RungView) =>
    rung.kind === "call" ? onCall() : go(path("cases", view.id, "letter", rung.kind));
  // What has no paper of ours is done in its turn, from the card.
  const canAhead = (rung: RungView) => isAhead(rung) && !isByHand(rung.kind);
  return (
    <Ladder
      label={t("cases.ladder.title")}
      rungs={view.ladder.map((rung, place) => ({
        id: `${place} ${rung.kind}`,
        state: rung.state,
        title:
          rung.times > 1
            ? t("cases.ladder.turn", {
                step: t(`records.step.${rung.kind}`),
                turn: rung.turn,
                times: rung.times,
              })
            : t(`records.step.${rung.kind}`),
        note: rungNote(rung, today),
        ...(canAhead(rung)
          ? {
              action: (
                <Button kind="quiet" onPress={() => doIt(rung)}>
                  {t(rung.kind === "call" ? "cases.next.logCall" : "cases.ladder.doAhead")}
                </Button>
              ),
            }
          : {}),
      }))}
    />
  );
}

function Log({ view }: { view: CaseView }) {
  const today = useToday();
  const timeZone = useQueryCommand("business.get", {}).data?.business?.timeZone;
  const documents = new Map(view.documents.map((document) => [document.id, document.title]));
  const isBroken = view.chain.brokenAt !== null;
  return (
    <>
      {isBroken && <ChainLine chain={view.chain} />}
      {view.log.length === 0 ? (
        <p className={css.quiet}>{t("cases.log.none")}</p>
      ) : (
        <Timeline
          label={t("cases.log.title")}
          entries={logTimeline(view.log, { today, timeZone, documents })}
        />
      )}
      {!isBroken && <ChainLine chain={view.chain} />}
    </>
  );
}
