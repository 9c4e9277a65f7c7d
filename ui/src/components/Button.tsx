import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";
import { t } from "@/lib/i18n";
import css from "./Button.module.css";
import { names } from "./names";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  kind?: ButtonKind;
  icon?: LucideIcon;
  children: ReactNode;
  /** Fills the width of its column. */
  wide?: boolean;
}

/** While pending it keeps focus, says so, and does nothing more. */
export function Button({ kind = "secondary", icon: Icon, children, wide, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={names(css.button, css[kind], wide && css.wide)}>
      {({ isPending }) => (
        <>
          {isPending ? (
            <span className={css.spinner} role="img" aria-label={t("common.pending")} />
          ) : (
            Icon && <Icon className="icon" aria-hidden />
          )}
          {children}
        </>
      )}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  icon: LucideIcon;
  /** Names the button for everyone: read aloud, and shown as its tooltip. */
  label: string;
}

export function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={names(css.button, css.quiet, css.square)}>
        <Icon className="icon" aria-hidden />
      </AriaButton>
      <Tooltip className={css.tooltip ?? ""} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
