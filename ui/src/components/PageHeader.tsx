import { type ReactNode, useEffect, useRef } from "react";
import { t } from "@/lib/i18n";
import { announce } from "./announce";
import css from "./PageHeader.module.css";

interface PageHeaderProps {
  title: string;
  /** Chips beside the title. */
  status?: ReactNode;
  /** Quiet line under it. */
  subtitle?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  /** A second line of acts (the case). */
  toolbar?: ReactNode;
  /** Names the window instead of the title, where the title is a date or a number. */
  windowTitle?: string;
}

/** The page's heading. Takes focus when the page opens, names the window, and is read aloud. */
export function PageHeader({
  title,
  status,
  subtitle,
  actions,
  toolbar,
  windowTitle,
}: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = windowTitle ?? title;

  useEffect(() => {
    document.title = t("common.pageTitle", { page: name, app: t("common.appName") });
  }, [name]);

  useEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body || focused.closest("nav") !== null;
    if (isFree || !document.contains(focused)) heading.current?.focus({ preventScroll: true });
    announce(heading.current?.textContent ?? "");
  }, []);

  return (
    <header className={css.header} data-toolbar={toolbar === undefined ? undefined : ""}>
      <div className={css.line}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {status}
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </div>
      {subtitle !== undefined && <p className={css.subtitle}>{subtitle}</p>}
      {toolbar !== undefined && <div className={css.toolbar}>{toolbar}</div>}
    </header>
  );
}
