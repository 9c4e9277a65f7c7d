import type { ReactNode } from "react";
import { Button } from "@/components";
import { t } from "@/lib/i18n";
import css from "./ChosenBar.module.css";

interface ChosenBarProps {
  /** What the acts are for. */
  label: string;
  /** How many of what. */
  count: string;
  onClear: () => void;
  note?: string | null;
  /** The acts. */
  children: ReactNode;
}

/** Above a list: what can be done with the rows that are ticked. */
export function ChosenBar({ label, count, onClear, note = null, children }: ChosenBarProps) {
  return (
    <div className={css.bar} role="toolbar" aria-label={label}>
      <b>{count}</b>
      {children}
      <Button kind="quiet" onPress={onClear}>
        {t("parts.chosen.none")}
      </Button>
      {note !== null && <span>{note}</span>}
    </div>
  );
}
