// A price being written: figures may still be empty, so they are kept apart from the program's own shape.
import type { Line, PriceItem, TaxCategory, TaxCode } from "@/lib/ipc/bindings.gen";

export interface TaxEntry {
  code: TaxCode;
  rate: number | null;
  reason: string;
}

export interface PartEntry {
  key: number;
  description: string;
  quantity: number | null;
  unit: string;
  unitPrice: number | null;
  tax: TaxEntry;
  discount: Line["discount"];
}

export interface PriceEntry {
  isPackage: boolean;
  name: string;
  description: string;
  unit: string;
  unitPrice: number | null;
  currency: string;
  tax: TaxEntry;
  parts: readonly PartEntry[];
}

let nextKey = 1;

function keyed(part: Omit<PartEntry, "key">): PartEntry {
  nextKey += 1;
  return { key: nextKey, ...part };
}

export function newPart(tax: TaxEntry): PartEntry {
  return keyed({
    description: "",
    quantity: 1000,
    unit: "",
    unitPrice: null,
    tax: { ...tax },
    discount: { kind: "none" },
  });
}

export function newEntry(isPackage: boolean, currency: string, tax: TaxEntry): PriceEntry {
  return {
    isPackage,
    name: "",
    description: "",
    unit: "",
    unitPrice: null,
    currency,
    tax: { ...tax },
    parts: isPackage ? [newPart(tax), newPart(tax)] : [],
  };
}

export function entryOf(item: PriceItem): PriceEntry {
  return { ...item, isPackage: item.parts.length > 0, parts: item.parts.map(keyed) };
}

function taxOf({ code, rate, reason }: TaxEntry): TaxCategory | null {
  if (code !== "S") return { code, rate: 0, reason: needsReason(code) ? reason : "" };
  return rate === null ? null : { code, rate, reason: "" };
}

export function needsReason(code: TaxCode): boolean {
  return code === "E" || code === "AE";
}

/** The whole entry, or null while a figure is missing; the fields say which. */
export function itemOf(entry: PriceEntry): PriceItem | null {
  const { isPackage, parts: entries, ...rest } = entry;
  const parts: Line[] = [];
  for (const { key: _, ...part } of isPackage ? entries : []) {
    const tax = taxOf(part.tax);
    if (tax === null || part.quantity === null || part.unitPrice === null) return null;
    parts.push({ ...part, tax, quantity: part.quantity, unitPrice: part.unitPrice });
  }
  const tax = isPackage ? (parts[0]?.tax ?? null) : taxOf(rest.tax);
  const unitPrice = isPackage ? sumOf(parts) : rest.unitPrice;
  if (tax === null || unitPrice === null) return null;
  return { ...rest, tax, unitPrice, parts };
}

/** What the parts come to before discounts, in ten-thousandths, half up; whole numbers all the way. */
export function sumOf(
  parts: readonly { quantity: number | null; unitPrice: number | null }[],
): number | null {
  let sum = 0n;
  for (const { quantity, unitPrice } of parts) {
    if (quantity === null || unitPrice === null) return null;
    sum += (BigInt(quantity) * BigInt(unitPrice) + 500n) / 1000n;
  }
  return Number(sum);
}
