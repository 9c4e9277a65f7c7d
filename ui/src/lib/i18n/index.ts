// Every word of the window comes from here. Keys are `area.name`; messages are ICU.
import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./en";

type Catalogue = typeof en;
export type MessageKey = {
  [A in keyof Catalogue]: `${A}.${Extract<keyof Catalogue[A], string>}`;
}[keyof Catalogue];
export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

function source(key: string): string {
  const dot = key.indexOf(".");
  const area = (en as Record<string, Record<string, string> | undefined>)[key.slice(0, dot)];
  return area?.[key.slice(dot + 1)] ?? key;
}

/** The words for `key`. A value that is missing leaves its name visible instead of failing the page. */
export function t(key: MessageKey, values?: MessageValues): string {
  let message = compiled.get(key);
  if (message === undefined) {
    const words = source(key);
    // Most messages are only words; reading them as a pattern gives the same at a hundred times the price.
    if (!/[{}'#]/.test(words)) return words;
    // The words are English, so their plurals follow English whatever the region.
    message = new IntlMessageFormat(words, "en", undefined, { ignoreTag: true });
    compiled.set(key, message);
  }
  try {
    return String(message.format(values as Record<string, string | number> | undefined));
  } catch (failure) {
    if (import.meta.env.MODE === "test") throw failure;
    return source(key);
  }
}

export { en };
