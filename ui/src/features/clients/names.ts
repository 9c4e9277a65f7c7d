// Names of countries and languages come from the platform's own tables.
const region = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const language = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

export function countryName(code: string): string {
  try {
    return region.of(code) ?? code;
  } catch {
    return code;
  }
}

export function languageName(tag: string): string {
  try {
    return language.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
