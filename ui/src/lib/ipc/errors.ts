import type { MessageKey } from "../i18n";
import type { Problem } from "./bindings.gen";
import type { AnyErrorCode } from "./error";

export interface ErrorWords {
  severity: "notice" | "problem";
  /** What happened. */
  title: MessageKey;
  /** What was kept and what to do now. */
  next: MessageKey;
  /** Whether sending the same act again can help. */
  retry: boolean;
}

function row(code: AnyErrorCode, severity: ErrorWords["severity"], retry: boolean): ErrorWords {
  return { severity, title: `errors.${code}.title`, next: `errors.${code}.next`, retry };
}

// The one table from code to severity, words and next action. A new code does not compile without a row.
const table: Record<AnyErrorCode, ErrorWords> = {
  validation: row("validation", "notice", false),
  precondition: row("precondition", "notice", false),
  payments_not_checked: row("payments_not_checked", "notice", false),
  review_outdated: row("review_outdated", "notice", false),
  not_found: row("not_found", "notice", false),
  conflict: row("conflict", "notice", false),
  bad_request: row("bad_request", "problem", false),
  newer_file: row("newer_file", "problem", false),
  not_our_file: row("not_our_file", "problem", false),
  read_only: row("read_only", "problem", true),
  disk_full: row("disk_full", "problem", true),
  busy: row("busy", "notice", true),
  corrupt: row("corrupt", "problem", false),
  bad_file: row("bad_file", "notice", false),
  cannot_print: row("cannot_print", "notice", false),
  not_printed: row("not_printed", "problem", true),
  io: row("io", "problem", true),
  internal: row("internal", "problem", true),
  unreachable: row("unreachable", "problem", true),
};

export function errorWords(code: AnyErrorCode): ErrorWords {
  return table[code] ?? table.internal;
}

/** The key of what is said beside a field. */
export function problemWords(problem: Problem): MessageKey {
  return `errors.problem.${problem}`;
}
