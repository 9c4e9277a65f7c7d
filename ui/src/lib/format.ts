// The one file for locale formatting and reading. Amounts stay integers: they are written as
// decimal strings digit by digit and only then handed to Intl, which never sees a float.
import { civilMillis, type CivilDate, daysBetween, instantMillis } from "./clock";
import { t } from "./i18n";
import { formatLocale } from "./locale";

/** Integer minor units and an ISO 4217 code, as the program sends them. */
export interface MoneyLike {
  minor: number;
  currency: string;
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const name = `${formatLocale()} ${key}`;
  const known = formatters.get(name);
  if (known !== undefined) return known as F;
  const made = make();
  formatters.set(name, made);
  return made;
}

// ISO 4217 list one; everything else has two decimals.
const zeroDecimals = new Set(
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "),
);
const threeDecimals = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

export function currencyExponent(currency: string): number {
  if (zeroDecimals.has(currency)) return 0;
  return threeDecimals.has(currency) ? 3 : 2;
}

/** `125000` with two decimals is `"1250.00"`. */
export function decimalString(units: number, decimals: number): `${number}` {
  const sign = units < 0 ? "-" : "";
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? "" : `.${digits.slice(digits.length - decimals)}`;
  return `${sign}${whole}${rest}` as `${number}`;
}

interface MoneyOptions {
  /** `whole` leaves out `.00` when the amount is whole, for large figures. */
  decimals?: "always" | "whole";
  /** `false` writes the bare amount, for columns whose head names the currency. */
  currency?: boolean;
}

export function money(amount: MoneyLike, options: MoneyOptions = {}): string {
  const exponent = currencyExponent(amount.currency);
  const isWhole = options.decimals === "whole" && amount.minor % 10 ** exponent === 0;
  const digits = isWhole ? 0 : exponent;
  const withCurrency = options.currency ?? true;
  const formatter = cached(`money ${amount.currency} ${digits} ${withCurrency}`, () => {
    const base = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return withCurrency
      ? new Intl.NumberFormat(formatLocale(), {
          ...base,
          style: "currency",
          currency: amount.currency,
        })
      : new Intl.NumberFormat(formatLocale(), base);
  });
  return formatter.format(decimalString(amount.minor, exponent));
}

/** A unit price, in ten-thousandths of the currency's unit: as many decimals as it needs, at least the usual. */
export function unitPrice(tenThousandths: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const formatter = cached(
    `unit ${exponent}`,
    () =>
      new Intl.NumberFormat(formatLocale(), {
        minimumFractionDigits: exponent,
        maximumFractionDigits: 4,
      }),
  );
  return formatter.format(decimalString(tenThousandths, 4));
}

/** `117500` ppm is `11.75 %` in the style of the locale. */
export function percent(ppm: number): string {
  const formatter = cached(
    "percent",
    () => new Intl.NumberFormat(formatLocale(), { style: "percent", maximumFractionDigits: 4 }),
  );
  return formatter.format(decimalString(ppm, 6));
}

/** `1500` thousandths is `1.5`. */
export function quantity(thousandths: number): string {
  const formatter = cached(
    "quantity",
    () => new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 3 }),
  );
  return formatter.format(decimalString(thousandths, 3));
}

export function count(value: number): string {
  return cached("count", () => new Intl.NumberFormat(formatLocale())).format(value);
}

export function fileSize(bytes: number): string {
  const [value, unit] =
    bytes < 1_000_000
      ? [Math.max(1, Math.round(bytes / 1000)), "kilobyte"]
      : [Math.round(bytes / 100_000) / 10, "megabyte"];
  const formatter = cached(
    `size ${unit}`,
    () => new Intl.NumberFormat(formatLocale(), { style: "unit", unit, maximumFractionDigits: 1 }),
  );
  return formatter.format(value);
}

type DateForm = "short" | "day" | "dayMonth" | "long" | "weekday" | "weekdayLong" | "numeric";

const dateForms: Record<DateForm, Intl.DateTimeFormatOptions> = {
  short: { day: "numeric", month: "short" },
  day: { day: "numeric", month: "short", year: "numeric" },
  dayMonth: { day: "numeric", month: "long" },
  long: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "short" },
  weekdayLong: { weekday: "long", day: "numeric", month: "long" },
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
};

/** A civil date in words. A date that does not exist is shown as it came, never as another day. */
export function date(value: CivilDate, form: DateForm = "day"): string {
  const millis = civilMillis(value);
  if (millis === null) return value;
  return cached(
    `date ${form}`,
    () => new Intl.DateTimeFormat(formatLocale(), { ...dateForms[form], timeZone: "UTC" }),
  ).format(millis);
}

/** `short` in the year of `today`, with the year otherwise. */
export function dateNear(value: CivilDate, today: CivilDate): string {
  return date(value, value.slice(0, 4) === today.slice(0, 4) ? "short" : "day");
}

/** Today, tomorrow, yesterday, in 3 days, 9 days ago. */
export function relativeDay(value: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, value);
  if (days === null) return value;
  if (days === 0) return t("common.day.today");
  if (days === 1) return t("common.day.tomorrow");
  if (days === -1) return t("common.day.yesterday");
  return days > 0 ? t("common.day.in", { days }) : t("common.day.ago", { days: -days });
}

/** Due in 3 days, due today, 9 days late. Overdue starts the day after the due date. */
export function dueWords(due: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, due);
  if (days === null) return due;
  if (days < 0) return t("common.due.late", { days: -days });
  return days === 0 ? t("common.due.today") : t("common.due.in", { days });
}

/** An instant in the given zone (the business's), or in the computer's when none is known. */
export function instant(
  value: string,
  form: "time" | "dayTime" = "dayTime",
  timeZone?: string,
): string {
  const millis = instantMillis(value);
  if (millis === null) return value;
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  return cached(`instant ${form} ${timeZone ?? ""}`, () => {
    const options = form === "time" ? clock : { ...dateForms.day, ...clock };
    return new Intl.DateTimeFormat(
      formatLocale(),
      timeZone === undefined ? options : { ...options, timeZone },
    );
  }).format(millis);
}

/** The civil date of an instant in the given zone, or in the computer's when none is known. */
export function instantDay(value: string, timeZone?: string): CivilDate {
  const millis = instantMillis(value);
  if (millis === null) return value.slice(0, 10);
  const parts = cached(
    `instant day ${timeZone ?? ""}`,
    () =>
      new Intl.DateTimeFormat("en", {
        calendar: "gregory",
        day: "2-digit",
        month: "2-digit",
        year: "numeric",
        ...(timeZone === undefined ? {} : { timeZone }),
      }),
  ).formatToParts(millis);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${find("year")}-${find("month")}-${find("day")}`;
}

/** An amount of the log (`EUR 1250.00`) as money; anything else as it came. */
export function loggedAmount(text: string): string {
  const match = /^([A-Z]{3}) (-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text;
  const [, currency = "", sign = "", whole = "", rest = ""] = match;
  const digits = rest.padEnd(currencyExponent(currency), "0").slice(0, currencyExponent(currency));
  const minor = Number(`${sign}${whole}${digits}`);
  return Number.isSafeInteger(minor) ? money({ minor, currency }) : text;
}
