// The tax choices of a line: rates already in use first, then those usual in the business's country.
import type { Choice } from "@/components";
import { percent } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PriceItem, TaxCode } from "@/lib/ipc/bindings.gen";
import type { LineEntry, TaxEntry } from "./draftModel";

// Standard and reduced rates in parts per thousand, offered to be picked; nothing is charged unseen.
const usual: Readonly<Record<string, readonly number[]>> = {
  AT: [200, 130, 100],
  AU: [100],
  BE: [210, 120, 60],
  BG: [200, 90],
  CH: [81, 26],
  CY: [190, 90, 50],
  CZ: [210, 120],
  DE: [190, 70],
  DK: [250],
  EE: [240, 90],
  ES: [210, 100, 40],
  FI: [255, 135, 100],
  FR: [200, 100, 55],
  GB: [200, 50],
  GR: [240, 130, 60],
  HR: [250, 130, 50],
  HU: [270, 180, 50],
  IE: [230, 135, 90],
  IT: [220, 100, 50],
  LT: [210, 120, 50],
  LU: [170, 140, 80],
  LV: [210, 120, 50],
  MT: [180, 70, 50],
  NL: [210, 90],
  NO: [250, 150, 120],
  NZ: [150],
  PL: [230, 80, 50],
  PT: [230, 130, 60],
  RO: [210, 110],
  SE: [250, 120, 60],
  SI: [220, 95, 50],
  SK: [230, 190, 50],
};

export const OTHER = "other";
const untaxed: readonly TaxCode[] = ["Z", "E", "AE", "O"];

export function needsReason(code: TaxCode): boolean {
  return code === "E" || code === "AE";
}

/** The choice a line's tax stands for. */
export function choiceOf(tax: TaxEntry): string {
  if (tax.code !== "S") return tax.code;
  return tax.rate === null ? OTHER : `S:${tax.rate}`;
}

export function taxOf(choice: string, before: TaxEntry): TaxEntry {
  if (choice === OTHER) return { code: "S", rate: null, reason: "" };
  if (choice.startsWith("S:")) return { code: "S", rate: Number(choice.slice(2)), reason: "" };
  const code = untaxed.find((known) => known === choice) ?? "O";
  if (code === before.code) return before;
  const reason =
    code === "E" ? t("invoices.tax.reason.E") : code === "AE" ? t("invoices.tax.reason.AE") : "";
  return { code, rate: 0, reason };
}

export function usualRates(country: string): readonly number[] {
  return (usual[country] ?? []).map((perThousand) => perThousand * 1000);
}

export function taxChoices(rates: readonly number[]): readonly Choice[] {
  return [
    ...rates.map((rate) => ({ id: `S:${rate}`, label: percent(rate) })),
    { id: OTHER, label: t("invoices.tax.other") },
    ...untaxed.map((code) => ({
      id: code as string,
      label: t(`invoices.tax.code.${code}`),
      note: t(`invoices.tax.note.${code}`),
    })),
  ];
}

/** Rates worth offering: those of the lines, of the price list, and usual in the country. */
export function ratesToOffer(
  lines: readonly LineEntry[],
  items: readonly PriceItem[],
  country: string,
): readonly number[] {
  const taxes = [
    ...lines.map((line) => line.tax),
    ...items.flatMap((item) => [item.tax, ...item.parts.map((part) => part.tax)]),
  ];
  const used = taxes.flatMap(({ code, rate }) => (code === "S" && rate ? [rate] : []));
  return [...new Set([...used, ...usualRates(country)])].sort((a, b) => b - a);
}

/** A new line is taxed like the one before it, else like the price list, else as usual in the country. */
export function taxForNewLine(
  lines: readonly LineEntry[],
  items: readonly PriceItem[],
  country: string,
  hasVatId: boolean,
): TaxEntry {
  const before = lines.at(-1)?.tax ?? items[0]?.tax;
  if (before !== undefined) return { ...before };
  const rate = hasVatId ? usualRates(country)[0] : undefined;
  return rate === undefined ? { code: "O", rate: 0, reason: "" } : { code: "S", rate, reason: "" };
}
