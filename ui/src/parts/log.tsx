// The evidence log as sentences: kind and words of an entry become a title, a line and its proofs.
import {
  Archive,
  Banknote,
  Camera,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleSlash,
  Clock,
  EyeOff,
  FileCheck,
  FileText,
  Footprints,
  type LucideIcon,
  Lock,
  ListChecks,
  Mail,
  MessageSquare,
  Pencil,
  Phone,
  Printer,
  Scale,
  ScrollText,
  ShieldAlert,
  SkipForward,
  Undo2,
  UserRound,
} from "lucide-react";
import { PageLink, path } from "@/app/navigation";
import type { TimelineEntry } from "@/components";
import type { CivilDate } from "@/lib/clock";
import { count, date, dateNear, instantDay, loggedAmount } from "@/lib/format";
import { en, type MessageKey, type MessageValues, t } from "@/lib/i18n";
import type { ChainState, LogEntry } from "@/lib/ipc/bindings.gen";
import css from "./records/Records.module.css";

type Words = Readonly<Record<string, string>>;

interface LogContext {
  today: CivilDate;
  /** The business's zone: decides on which day an instant was. */
  timeZone?: string | undefined;
  /** Titles of papers by id, for the link under an entry. */
  documents?: ReadonlyMap<string, string> | undefined;
}

interface Told {
  title: string;
  text?: string | undefined;
}

const icons: Record<string, LucideIcon> = {
  client_saved: UserRound,
  job_saved: Camera,
  agreement_attached: ScrollText,
  invoice_issued: FileText,
  document_made: FileText,
  document_opened: FileCheck,
  document_printed: Printer,
  print_answered: Printer,
  receivable_recorded: FileText,
  payment_recorded: Banknote,
  payment_reversed: Undo2,
  case_opened: Scale,
  case_joined: Scale,
  step_prepared: Pencil,
  step_done: Mail,
  step_skipped: SkipForward,
  step_postponed: Clock,
  contact_logged: MessageSquare,
  contact_answered: MessageSquare,
  hold_started: CirclePause,
  hold_ended: CirclePlay,
  policy_saved: ListChecks,
  policy_assigned: ListChecks,
  policy_moved: ListChecks,
  case_closed: CircleCheck,
  case_reopened: Undo2,
  due_asked: Clock,
  due_answered: CircleCheck,
  backup_made: Archive,
  content_erased: EyeOff,
};

const channelIcons: Record<string, LucideIcon> = {
  call: Phone,
  email: Mail,
  letter: Mail,
  message: MessageSquare,
  visit: Footprints,
  in_person: Footprints,
};

/** A word of a closed set in the reader's language; one that is new here stays as it came. */
function wordOf(
  set: "records.step" | "records.hold" | "records.channel" | "parts.method" | "parts.document",
  value = "",
): string {
  if (value === "") return "";
  return knownMessage(`${set}.${value}`) ?? value.replaceAll("_", " ");
}

function knownMessage(key: string): string | undefined {
  const dot = key.indexOf(".");
  const area: object = key.startsWith("parts.") ? en.parts : en.records;
  return key.slice(dot + 1) in area ? t(key as MessageKey) : undefined;
}

function values(words: Words): MessageValues {
  const readable: Record<string, string> = {};
  for (const [name, value] of Object.entries(words)) {
    readable[name] = /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value, "long") : loggedAmount(value);
  }
  return {
    ...readable,
    step: wordOf("records.step", words.step),
    hold: wordOf("records.hold", words.hold),
    channel: wordOf("records.channel", words.channel),
    method: wordOf("parts.method", words.method),
    kind: wordOf("parts.document", words.kind),
  };
}

/** The message when everything it needs is known and not empty. */
function say(key: MessageKey, words: Words, ...needed: string[]): string | undefined {
  return needed.every((name) => (words[name] ?? "") !== "") ? t(key, values(words)) : undefined;
}

function sentences(...parts: (string | undefined)[]): string | undefined {
  const some = parts.filter((part) => part !== undefined);
  return some.length === 0 ? undefined : some.join(" ");
}

/** What somebody wrote, closed as a sentence, because more follows it. */
function ended(text: string): string {
  return /[\p{L}\p{N})\]]$/u.test(text.trim()) ? `${text.trim()}.` : text;
}

type Teller = (words: Words, loggedOn: CivilDate) => Told;

const tellers: Record<string, Teller> = {
  business_set_up: () => ({ title: t("log.business_set_up") }),
  business_changed: () => ({ title: t("log.business_changed") }),
  numbering_changed: () => ({ title: t("log.numbering_changed") }),
  client_saved: () => ({ title: t("log.client_saved") }),
  job_saved: (w) => ({ title: say("log.job_saved.title", w, "title") ?? t("log.job_saved") }),
  agreement_attached: (w) => ({
    title: t("log.agreement_attached"),
    text: say("log.title", w, "title"),
  }),
  invoice_issued: (w) => ({
    title: say("log.invoice_issued.number", w, "number") ?? t("log.invoice_issued"),
    text: say("log.amountDue", w, "amount", "due") ?? say("log.amount", w, "amount"),
  }),
  document_made: (w) => ({
    title: say("log.document_made.kind", w, "kind") ?? t("log.document_made"),
    text: t("log.document_made.note"),
  }),
  document_opened: (w) => ({
    // Which paper it was stands on the proof below.
    title:
      say("log.document_opened.how", { how: "opened", ...w }, "kind") ?? t("log.document_opened"),
    text: say("log.document_opened.copy", w, "copy"),
  }),
  document_printed: (w) => ({
    title: say("log.document_printed.printer", w, "kind", "printer") ?? t("log.document_printed"),
    text: sentences(
      say("log.document_printed.job", w, "job"),
      say("log.document_opened.copy", w, "copy"),
    ),
  }),
  print_answered: (w) => ({
    title:
      say("log.print_answered.answer", w, "kind", "answer", "printer") ?? t("log.print_answered"),
  }),
  receivable_recorded: (w) => ({
    title: say("log.receivable_recorded.number", w, "number") ?? t("log.receivable_recorded"),
    text: say("log.amountDue", w, "amount", "due") ?? say("log.amount", w, "amount"),
  }),
  payment_recorded: (w) => ({
    title: say("log.payment_recorded.amount", w, "amount") ?? t("log.payment_recorded"),
    text: sentences(say("log.method", w, "method"), say("log.reference", w, "reference")),
  }),
  payment_reversed: (w) => ({
    title: say("log.payment_reversed.amount", w, "amount") ?? t("log.payment_reversed"),
    text: say("log.reason", w, "reason"),
  }),
  case_opened: (w) => ({
    title: t("log.case_opened"),
    text: say("log.wasDue", w, "number", "amount", "due") ?? say("log.numbered", w, "number"),
  }),
  case_joined: (w) => ({
    title: say("log.case_joined.number", w, "number") ?? t("log.case_joined"),
    text: say("log.wasDue", w, "number", "amount", "due"),
  }),
  step_prepared: (w) => ({
    title: say("log.step_prepared.step", w, "step") ?? t("log.step_prepared"),
    text: sentences(t("log.step_prepared.note"), say("log.deadline", w, "deadline")),
  }),
  step_done: (w) => ({
    title: say("log.step_done.step", w, "step") ?? t("log.step_done"),
    text: sentences(
      say("log.handedTo", w, "channel", "to") ?? say("log.by", w, "channel"),
      say("log.askedBy", w, "amount", "deadline") ?? say("log.deadline", w, "deadline"),
      say("log.proof", w, "proof"),
    ),
  }),
  step_skipped: (w) => ({
    title: say("log.step_skipped.step", w, "step") ?? t("log.step_skipped"),
    text: say("log.reason", w, "reason"),
  }),
  step_postponed: (w, loggedOn) => {
    // Putting it off until the same day is how a snooze ends.
    if (w.until !== undefined && w.until <= loggedOn)
      return { title: t("log.step_postponed.ended") };
    return { title: say("log.step_postponed.until", w, "until") ?? t("log.step_postponed") };
  },
  contact_logged: contact,
  contact_answered: () => ({ title: t("log.contact_answered") }),
  hold_started: (w) => ({
    title: say("log.hold_started.hold", w, "hold") ?? t("log.hold_started"),
    text: sentences(
      say("log.hold_started.until", w, "until"),
      say("log.amount", w, "amount"),
      say("log.reason", w, "reason"),
    ),
  }),
  hold_ended: (w) => ({
    title: say("log.hold_ended.hold", w, "hold") ?? t("log.hold_ended"),
    text: say("log.reason", w, "reason"),
  }),
  policy_saved: (w) => ({
    title: say("log.policy_saved.name", w, "name") ?? t("log.policy_saved"),
  }),
  policy_assigned: () => ({ title: t("log.policy_assigned") }),
  policy_moved: (w) => ({
    title: say("log.policy_moved.to", w, "from", "to") ?? t("log.policy_moved"),
  }),
  case_closed: (w) => ({
    title: say("log.case_closed.outcome", w, "outcome") ?? t("log.case_closed"),
    text: say("log.reason", w, "reason"),
  }),
  case_reopened: (w) => ({ title: t("log.case_reopened"), text: say("log.reason", w, "reason") }),
  due_asked: () => ({ title: t("log.due_asked") }),
  due_answered: (w) => ({
    title: say("log.due_answered.answer", w, "answer") ?? t("log.due_answered"),
  }),
  payments_checked: () => ({
    title: t("log.payments_checked"),
    text: t("log.payments_checked.note"),
  }),
  backup_made: () => ({ title: t("log.backup_made") }),
  restored: () => ({ title: t("log.restored") }),
  content_erased: () => ({ title: t("log.content_erased") }),
};

function contact(words: Words): Told {
  const direction = words.direction === "inbound" ? "in" : "out";
  const title = t(`log.contact.${direction}` as MessageKey, {
    channel: words.channel ?? "",
    person: words.person ?? "",
    hasPerson: (words.person ?? "") === "" ? "no" : "yes",
  });
  return {
    title,
    text: sentences(
      say("log.contact.outcome", { outcome: words.outcome ?? "" }, "outcome"),
      say("log.contact.said", { said: ended(words.words ?? "") }, "said"),
      words.before === "safelight" ? t("log.contact.before") : undefined,
    ),
  };
}

function tell(entry: LogEntry, loggedOn: CivilDate): Told {
  if (entry.erased) return { title: t("log.erased"), text: t("log.erasedNote") };
  const teller = tellers[entry.kind];
  if (teller !== undefined) return teller(entry.words, loggedOn);
  // An event of a newer program: its name and its words, as they are.
  const text = Object.values(values(entry.words)).filter((value) => value !== "");
  const name = entry.kind.replaceAll("_", " ");
  return {
    title: name.charAt(0).toUpperCase() + name.slice(1),
    text: text.length === 0 ? undefined : [...new Set(text)].join(" · "),
  };
}

function iconOf(entry: LogEntry): LucideIcon {
  if (entry.erased) return EyeOff;
  const channel = entry.words.channel;
  const byChannel = entry.kind === "contact_logged" || entry.kind === "step_done";
  if (byChannel && channel !== undefined && channelIcons[channel]) return channelIcons[channel];
  if (entry.kind === "case_closed" && entry.words.outcome === "written_off") return CircleSlash;
  return icons[entry.kind] ?? CircleCheck;
}

/** The entries as lines of a timeline, newest first. */
export function logTimeline(entries: readonly LogEntry[], context: LogContext): TimelineEntry[] {
  const dayOf = (entry: LogEntry) => entry.happenedOn ?? instantDay(entry.at, context.timeZone);
  const ordered = [...entries].sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.seq - a.seq);
  return ordered.map((entry) => {
    const day = dayOf(entry);
    const logged = instantDay(entry.at, context.timeZone);
    const { title, text } = tell(entry, logged);
    const late = logged === day ? undefined : t("log.loggedOn", { date: date(logged) });
    const proof = <Proofs entry={entry} documents={context.documents} />;
    return {
      id: String(entry.seq),
      when: dateNear(day, context.today),
      icon: iconOf(entry),
      title,
      text: sentences(text, late),
      ...(hasProof(entry) ? { proof } : {}),
    };
  });
}

/** Events that are told by their invoice. */
const ofInvoice: ReadonlySet<string> = new Set([
  "invoice_issued",
  "receivable_recorded",
  "case_opened",
  "case_joined",
]);

function hasProof(entry: LogEntry): boolean {
  return entry.documentId !== null || (entry.invoiceId !== null && ofInvoice.has(entry.kind));
}

function Proofs({ entry, documents }: { entry: LogEntry; documents: LogContext["documents"] }) {
  if (entry.documentId !== null) {
    return (
      <PageLink to={path("documents", entry.documentId)} className={css.proof}>
        <FileText className="icon" aria-hidden />
        <span>{documents?.get(entry.documentId) ?? t("log.document")}</span>
      </PageLink>
    );
  }
  if (entry.invoiceId !== null) {
    return (
      <PageLink to={path("invoices", entry.invoiceId)} className={css.proof}>
        <FileText className="icon" aria-hidden />
        <span>{entry.words.number || t("log.invoice")}</span>
      </PageLink>
    );
  }
  return null;
}

/** Whether the log is still what was written. */
export function ChainLine({ chain }: { chain: ChainState }) {
  if (chain.brokenAt !== null) {
    return (
      <div className={css.broken} role="alert">
        <ShieldAlert className="icon" aria-hidden />
        <div>
          <b>{t("log.broken", { entry: count(chain.brokenAt) })}</b>
          <p>{t("log.brokenNext")}</p>
        </div>
      </div>
    );
  }
  return (
    <p className={css.chain}>
      <Lock className="icon" aria-hidden />
      {t("log.chain", { entries: chain.entries })}
    </p>
  );
}
