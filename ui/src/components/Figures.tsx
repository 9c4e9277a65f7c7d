import type { ReactNode } from "react";
import { money, type MoneyLike } from "@/lib/format";
import { t } from "@/lib/i18n";
import css from "./Figures.module.css";
import { names } from "./names";

/** An amount in a line or a cell: tabular, with its currency. */
export function Amount({
  value,
  hot,
  strong,
}: {
  value: MoneyLike;
  hot?: boolean;
  strong?: boolean;
}) {
  return (
    <span className={names("num", css.amount, hot && css.hot, strong && css.strong)}>
      {money(value)}
    </span>
  );
}

interface MoneyFigureProps {
  value: MoneyLike;
  label: ReactNode;
  /** Needs the owner: drawn in the accent. */
  hot?: boolean;
}

/** A large figure that reads at a glance. */
export function MoneyFigure({ value, label, hot }: MoneyFigureProps) {
  return (
    <div className={names(css.figure, hot && css.hot)}>
      <b>{money(value, { decimals: "whole" })}</b>
      <span>{label}</span>
    </div>
  );
}

export function MoneyLine({ children }: { children: ReactNode }) {
  return <div className={css.line}>{children}</div>;
}

export interface AgingPart {
  id: string;
  label: string;
  value: MoneyLike;
}

/** What is owed by how late it is: a bar, and the same in words under it. Up to four parts, newest first. */
export function AgingBar({ parts }: { parts: readonly AgingPart[] }) {
  const total = parts.reduce((sum, part) => sum + part.value.minor, 0);
  return (
    <figure className={css.aging} aria-label={t("common.aging.label")}>
      {total > 0 && (
        <div className={css.bar} aria-hidden>
          {parts.map((part, place) =>
            part.value.minor > 0 ? (
              <i
                key={part.id}
                data-age={Math.min(place, 3)}
                style={{ flexGrow: part.value.minor }}
              />
            ) : null,
          )}
        </div>
      )}
      <figcaption>
        <ul className={css.legend}>
          {parts.map((part, place) => (
            <li key={part.id}>
              <i data-age={Math.min(place, 3)} aria-hidden />
              {t("common.aging.part", {
                label: part.label,
                amount: money(part.value, { decimals: "whole" }),
              })}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

export interface KeyValue {
  label: ReactNode;
  value: ReactNode;
  /** Quiet line under both, for a basis or a source. */
  note?: ReactNode;
  /** A total: a line above, larger. */
  isTotal?: boolean;
}

/** Names and values; amounts stand at the end of the line. */
export function KeyValues({
  items,
  align = "start",
}: {
  items: readonly KeyValue[];
  align?: "start" | "end";
}) {
  return (
    <dl className={css.pairs} data-align={align}>
      {items.map((item, place) => (
        <div key={place} className={names(css.pair, item.isTotal && css.total)}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.note !== undefined && <dd className={css.pairNote}>{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
