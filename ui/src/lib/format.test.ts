import { afterEach, describe, expect, it } from "vitest";
import { addDays, civilMillis, daysBetween } from "./clock";
import {
  currencyExponent,
  date,
  decimalString,
  dueWords,
  money,
  percent,
  quantity,
  relativeDay,
  unitPrice,
} from "./format";
import { setFormatLocale } from "./locale";
import { editText, parseScaled } from "./parse";

afterEach(() => setFormatLocale("en-GB"));
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, " ");

describe("amounts", () => {
  it("are_written_with_the_decimals_of_their_currency", () => {
    expect(money({ minor: 125000, currency: "GBP" })).toBe("£1,250.00");
    expect(money({ minor: 125000, currency: "JPY" })).toBe("JP¥125,000");
    expect(currencyExponent("KWD"), "the dinar has a thousand fils").toBe(3);
  });
  it("keep_every_digit_of_the_largest_sum", () => {
    const largest = money({ minor: Number.MAX_SAFE_INTEGER, currency: "GBP" });
    expect(largest, "a float would lose the pence").toBe("£90,071,992,547,409.91");
  });
  it("leave_out_zeros_only_when_whole", () => {
    expect(money({ minor: 1842000, currency: "GBP" }, { decimals: "whole" })).toBe("£18,420");
    expect(money({ minor: 1842001, currency: "GBP" }, { decimals: "whole" })).toBe("£18,420.01");
  });
  it("follow_the_region", () => {
    setFormatLocale("de-DE");
    expect(plain(money({ minor: -125050, currency: "EUR" }))).toBe("-1.250,50 €");
    expect(plain(percent(117500))).toBe("11,75 %");
    expect(quantity(1500)).toBe("1,5");
    expect(unitPrice(12345, "EUR")).toBe("1,2345");
  });
  it("are_spelled_digit_by_digit", () => {
    expect(decimalString(5, 2)).toBe("0.05");
    expect(decimalString(-5, 2)).toBe("-0.05");
    expect(decimalString(7, 0)).toBe("7");
  });
});

describe("typed numbers", () => {
  const units = (text: string, decimals = 2) => {
    const parsed = parseScaled(text, decimals);
    return parsed.ok ? parsed.units : parsed.reason;
  };
  it("are_read_in_the_way_of_the_region_and_the_only_other_possible_one", () => {
    expect(units("1,250.00")).toBe(125000);
    expect(units("1.250,00")).toBe(125000);
    expect(units("1250")).toBe(125000);
    expect(units("12,5"), "12,5 can only be twelve and a half").toBe(1250);
    expect(units("1,250"), "in Britain the comma groups").toBe(125000);
    setFormatLocale("de-DE");
    expect(units("1.250"), "in Germany the dot groups").toBe(125000);
    expect(units("1,25")).toBe(125);
  });
  it("are_refused_when_unclear_or_too_fine", () => {
    expect(units("")).toBe("empty");
    expect(units("12x")).toBe("shape");
    expect(units("1,2,3")).toBe("shape");
    expect(units("1.2.3,4")).toBe("shape");
    expect(units("12.345")).toBe("precision");
    expect(units("12.340"), "a zero more is the same amount").toBe(1234);
    expect(units("90071992547409.92"), "beyond exact integers").toBe("size");
    expect(units("--5")).toBe("shape");
    expect(units(".")).toBe("shape");
  });
  it("take_spaces_apostrophes_and_a_minus", () => {
    expect(units("1 250.00")).toBe(125000);
    expect(units("1’250.00")).toBe(125000);
    expect(units("\u22125")).toBe(-500);
  });
  it("read_back_as_they_are_shown_in_every_region", () => {
    for (const locale of ["en-GB", "de-DE", "fr-FR", "de-CH", "en-IN", "pl-PL"]) {
      setFormatLocale(locale);
      for (const value of [0, 1, 99, 100, 123456, 100000000, -2550]) {
        expect(units(editText(value, 2, 2)), `${value} in ${locale}`).toBe(value);
        expect(units(editText(value, 4), 4), `${value} in ${locale}`).toBe(value);
        const grouped = money({ minor: value, currency: "EUR" }, { currency: false });
        expect(units(grouped), `${grouped} in ${locale}`).toBe(value);
      }
    }
  });
});

describe("days", () => {
  it("that_do_not_exist_are_not_turned_into_others", () => {
    expect(civilMillis("2026-02-30")).toBeNull();
    expect(date("2026-02-30")).toBe("2026-02-30");
    expect(civilMillis("0050-01-01"), "year 50 is not 1950").toBeLessThan(
      civilMillis("1900-01-01") ?? 0,
    );
  });
  it("are_counted_over_leap_days_and_clock_changes", () => {
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });
  it("are_late_from_the_day_after_the_due_date", () => {
    expect(dueWords("2026-11-21", "2026-11-21")).toBe("due today");
    expect(dueWords("2026-11-20", "2026-11-21")).toBe("1 day late");
    expect(dueWords("2026-11-12", "2026-11-21")).toBe("9 days late");
    expect(relativeDay("2026-11-22", "2026-11-21")).toBe("tomorrow");
  });
});
