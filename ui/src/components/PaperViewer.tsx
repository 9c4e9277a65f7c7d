import { ChevronDown, ChevronLeft, ChevronRight, Minus, Plus } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { percent } from "@/lib/format";
import { t } from "@/lib/i18n";
import { Button, IconButton } from "./Button";
import { Menu } from "./Menu";
import css from "./PaperViewer.module.css";
import { type OpenPdf, openPdf, type PageSize } from "./pdf";
import { scaleOf, shownWidth, stepped, type Zoom, zoomSteps } from "./zoom";

interface PaperViewerProps {
  bytes: Uint8Array | undefined;
  /** What this paper is, for readers. */
  name: string;
  /** Drawn over the first page in its own coordinates. */
  overlay?: ReactNode;
  /** Told the words of all pages, once they were read. */
  onText?: (text: string) => void;
}

/** A paper to be read: zoomed, paged, drawn page by page as it is looked at. */
export function PaperViewer({ bytes, name, overlay, onText }: PaperViewerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const place = usePlace(frame);
  const { paper, texts, hasFailed } = useOpened(bytes, onText);
  const [zoom, setZoom] = useState<Zoom>("width");
  const [page, setPage] = useState(0);
  const pages = paper?.pages ?? [];
  const first = pages[0];
  const scale = first === undefined ? 1 : scaleOf(zoom, first, place);

  const go = useCallback((to: number) => {
    const target = frame.current?.querySelector(`[data-page="${to}"]`);
    target?.scrollIntoView({ block: "start" });
  }, []);
  const zoomBy = useCallback((direction: 1 | -1) => setZoom(stepped(scale, direction)), [scale]);
  useZoomWheel(frame, zoomBy);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const acts: Record<string, () => void> = {
      "+": () => zoomBy(1),
      "=": () => zoomBy(1),
      "-": () => zoomBy(-1),
      0: () => setZoom("width"),
      9: () => setZoom("page"),
      1: () => setZoom(1),
      PageDown: () => go(Math.min(page + 1, pages.length - 1)),
      PageUp: () => go(Math.max(page - 1, 0)),
      Home: () => go(0),
      End: () => go(pages.length - 1),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={css.viewer}>
      <div className={css.bar} role="toolbar" aria-label={t("common.viewer.bar")}>
        <Pages page={page} count={pages.length} onGo={go} />
        <ZoomButtons zoom={zoom} scale={scale} onZoom={setZoom} onStep={zoomBy} />
      </div>
      <div
        ref={frame}
        className={css.frame}
        role="document"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard, and its keys zoom and turn pages
        tabIndex={0}
        aria-label={t("common.pdf.label", { name, pages: pages.length })}
        aria-busy={paper === null && !hasFailed}
        onKeyDown={onKeyDown}
        onScroll={() => setPage(pageInView(frame.current))}
      >
        {hasFailed && (
          <p role="alert" className={css.failed}>
            {t("common.pdf.failed")}
          </p>
        )}
        {paper !== null &&
          pages.map((size, at) => (
            <Sheet
              key={at}
              paper={paper}
              at={at}
              size={size}
              width={shownWidth(scale, size)}
              frame={frame}
              text={texts[at]}
              overlay={at === 0 ? overlay : undefined}
            />
          ))}
      </div>
    </div>
  );
}

interface PagesProps {
  page: number;
  count: number;
  onGo: (page: number) => void;
}

function Pages({ page, count, onGo }: PagesProps) {
  return (
    <div className={css.group}>
      <IconButton
        icon={ChevronLeft}
        label={t("common.viewer.previous")}
        isDisabled={page <= 0}
        onPress={() => onGo(page - 1)}
      />
      <span className={css.count} role="status">
        {count === 0 ? "" : t("common.pdf.page", { page: page + 1, pages: count })}
      </span>
      <IconButton
        icon={ChevronRight}
        label={t("common.viewer.next")}
        isDisabled={page >= count - 1}
        onPress={() => onGo(page + 1)}
      />
    </div>
  );
}

interface ZoomButtonsProps {
  zoom: Zoom;
  scale: number;
  onZoom: (zoom: Zoom) => void;
  onStep: (direction: 1 | -1) => void;
}

function ZoomButtons({ zoom, scale, onZoom, onStep }: ZoomButtonsProps) {
  const shown = percent(Math.round(scale * 100) * 10_000);
  return (
    <div className={css.group}>
      <IconButton icon={Minus} label={t("common.viewer.smaller")} onPress={() => onStep(-1)} />
      <Menu
        label={t("common.viewer.zoom")}
        trigger={
          <Button
            kind="quiet"
            icon={ChevronDown}
            aria-label={t("common.viewer.zoomNow", { shown })}
          >
            <span className={css.scale}>
              {typeof zoom === "number" ? shown : t(`common.viewer.fit.${zoom}`)}
            </span>
          </Button>
        }
        acts={[
          { id: "width", label: t("common.viewer.fit.width"), onAct: () => onZoom("width") },
          { id: "page", label: t("common.viewer.fit.page"), onAct: () => onZoom("page") },
          ...zoomSteps.map((step) => ({
            id: String(step),
            label: percent(step * 1_000_000),
            onAct: () => onZoom(step),
          })),
        ]}
      />
      <IconButton icon={Plus} label={t("common.viewer.larger")} onPress={() => onStep(1)} />
    </div>
  );
}

interface SheetProps {
  paper: OpenPdf;
  at: number;
  size: PageSize;
  width: number;
  frame: RefObject<HTMLDivElement | null>;
  text: string | undefined;
  overlay: ReactNode;
}

/** One page, drawn when it comes near, at the size it is shown in. */
function Sheet({ paper, at, size, width, frame, text, overlay }: SheetProps) {
  const holder = useRef<HTMLDivElement>(null);
  const isNear = useNear(holder, frame);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isNear) return undefined;
    const control = new AbortController();
    // The old picture is stretched until the new one is there, so that zooming never blinks.
    paper.draw(at, width, control.signal).then(
      (canvas) => {
        if (!control.signal.aborted) holder.current?.replaceChildren(canvas);
      },
      () => {
        if (!control.signal.aborted) setFailed(true);
      },
    );
    return () => control.abort();
  }, [at, isNear, paper, width]);
  return (
    <div
      className={css.sheet}
      data-page={at}
      style={{ width, aspectRatio: `${size.width} / ${size.height}` }}
    >
      <div ref={holder} className={css.canvas} aria-hidden />
      {overlay}
      {hasFailed && (
        <p role="alert" className={css.failed}>
          {t("common.pdf.failed")}
        </p>
      )}
      {text !== undefined && (
        <div className="sr-only">
          <h2>{t("common.pdf.page", { page: at + 1, pages: paper.pages.length })}</h2>
          <p>{text}</p>
        </div>
      )}
    </div>
  );
}

interface Opened {
  paper: OpenPdf | null;
  texts: readonly string[];
  hasFailed: boolean;
}

const nothing: Opened = { paper: null, texts: [], hasFailed: false };

function useOpened(bytes: Uint8Array | undefined, onText?: (text: string) => void): Opened {
  const [opened, setOpened] = useState<Opened>(nothing);
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    if (bytes === undefined) return undefined;
    const control = new AbortController();
    const read = async () => {
      const paper = await openPdf(bytes, control.signal);
      if (control.signal.aborted) return;
      setOpened({ paper, texts: [], hasFailed: false });
      const texts = await Promise.all(paper.pages.map((_, place) => paper.text(place)));
      if (control.signal.aborted) return;
      setOpened({ paper, texts, hasFailed: false });
      told.current?.(texts.join("\n\n"));
    };
    read().catch(() => {
      if (!control.signal.aborted) setOpened({ ...nothing, hasFailed: true });
    });
    return () => control.abort();
  }, [bytes]);
  return opened;
}

/** The room there is for a page, without the margins around it. */
function usePlace(frame: RefObject<HTMLDivElement | null>) {
  const [place, setPlace] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => {
      const style = getComputedStyle(element);
      const across = Number.parseFloat(style.paddingLeft) * 2 || 0;
      const down = Number.parseFloat(style.paddingTop) * 2 || 0;
      const width = Math.floor(element.clientWidth - across);
      const height = Math.floor(element.clientHeight - down);
      setPlace((before) =>
        before.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return place;
}

function useNear(
  element: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null>,
): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: frame.current, rootMargin: "100%" },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, frame]);
  return isNear;
}

/** Ctrl and the wheel zoom; React listens passively, which could not keep the window from zooming as well. */
function useZoomWheel(frame: RefObject<HTMLElement | null>, zoomBy: (direction: 1 | -1) => void) {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1 : -1);
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [frame, zoomBy]);
}

/** The page that stands across the middle of the frame. */
function pageInView(frame: HTMLElement | null): number {
  if (frame === null) return 0;
  const middle = frame.getBoundingClientRect().top + frame.clientHeight / 2;
  const sheets = [...frame.querySelectorAll("[data-page]")];
  const below = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom >= middle);
  return below === -1 ? Math.max(0, sheets.length - 1) : below;
}
