import css from "./records/Records.module.css";

/** Text that may be cut where it does not fit; the whole is in its tooltip. */
export function Truncated({ children }: { children: string }) {
  return (
    <span className={css.truncated} title={children}>
      {children}
    </span>
  );
}
