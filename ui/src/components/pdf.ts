// Draws PDF bytes. pdf.js is loaded when the first page is needed; its worker comes from our own origin.
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { TextContent } from "pdfjs-dist/types/src/display/api";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export interface DrawnPage {
  canvas: HTMLCanvasElement;
  text: string;
}

type Library = typeof import("pdfjs-dist");

let loading: Promise<Library> | null = null;

function library(): Promise<Library> {
  loading ??= import("pdfjs-dist/legacy/build/pdf.mjs").then((loaded: Library) => {
    loaded.GlobalWorkerOptions.workerSrc = workerUrl;
    return loaded;
  });
  return loading;
}

/** Draws every page `width` CSS pixels wide. The bytes are copied: pdf.js keeps what it is given. */
export async function drawPages(
  bytes: Uint8Array,
  width: number,
  signal: AbortSignal,
): Promise<DrawnPage[]> {
  const pdf = await library();
  const task = pdf.getDocument({
    data: bytes.slice(),
    // Glyphs are drawn as paths and nothing is evaluated, so the content policy stays strict.
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
  });
  signal.addEventListener("abort", () => void task.destroy(), { once: true });
  try {
    const document = await task.promise;
    const drawn: DrawnPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      signal.throwIfAborted();
      // One after another: the first page is what the owner looks at, and pages share one worker.
      // oxlint-disable-next-line no-await-in-loop
      drawn.push(await drawPage(document, number, width));
    }
    return drawn;
  } finally {
    void task.destroy();
  }
}

async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
): Promise<DrawnPage> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: (width / natural.width) * (window.devicePixelRatio || 1),
  });
  const canvas = window.document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const [text] = await Promise.all([pageText(page), page.render({ canvas, viewport }).promise]);
  return { canvas, text };
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
