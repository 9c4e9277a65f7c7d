// The draft as it is typed: the wire's draft, but fields may be empty, and lines keep a key of their
// own so that they can move without losing what was typed.
import { addDays, type CivilDate, civilMillis } from "@/lib/clock";
import type {
  Discount,
  DraftInvoice,
  FieldProblem,
  Line,
  PriceItem,
  TaxCategory,
  TaxCode,
} from "@/lib/ipc/bindings.gen";

export interface LineEntry {
  key: string;
  description: string;
  quantity: number | null;
  unit: string;
  unitPrice: number | null;
  discount: DiscountEntry;
  tax: TaxEntry;
}

export interface DiscountEntry {
  kind: Discount["kind"];
  value: number | null;
}

export interface TaxEntry {
  code: TaxCode;
  rate: number | null;
  reason: string;
}

export interface InstalmentEntry {
  key: string;
  dueOn: CivilDate | null;
  amountMinor: number | null;
}

export interface DraftEntry extends Omit<DraftInvoice, "lines" | "instalments" | "paymentDays"> {
  paymentDays: number | null;
  lines: readonly LineEntry[];
  instalments: readonly InstalmentEntry[];
}

let lastKey = 0;

export function newKey(): string {
  lastKey += 1;
  return `line-${lastKey}`;
}

export function lineEntry(line: Line): LineEntry {
  const { discount } = line;
  return {
    ...line,
    key: newKey(),
    discount: { kind: discount.kind, value: discount.kind === "none" ? null : discount.value },
    tax: { ...line.tax, rate: line.tax.rate },
  };
}

export function entryOf(draft: DraftInvoice): DraftEntry {
  return {
    ...draft,
    lines: draft.lines.map(lineEntry),
    instalments: draft.instalments.map((part) => ({ ...part, key: newKey() })),
  };
}

function discountOf({ kind, value }: DiscountEntry): Discount {
  return kind === "none" ? { kind } : { kind, value: value ?? 0 };
}

function lineOf(line: LineEntry): Line {
  const { key: _key, ...rest } = line;
  return {
    ...rest,
    quantity: line.quantity ?? 0,
    unitPrice: line.unitPrice ?? 0,
    discount: discountOf(line.discount),
    tax: { ...line.tax, rate: line.tax.rate ?? 0 },
  };
}

export interface Read {
  /** The draft for the program; null while something cannot be said in it. */
  draft: DraftInvoice | null;
  /** What is missing for that. */
  missing: readonly FieldProblem[];
}

/** An empty price or quantity is zero and the program names it; an empty date or term has no number to stand for it. */
export function readEntry(entry: DraftEntry): Read {
  const missing: FieldProblem[] = [];
  if (entry.paymentDays === null) missing.push({ field: "paymentDays", problem: "required" });
  const instalments = entry.instalments.flatMap(({ dueOn, amountMinor }, place) => {
    if (dueOn === null) {
      missing.push({ field: `instalments[${place}].dueOn`, problem: "required" });
      return [];
    }
    return [{ dueOn, amountMinor: amountMinor ?? 0 }];
  });
  const { paymentDays, lines, ...rest } = entry;
  if (missing.length > 0 || paymentDays === null) return { draft: null, missing };
  return { draft: { ...rest, paymentDays, lines: lines.map(lineOf), instalments }, missing };
}

/** The lines that an entry of the price list brings; a package brings its parts. */
export function linesOf(item: PriceItem): LineEntry[] {
  if (item.parts.length > 0) return item.parts.map(lineEntry);
  const description = item.description === "" ? item.name : `${item.name}\n${item.description}`;
  const { unit, unitPrice, tax } = item;
  const discount: Discount = { kind: "none" };
  return [lineEntry({ description, quantity: 1000, unit, unitPrice, discount, tax })];
}

export function blankLine(description: string, tax: TaxCategory | TaxEntry): LineEntry {
  return {
    key: newKey(),
    description,
    quantity: 1000,
    unit: "",
    unitPrice: null,
    discount: { kind: "none", value: null },
    tax: { ...tax },
  };
}

export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const rest = items.filter((_, place) => place !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The same day `months` later, or the last day of a shorter month. */
export function monthsLater(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const whole = year * 12 + (month - 1) + months;
  const stem = `${String(Math.floor(whole / 12)).padStart(4, "0")}-${String((whole % 12) + 1).padStart(2, "0")}`;
  for (let last = day; last > 28; last -= 1) {
    const candidate = `${stem}-${String(last).padStart(2, "0")}`;
    if (civilMillis(candidate) !== null) return candidate;
  }
  return `${stem}-${String(Math.min(day, 28)).padStart(2, "0")}`;
}

/** `payable` in `count` parts a month apart; what does not divide goes to the first ones, so that nothing is lost. */
export function splitEvenly(
  payable: number,
  count: number,
  firstDue: CivilDate,
): InstalmentEntry[] {
  const share = Math.floor(payable / count);
  const over = payable - share * count;
  return Array.from({ length: count }, (_, place) => ({
    key: newKey(),
    dueOn: monthsLater(firstDue, place),
    amountMinor: share + (place < over ? 1 : 0),
  }));
}

export function firstDue(
  issueOn: CivilDate | null,
  days: number | null,
  today: CivilDate,
): CivilDate {
  return addDays(issueOn ?? today, days ?? 0) ?? today;
}
