// Draws PDF bytes. pdf.js is loaded when the first page is needed; its worker comes from our own origin.
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist";
import type { TextContent } from "pdfjs-dist/types/src/display/api";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export interface DrawnPage {
  canvas: HTMLCanvasElement;
  /** Null while it was not read. */
  text: string | null;
}

/** A page's own size, in points. */
export interface PageSize {
  width: number;
  height: number;
}

/** A file that stays open while it is looked at. */
export interface OpenPdf {
  pages: readonly PageSize[];
  /** Draws a page (from 0) `width` CSS pixels wide. */
  draw: (place: number, width: number, signal: AbortSignal) => Promise<HTMLCanvasElement>;
  text: (place: number) => Promise<string>;
  close: () => void;
}

type Library = typeof import("pdfjs-dist");

/** Wider canvases take memory and show nothing more. */
const WIDEST = 5000;

let loading: Promise<Library> | null = null;
let shared: PDFWorker | null = null;

function library(): Promise<Library> {
  loading ??= import("pdfjs-dist/legacy/build/pdf.mjs").then((loaded: Library) => {
    loaded.GlobalWorkerOptions.workerSrc = workerUrl;
    return loaded;
  });
  return loading;
}

/** One worker draws all papers: starting one for each costs more than drawing a page. */
function worker(pdf: Library): PDFWorker {
  if (shared === null || shared.destroyed) shared = new pdf.PDFWorker();
  return shared;
}

/** The bytes are copied: pdf.js keeps what it is given. */
function begin(pdf: Library, bytes: Uint8Array) {
  return pdf.getDocument({
    data: bytes.slice(),
    worker: worker(pdf),
    // Glyphs are drawn as paths and nothing is evaluated, so the content policy stays strict.
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
  });
}

/** Draws every page `width` CSS pixels wide, and tells of each when it is there. */
export async function drawPages(
  bytes: Uint8Array,
  width: number,
  signal: AbortSignal,
  tell: (drawn: readonly DrawnPage[], count: number) => void,
): Promise<void> {
  const task = begin(await library(), bytes);
  signal.addEventListener("abort", () => void task.destroy(), { once: true });
  try {
    const document = await task.promise;
    const drawn: DrawnPage[] = [];
    const opened: PDFPageProxy[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      // One after another: the first page is what the owner looks at, and pages share one worker.
      // oxlint-disable-next-line no-await-in-loop
      const page = await document.getPage(number);
      // oxlint-disable-next-line no-await-in-loop
      const canvas = await drawPage(page, width);
      opened.push(page);
      drawn.push({ canvas, text: null });
      signal.throwIfAborted();
      tell(drawn, document.numPages);
    }
    // Words for readers come after what eyes wait for.
    const texts = await Promise.all(opened.map(pageText));
    signal.throwIfAborted();
    tell(
      drawn.map(({ canvas }, place) => ({ canvas, text: texts[place] ?? "" })),
      document.numPages,
    );
  } finally {
    void task.destroy();
  }
}

/** Opens a file for the viewer, which draws the pages that are looked at. */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<OpenPdf> {
  const task = begin(await library(), bytes);
  signal.addEventListener("abort", () => void task.destroy(), { once: true });
  const document = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, place) => sizeOf(document, place)),
  );
  return {
    pages,
    draw: async (place, width, stopped) => {
      const page = await document.getPage(place + 1);
      stopped.throwIfAborted();
      return drawPage(page, width, stopped);
    },
    text: async (place) => pageText(await document.getPage(place + 1)),
    close: () => void task.destroy(),
  };
}

async function sizeOf(document: PDFDocumentProxy, place: number): Promise<PageSize> {
  const page = await document.getPage(place + 1);
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

async function drawPage(
  page: PDFPageProxy,
  width: number,
  signal?: AbortSignal,
): Promise<HTMLCanvasElement> {
  const natural = page.getViewport({ scale: 1 });
  const pixels = Math.min(width * (window.devicePixelRatio || 1), WIDEST);
  const viewport = page.getViewport({ scale: pixels / natural.width });
  const canvas = window.document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  signal?.addEventListener("abort", () => task.cancel(), { once: true });
  await task.promise;
  return canvas;
}

/** Read chunk by chunk: WebKit cannot iterate over a stream, which `getTextContent` does. */
async function pageText(page: PDFPageProxy): Promise<string> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  let text = "";
  for (;;) {
    // Chunks come in their order.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read();
    if (done) return text;
    text += value.items
      .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : " ") : ""))
      .join("");
  }
}
