import { X } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "@/lib/i18n";
import { IconButton } from "./Button";
import css from "./PeekPanel.module.css";

interface PeekPanelProps {
  title: string;
  status?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
}

/** The right side of a list: what the selected row is, without leaving the list. Esc closes it. */
export function PeekPanel({ title, status, onClose, children, actions }: PeekPanelProps) {
  return (
    <aside
      className={css.panel}
      aria-label={t("common.peek.label")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={css.head}>
        <div className={css.title}>
          <h2>{title}</h2>
          {status}
        </div>
        <IconButton icon={X} label={t("common.peek.close")} onPress={onClose} />
      </header>
      <div className={css.body}>{children}</div>
      {actions !== undefined && <footer className={css.foot}>{actions}</footer>}
    </aside>
  );
}

/** A list with its peek panel; the panel takes its width only while it is open. */
export function WithPeek({ children, peek }: { children: ReactNode; peek: ReactNode }) {
  return (
    <div className={css.split}>
      <div className={css.main}>{children}</div>
      {peek}
    </div>
  );
}
