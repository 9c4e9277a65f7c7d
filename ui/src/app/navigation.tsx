import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";

/** Goes to a page: `go("/invoices/" + id)`. Parts that come from data are encoded by `path`. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const { history } = useRouter();
  return useCallback(
    (to, options) => (options?.replace === true ? history.replace(to) : history.push(to)),
    [history],
  );
}

export function useGoBack(): () => void {
  const { history } = useRouter();
  return useCallback(() => history.back(), [history]);
}

/** `path("invoices", id)` is `/invoices/<id>`, safe for any id. */
export function path(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join("/")}`;
}

interface PageLinkProps {
  to: string;
  children: ReactNode;
  className?: string;
  /** Marks the place where the owner is. */
  isCurrent?: boolean;
}

/** A link to a page of the window. */
export function PageLink({ to, children, className, isCurrent }: PageLinkProps) {
  return (
    <a href={`#${to}`} className={className} aria-current={isCurrent === true ? "page" : undefined}>
      {children}
    </a>
  );
}
