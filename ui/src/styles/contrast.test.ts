import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = readFileSync("src/styles/tokens.css", "utf8");
const schemes: Record<string, string[]> = {
  paper: [':root[data-theme="paper"] {'],
  darkroom: [':root[data-theme="paper"] {', ':root[data-theme="darkroom"] {'],
  "paper, high contrast": [':root[data-theme="paper"] {', '\n:root[data-contrast="high"] {'],
  "darkroom, high contrast": [
    ':root[data-theme="paper"] {',
    ':root[data-theme="darkroom"] {',
    '\n:root[data-contrast="high"] {',
    ':root[data-theme="darkroom"][data-contrast="high"] {',
  ],
};

function tokens(blocks: string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const block of blocks) {
    const start = source.indexOf(block);
    if (start < 0) throw new Error(`no block ${block}`);
    const body = source.slice(start, source.indexOf("\n}", start));
    for (const [, name, value] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8});/g))
      values[name!] = value!;
  }
  return values;
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function ratio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = ["rail", "canvas", "surface", "sunken", "selected"];
const text: [string, string][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...["canvas", "surface", "rail", "accent-soft", "selected"].map((ground): [string, string] => [
    "accent",
    ground,
  ]),
  ["ink", "accent-soft"],
  ["ink-2", "accent-soft"],
  ["ink", "calm-soft"],
  ["ink-2", "calm-soft"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["canvas", "ink"],
  ["good", "good-soft"],
  ["good", "surface"],
  ["warn", "warn-soft"],
  ["calm", "calm-soft"],
  ["surface", "focus"],
];
const shapes: [string, string][] = [
  ...["canvas", "surface", "rail"].map((ground): [string, string] => ["focus", ground]),
  ["line-control", "surface"],
  ["line-control", "canvas"],
];

describe.each(Object.entries(schemes))("%s", (_, blocks) => {
  const values = tokens(blocks);
  it.each(text)("text %s on %s is readable", (ink, ground) => {
    expect(ratio(values[ink]!, values[ground]!), "WCAG AA for text").toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)("%s is visible on %s", (shape, ground) => {
    expect(ratio(values[shape]!, values[ground]!), "WCAG AA for shapes").toBeGreaterThanOrEqual(3);
  });
});
