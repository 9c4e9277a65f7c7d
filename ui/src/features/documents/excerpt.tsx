import type { ExcerptPart } from "@/lib/ipc/bindings.gen";
import css from "./Documents.module.css";

/** The words around what was looked for, which is marked. */
export function Excerpt({ parts }: { parts: readonly ExcerptPart[] }) {
  if (parts.length === 0) return null;
  return (
    <span className={css.excerpt} title={parts.map((part) => part.text).join("")}>
      {parts.map((part, place) =>
        part.isHit ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>,
      )}
    </span>
  );
}
