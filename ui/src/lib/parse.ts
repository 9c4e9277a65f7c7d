// Reading numbers that people type. Strict: a text is understood in one way or refused.
import { decimalString } from "./format";
import { formatLocale } from "./locale";

export type Parsed =
  | { ok: true; units: number }
  | { ok: false; reason: "empty" | "shape" | "precision" | "size" };

function separators(): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(formatLocale()).formatToParts(1234567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: find("decimal") ?? ".", group: find("group") ?? "," };
}

function isGrouped(whole: string, group: string): boolean {
  const [first, ...rest] = whole.split(group);
  if (rest.length === 0) return /^\d+$/.test(whole);
  const firstOk = first !== undefined && /^\d{1,3}$/.test(first);
  // Indian grouping: pairs, then three at the end.
  return (
    firstOk && /^\d{3}$/.test(rest.at(-1) ?? "") && rest.every((part) => /^\d{2,3}$/.test(part))
  );
}

function normalise(text: string): string {
  return text.replace(/[\u2212\u2010\u2011]/gu, "-").replace(/[\s\u00A0\u202F\u2009'’]/gu, "");
}

/**
 * Reads `"1.250,00"`, `"1,250.00"` or `"1250"` into scaled integers by the locale's marks.
 * With both marks present the last one is the decimal mark. One mark alone follows the locale,
 * except where only one reading is possible (`"12.5"` where the dot groups).
 */
export function parseScaled(text: string, decimals: number): Parsed {
  let rest = normalise(text);
  if (rest === "") return { ok: false, reason: "empty" };
  const negative = rest.startsWith("-");
  if (negative) rest = rest.slice(1);
  if (!/^[\d.,]+$/.test(rest)) return { ok: false, reason: "shape" };

  const mark = decimalMark(rest);
  const at = mark === null ? -1 : rest.lastIndexOf(mark);
  const whole = at < 0 ? rest : rest.slice(0, at);
  const fraction = at < 0 ? "" : rest.slice(at + 1);
  const group = mark === "." ? "," : mark === "," ? "." : whole.includes(".") ? "." : ",";
  if (mark !== null && (fraction === "" || !/^\d+$/.test(fraction)))
    return { ok: false, reason: "shape" };
  if (whole !== "" && !isGrouped(whole, group)) return { ok: false, reason: "shape" };
  if (whole === "" && fraction === "") return { ok: false, reason: "shape" };
  if (/[^0]/.test(fraction.slice(decimals))) return { ok: false, reason: "precision" };

  const digits = whole.replaceAll(group, "") + fraction.slice(0, decimals).padEnd(decimals, "0");
  const units = Number(digits === "" ? "0" : digits);
  if (!Number.isSafeInteger(units)) return { ok: false, reason: "size" };
  return { ok: true, units: negative && units !== 0 ? -units : units };
}

/** Which character is the decimal mark of this text, or none. */
function decimalMark(text: string): "." | "," | null {
  const [dots, commas] = [text.split(".").length - 1, text.split(",").length - 1];
  if (dots > 0 && commas > 0) return text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  if (dots + commas === 0) return null;
  const mark = dots > 0 ? "." : ",";
  if (dots + commas > 1) return null;
  const { decimal } = separators();
  if (mark === decimal) return mark;
  const at = text.indexOf(mark);
  const couldGroup = /^\d{3}$/.test(text.slice(at + 1)) && /^[1-9]\d{0,2}$/.test(text.slice(0, at));
  return couldGroup ? null : mark;
}

/** The text a field shows for a value: the locale's decimal mark, no grouping, so that it reads back. */
export function editText(units: number, decimals: number, fewestDecimals = 0): string {
  const [whole = "0", rest = ""] = decimalString(units, decimals).split(".");
  let end = rest.length;
  while (end > fewestDecimals && rest[end - 1] === "0") end -= 1;
  return end === 0 ? whole : whole + separators().decimal + rest.slice(0, end);
}
