// What a country usually means for a studio: money, sheet, language of papers, how accounts are written.
// Suggestions only; every one of them can be changed beside it.
import type { PaperSize } from "@/lib/ipc/bindings.gen";

/** How an account is written so that a client's bank finds it. */
export type AccountForm =
  | "iban"
  | "sortCode"
  | "routing"
  | "transit"
  | "bsb"
  | "number"
  | "ifsc"
  | "branch"
  | "other";

export interface CountryHabits {
  currency: string;
  paper: PaperSize;
  language: string;
  account: AccountForm;
}

const euro =
  "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM VA XK ME".split(" ");
const currencies: Readonly<Record<string, string>> = {
  AE: "AED",
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  GG: "GBP",
  HK: "HKD",
  HU: "HUF",
  IM: "GBP",
  IN: "INR",
  IS: "ISK",
  JE: "GBP",
  JP: "JPY",
  LI: "CHF",
  MX: "MXN",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  PR: "USD",
  RO: "RON",
  SE: "SEK",
  SG: "SGD",
  US: "USD",
  ZA: "ZAR",
};
const letterPaper = new Set("US CA MX PR PH CL CO CR DO GT NI PA SV VE".split(" "));
const ibanBeyondEuro = new Set(
  "AE AL AZ BA BH BR CH CR CZ DK DO EG FO GE GI GL GT HU IL IQ IS JO KW KZ LB LC LI LY MD MK MR NO PK PL PS QA RO RS SA SC SD SE SV TL TN TR UA VG".split(
    " ",
  ),
);
const accounts: Readonly<Record<string, AccountForm>> = {
  AU: "bsb",
  CA: "transit",
  GB: "sortCode",
  GG: "sortCode",
  IM: "sortCode",
  IN: "ifsc",
  JE: "sortCode",
  NZ: "number",
  PR: "routing",
  US: "routing",
  ZA: "branch",
};

/** Tags that papers and letters are written in so far. */
export const paperLanguages =
  "en-GB en-US en-IE en-CA en-AU en-NZ en-ZA en-IN en-DE en-AT en-NL en-BE en-CH de-DE de-AT de-CH fr-FR fr-BE fr-CH fr-CA".split(
    " ",
  );
/** Where most clients read one language that is not English. */
const spoken: Readonly<Record<string, string>> = {
  AT: "de-AT",
  DE: "de-DE",
  FR: "fr-FR",
  LI: "de-CH",
  MC: "fr-FR",
};

export function habitsOf(country: string): CountryHabits {
  const own = spoken[country] ?? `en-${country}`;
  const usesIban = euro.includes(country) || ibanBeyondEuro.has(country);
  return {
    currency: currencies[country] ?? (euro.includes(country) ? "EUR" : "USD"),
    paper: letterPaper.has(country) ? "letter" : "a4",
    language: paperLanguages.includes(own) ? own : letterPaper.has(country) ? "en-US" : "en-GB",
    account: accounts[country] ?? (usesIban ? "iban" : "other"),
  };
}

const zones: readonly [string, string][] = [
  ["Europe/London", "GB"],
  ["Europe/Dublin", "IE"],
  ["Europe/Berlin", "DE"],
  ["Europe/Vienna", "AT"],
  ["Europe/Zurich", "CH"],
  ["Europe/Amsterdam", "NL"],
  ["Europe/Brussels", "BE"],
  ["Europe/Paris", "FR"],
  ["Europe/Madrid", "ES"],
  ["Europe/Rome", "IT"],
  ["Europe/Lisbon", "PT"],
  ["Europe/Copenhagen", "DK"],
  ["Europe/Stockholm", "SE"],
  ["Europe/Oslo", "NO"],
  ["Europe/Helsinki", "FI"],
  ["Europe/Warsaw", "PL"],
  ["Europe/Prague", "CZ"],
  ["Europe/Budapest", "HU"],
  ["Europe/Athens", "GR"],
  ["America/New_York", "US"],
  ["America/Chicago", "US"],
  ["America/Denver", "US"],
  ["America/Los_Angeles", "US"],
  ["America/Phoenix", "US"],
  ["America/Toronto", "CA"],
  ["America/Vancouver", "CA"],
  ["Australia/Sydney", "AU"],
  ["Australia/Melbourne", "AU"],
  ["Australia/Brisbane", "AU"],
  ["Australia/Perth", "AU"],
  ["Pacific/Auckland", "NZ"],
  ["Africa/Johannesburg", "ZA"],
  ["Asia/Kolkata", "IN"],
  ["Asia/Calcutta", "IN"],
];

/** The country a clock setting speaks for; empty when it could be several. */
export function countryOfZone(timeZone: string): string {
  return zones.find(([zone]) => zone === timeZone)?.[1] ?? "";
}

export function zoneOfCountry(country: string): string {
  return zones.find(([, owner]) => owner === country)?.[0] ?? "";
}

export function isNowhere(timeZone: string): boolean {
  return timeZone === "" || timeZone === "UTC" || timeZone.startsWith("Etc/");
}

/** How a language of papers is called, such as "English (United Kingdom)". */
export function languageLabel(tag: string): string {
  const [language = tag, region] = tag.split("-");
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  if (region === undefined) return name;
  return `${name} (${new Intl.DisplayNames(["en"], { type: "region" }).of(region) ?? region})`;
}
