// Problems stand next to their fields, once a field was left or a review was asked for.
import { createContext, type ReactNode, useContext } from "react";
import { t } from "@/lib/i18n";
import type { FieldProblem } from "@/lib/ipc/bindings.gen";
import { problemWords } from "@/lib/ipc/errors";

interface Shown {
  problems: readonly FieldProblem[];
  touched: ReadonlySet<string>;
  isReviewed: boolean;
  touch: (key: string) => void;
}

export const Problems = createContext<Shown>({
  problems: [],
  touched: new Set(),
  isReviewed: false,
  touch: () => undefined,
});

export function wordsFor({ field, problem }: FieldProblem): string {
  if (field === "issueOn" && problem === "before_start") return t("invoices.problem.issueBefore");
  if (field === "issueOn" && problem === "in_future") return t("invoices.problem.issueFuture");
  if (field === "lines" && problem === "required") return t("invoices.problem.noLines");
  if (field === "lines" && problem === "must_be_positive") return t("invoices.problem.zeroTotal");
  if (field === "prepayments" && problem === "too_large") return t("invoices.problem.prepaidMore");
  if (/^instalments\[\d+\]\.dueOn$/.test(field) && problem === "before_start") {
    return t("invoices.problem.instalmentOrder");
  }
  return t(problemWords(problem));
}

/** Problems that belong to no field of the form but to the client or the business. */
export function outsideProblems(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.filter(({ field }) => /^(business|client)\./.test(field));
}

interface SpotProps {
  /** The field's path in the draft. */
  path: string;
  /** What marks it as left, where the path can move (lines). */
  touchKey?: string;
  className?: string;
  children: (error: string | null) => ReactNode;
}

/** The place of one field: gives it its problem, and remembers that it was left. */
export function Spot({ path, touchKey = path, className, children }: SpotProps) {
  const { problems, touched, isReviewed, touch } = useContext(Problems);
  const isShown = isReviewed || touched.has(touchKey);
  const found = isShown ? problems.find(({ field }) => field === path) : undefined;
  return (
    <div className={className} data-path={path} onBlur={() => touch(touchKey)}>
      {children(found === undefined ? null : wordsFor(found))}
    </div>
  );
}
