// What a card says and where it leads: one table, so that a new kind of card does not compile without words.
import {
  CircleCheck,
  CircleHelp,
  CirclePause,
  FilePen,
  FilePlus,
  HardDriveDownload,
  type LucideIcon,
  Mail,
  MessageSquare,
  Printer,
} from "lucide-react";
import { path } from "@/app";
import type { CivilDate } from "@/lib/clock";
import { dateNear, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { TodayCard } from "@/lib/ipc/bindings.gen";
import { stepIcons } from "@/parts/stepIcons";
import { isLetterKind } from "@/parts/steps";

const icons: Record<TodayCard["kind"], LucideIcon> = {
  due_question: CircleHelp,
  step: Mail,
  hand_over: Printer,
  reply: MessageSquare,
  hold_check: CirclePause,
  close_case: CircleCheck,
  invoice_job: FilePlus,
  draft: FilePen,
  choose_backup: HardDriveDownload,
};

export function iconOf(card: TodayCard): LucideIcon {
  return card.kind === "step" && card.step !== null ? stepIcons[card.step] : icons[card.kind];
}

export function titleOf(card: TodayCard): string {
  const client = card.clientName;
  const words = { client, title: card.title };
  switch (card.kind) {
    case "due_question":
      return t("today.card.due_question", { ...words, count: card.numbers.length });
    case "step":
      return t(`today.card.step.${card.step ?? "friendly_reminder"}`, words);
    case "hand_over":
      return card.step === "friendly_reminder" || card.step === "formal_demand"
        ? t(`today.card.hand_over.${card.step}`, words)
        : t("today.card.hand_over", words);
    case "reply":
      return t("today.card.reply", words);
    case "hold_check": {
      const hold = t(`records.hold.${card.hold ?? "courtesy"}`);
      return t("today.card.hold_check", { ...words, hold });
    }
    case "invoice_job":
      return t("today.card.invoice_job", words);
    case "draft":
      return client === "" ? t("today.card.draft.nobody") : t("today.card.draft", words);
    case "close_case":
      return t("today.card.close_case", words);
    case "choose_backup":
      return t("today.card.choose_backup");
  }
}

/** The quiet line: numbers, amount, how late, and what the title left out. */
export function factsOf(card: TodayCard, today: CivilDate): string[] {
  const facts = [...card.numbers];
  if (card.kind === "choose_backup") return [t("today.card.choose_backup.note")];
  if (card.kind === "close_case") facts.push(t("today.card.close_case.note"));
  if (card.kind === "reply") facts.push(t("today.card.reply.note"));
  if (card.kind === "hold_check") facts.push(t("today.card.hold_check.note"));
  if (card.kind === "hand_over") facts.push(t("today.card.hand_over.note"));
  if (card.kind === "invoice_job" && card.clientName !== "") facts.push(card.clientName);
  if (card.kind === "draft" && card.title !== "") facts.push(card.title);
  if (card.amount !== null && card.amount.minor !== 0) facts.push(money(card.amount));
  if (card.daysLate > 0) facts.push(t("common.due.late", { days: card.daysLate }));
  if (card.on !== null) {
    const when = dateNear(card.on, today);
    if (card.kind === "due_question") facts.push(t("today.card.wasDue", { date: when }));
    if (card.kind === "invoice_job") facts.push(when);
    if (card.kind === "draft") facts.push(when);
  }
  return facts;
}

export interface Way {
  label: string;
  to: string;
}

/** The one act that a card stands for. */
export function mainWay(card: TodayCard): Way | null {
  const { caseId, clientId, invoiceId, step } = card;
  if (card.kind === "due_question") {
    const query = new URLSearchParams();
    if (clientId !== null) query.set("client", clientId);
    if (invoiceId !== null) query.set("invoice", invoiceId);
    return { label: t("today.act.paid"), to: `/payments/new?${query.toString()}` };
  }
  if (card.kind === "step" && caseId !== null) {
    if (step === "call")
      return { label: t("today.act.logCall"), to: path("cases", caseId, "call") };
    if (isLetterKind(step))
      return { label: t("today.act.review"), to: path("cases", caseId, "letter", step) };
  }
  if (card.kind === "step" && caseId === null && invoiceId !== null)
    return { label: t("today.act.openInvoice"), to: path("invoices", invoiceId) };
  if (card.kind === "hand_over" && caseId !== null) {
    const paper = card.documentId;
    const to = paper === null ? path("cases", caseId) : path("cases", caseId, "made", paper);
    return { label: t("today.act.handOver"), to };
  }
  if (caseId !== null) return { label: t("today.act.openCase"), to: path("cases", caseId) };
  if (card.kind === "draft" && card.draftId !== null)
    return { label: t("today.act.finishDraft"), to: path("drafts", card.draftId) };
  if (card.kind === "invoice_job" && card.jobId !== null)
    return { label: t("today.act.openJob"), to: path("jobs", card.jobId) };
  if (card.kind === "choose_backup")
    return { label: t("today.act.chooseFolder"), to: "/settings/copies" };
  return null;
}
