// Which steps have a paper of ours, and which the owner does by hand and records.
import type { DocumentKind, LetterKind, StepKind } from "@/lib/ipc/bindings.gen";

export const letterKinds = [
  "friendly_reminder",
  "statement_resend",
  "second_notice",
  "last_reminder",
  "formal_demand",
  "final_notice",
] as const satisfies readonly LetterKind[];

export function isLetterKind(kind: string | null | undefined): kind is LetterKind {
  return letterKinds.some((letter) => letter === kind);
}

/** A step that is neither a paper nor a call: the owner does it and says so. */
export function isByHand(kind: StepKind): boolean {
  return kind !== "call" && !isLetterKind(kind);
}

/** The step that a paper of a case carries out. */
export function stepOfPaper(kind: DocumentKind): StepKind | null {
  if (kind === "statement") return "statement_resend";
  return isLetterKind(kind) ? kind : null;
}
