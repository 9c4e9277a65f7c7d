import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/lib/i18n";
import { errorWords } from "@/lib/ipc/errors";
import css from "./Outcomes.module.css";
import type { Batch, Outcome } from "./useBatch";

interface OutcomesProps<R> {
  batch: Batch<R>;
  /** What is said once it ended: how many were done, failed and were left. */
  ended: (counts: { done: number; failed: number; left: number }) => string;
  /** How one that was done is shown. */
  children: (outcome: Outcome<R> & { result: R }) => ReactNode;
}

/** How far a batch is, and what became of each. */
export function Outcomes<R>({ batch, ended, children }: OutcomesProps<R>) {
  const { outcomes, total, isRunning } = batch;
  const done = outcomes.filter(isDone).length;
  const failed = outcomes.length - done;
  return (
    <>
      <p role="status">
        {isRunning
          ? t("parts.batch.running", { done: outcomes.length, total })
          : ended({ done, failed, left: total - outcomes.length })}
      </p>
      <progress
        className={css.progress}
        max={total}
        value={outcomes.length}
        aria-label={t("parts.batch.progress")}
      />
      <ul className={css.outcomes} aria-label={t("parts.batch.results")}>
        {outcomes.map((outcome) => (
          <li key={outcome.id} data-bad={outcome.error === null ? undefined : ""}>
            {outcome.error === null ? (
              <CircleCheck className="icon" aria-hidden />
            ) : (
              <CircleAlert className="icon" aria-hidden />
            )}
            <div>
              {isDone(outcome) ? children(outcome) : <b>{outcome.name}</b>}
              {outcome.error !== null && (
                <p>
                  {t("parts.batch.notDone", { why: t(errorWords(outcome.error.code).title) })}{" "}
                  {outcome.error.code === "precondition" || outcome.error.code === "cannot_print"
                    ? outcome.error.message
                    : t(errorWords(outcome.error.code).next)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function isDone<R>(outcome: Outcome<R>): outcome is Outcome<R> & { result: R } {
  return outcome.error === null && outcome.result !== null;
}
