import { type ReactNode, useEffect, useRef, useState } from "react";
import { t } from "@/lib/i18n";
import { type DrawnPage, drawPages } from "./pdf";
import css from "./PdfView.module.css";

interface PdfViewProps {
  /** The file; while it is undefined nothing was drawn yet. */
  bytes: Uint8Array | undefined;
  /** What this paper is, for readers: "Invoice INV-2026-0142". */
  name: string;
  /** Drawn over the first page in its own coordinates (the envelope window). */
  overlay?: ReactNode;
}

/** The real page. Each old one stays until the new one is drawn, so that typing never blinks. */
export function PdfView({ bytes, name, overlay }: PdfViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [pages, setPages] = useState<readonly DrawnPage[]>([]);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (bytes === undefined || width === 0) return undefined;
    const control = new AbortController();
    drawPages(bytes, width, control.signal, (drawn, count) => {
      // Pages that are still to come stay as they were.
      setPages((before) => [
        ...drawn.map(({ canvas, text }, place) => ({
          canvas,
          text: text ?? before[place]?.text ?? null,
        })),
        ...before.slice(drawn.length, count),
      ]);
      setFailed(false);
    }).catch(() => {
      if (!control.signal.aborted) setFailed(true);
    });
    return () => control.abort();
  }, [bytes, width]);

  return (
    <div
      ref={frame}
      className={css.frame}
      role="document"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard, and a page has nothing else to focus
      tabIndex={0}
      aria-label={t("common.pdf.label", { name, pages: pages.length })}
      aria-busy={pages.length === 0 && !hasFailed}
    >
      {hasFailed && (
        <p role="alert" className={css.failed}>
          {t("common.pdf.failed")}
        </p>
      )}
      {pages.length === 0 && !hasFailed && (
        <div className={css.blank} role="status" aria-label={t("common.pdf.drawing")} />
      )}
      {pages.map((page, place) => (
        <div key={place} className={css.page}>
          <CanvasHolder canvas={page.canvas} />
          {place === 0 && overlay}
          <div className="sr-only">
            <h2>{t("common.pdf.page", { page: place + 1, pages: pages.length })}</h2>
            <p>{page.text}</p>
          </div>
        </div>
      ))}
    </div>
  );
}

function CanvasHolder({ canvas }: { canvas: HTMLCanvasElement }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    holder.current?.replaceChildren(canvas);
  }, [canvas]);
  return <div ref={holder} className={css.canvas} aria-hidden />;
}

function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, 100);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [frame]);
  return width;
}
