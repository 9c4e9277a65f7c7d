// How large a page is shown: as wide as the place, as a whole, or at a size of its own.
import type { PageSize } from "./pdf";

/** `1` shows a page at its printed size. */
export type Zoom = "width" | "page" | number;

export const zoomSteps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

const PIXELS_PER_POINT = 96 / 72;

interface Place {
  width: number;
  height: number;
}

/** How much larger than printed a page is shown. */
export function scaleOf(zoom: Zoom, page: PageSize, place: Place): number {
  if (typeof zoom === "number") return zoom;
  const wide = place.width / (page.width * PIXELS_PER_POINT);
  if (zoom === "width") return limited(wide);
  return limited(Math.min(wide, place.height / (page.height * PIXELS_PER_POINT)));
}

/** The width of a page in CSS pixels. */
export function shownWidth(scale: number, page: PageSize): number {
  return Math.max(1, Math.floor(page.width * PIXELS_PER_POINT * scale));
}

/** The next step up or down; at the end it stays. */
export function stepped(scale: number, direction: 1 | -1): number {
  // A page fitted to the window is hardly ever exactly at a step.
  const slack = 0.01;
  const next =
    direction === 1
      ? zoomSteps.find((step) => step > scale + slack)
      : zoomSteps.findLast((step) => step < scale - slack);
  return next ?? limited(scale);
}

function limited(scale: number): number {
  return Math.min(4, Math.max(0.1, scale));
}
