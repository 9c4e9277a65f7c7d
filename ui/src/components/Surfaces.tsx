import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/lib/i18n";
import { names } from "./names";
import css from "./Surfaces.module.css";

export type Tone = "hot" | "good" | "warn" | "calm" | "plain";

/** A status: always an icon and a word, so that colour only repeats what is said. */
export function Chip({
  tone = "plain",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span className={names(css.chip, css[tone])}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}

interface CardProps {
  children: ReactNode;
  /** Children are rows with lines between them. */
  rows?: boolean;
  padded?: boolean;
  className?: string;
}

export function Card({ children, rows, padded, className }: CardProps) {
  return (
    <div className={names(css.card, rows && css.rows, padded && css.padded, className)}>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  /** Said after the title in quiet ink: "4, about 15 minutes". */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, aside, actions, children }: SectionProps) {
  return (
    <section className={css.section} aria-label={title}>
      <header className={css.sectionHead}>
        <h2>{title}</h2>
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
        {actions !== undefined && <span className={css.sectionActions}>{actions}</span>}
      </header>
      {children}
    </section>
  );
}

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  text: string;
  action?: ReactNode;
  /** One line, for an empty part of a page that has more to show. */
  isCompact?: boolean;
}

/** An empty place says what will be here and offers the one act that starts it. */
export function EmptyState({ icon: Icon, title, text, action, isCompact }: EmptyStateProps) {
  return (
    <div className={css.empty} data-compact={isCompact ? "" : undefined}>
      <span className={css.emptyDisc}>
        <Icon className="icon" aria-hidden />
      </span>
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
      {action}
    </div>
  );
}

/** Holds the place of what is loading; `lines` as many as will probably come. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={css.skeleton} role="status" aria-label={t("common.loading")}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}

/** A key to press, as printed on it. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>;
}
