import type { LucideIcon } from "lucide-react";
import { Check, CircleSlash, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/lib/i18n";
import { names } from "./names";
import css from "./Timeline.module.css";

export interface TimelineEntry {
  id: string;
  when: string;
  icon: LucideIcon;
  title: ReactNode;
  status?: ReactNode;
  text?: ReactNode;
  /** Proofs: files, receipts. */
  proof?: ReactNode;
}

/** A log of facts, newest first. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={css.timeline} aria-label={label}>
      {entries.map(({ id, when, icon: Icon, title, status, text, proof }) => (
        <li key={id} className={css.entry}>
          <time>{when}</time>
          <Icon className="icon" aria-hidden />
          <div>
            <div className={css.title}>
              <b>{title}</b>
              {status}
            </div>
            {text !== undefined && <p>{text}</p>}
            {proof !== undefined && <div className={css.proofs}>{proof}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface Rung {
  id: string;
  state: "done" | "skipped" | "now" | "next" | "closed";
  title: ReactNode;
  /** When it was done, when it opens, or why it is closed. */
  note?: ReactNode;
  action?: ReactNode;
}

/** The follow-up plan: what was done, what is now, what may come, what is closed and why. */
export function Ladder({ rungs, label }: { rungs: readonly Rung[]; label: string }) {
  return (
    <ol className={css.ladder} aria-label={label}>
      {rungs.map((rung) => (
        <li
          key={rung.id}
          className={names(css.rung, css[rung.state])}
          aria-current={rung.state === "now" ? "step" : undefined}
        >
          <span className={css.dot} aria-hidden>
            {rung.state === "done" && <Check />}
            {rung.state === "skipped" && <Minus />}
            {rung.state === "closed" && <CircleSlash />}
          </span>
          <div>
            <b>{rung.title}</b>
            <span className="sr-only">{t(`common.ladder.${rung.state}`)}</span>
            {rung.note !== undefined && <small>{rung.note}</small>}
            {rung.action}
          </div>
        </li>
      ))}
    </ol>
  );
}
