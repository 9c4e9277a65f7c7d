// The accent of papers: what reads on white, by the same rule the papers are set with.

export type Rgb = readonly [number, number, number];

/** Colours that read well on paper, offered beside the owner's own. */
export const accentChoices = [
  "#b3361f",
  "#1d3c5c",
  "#2c6b4b",
  "#6b3f6e",
  "#7d4f00",
  "#1e1b18",
] as const;
export const defaultAccent = "#b3361f";

export function parseColour(text: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (match === null) return null;
  const part = (at: number) => Number.parseInt(match[at] ?? "0", 16);
  return [part(1), part(2), part(3)];
}

export function colourText(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2 contrast with white paper. */
export function contrastOnWhite(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The colour as papers print it: darkened step by step until it reads at 4.5 to 1. */
export function printedColour(colour: Rgb): Rgb {
  let printed: Rgb = colour;
  while (contrastOnWhite(printed) < 4.5) {
    const darker = (part: number) => Math.max(0, part - (Math.floor(part / 16) + 1));
    printed = [darker(printed[0]), darker(printed[1]), darker(printed[2])];
  }
  return printed;
}
