// The region whose number and date habits are used; the words stay English. The choice is remembered
// here so that the first frame is right; what the program says is the truth.
const STORED_AS = "safelight.locale";
const listeners = new Set<() => void>();
let locale = remembered() ?? "en-GB";

/** What an earlier start left; nothing on the first one. */
export function remembered(): string | undefined {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return stored === null ? undefined : Intl.NumberFormat.supportedLocalesOf([stored])[0];
  } catch {
    return undefined;
  }
}

export function setFormatLocale(next: string): void {
  const known = Intl.NumberFormat.supportedLocalesOf([next])[0] ?? "en-GB";
  try {
    localStorage.setItem(STORED_AS, known);
  } catch {
    // The next start begins with the usual habits and corrects itself.
  }
  if (known === locale) return;
  locale = known;
  for (const listener of listeners) listener();
}

export function formatLocale(): string {
  return locale;
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
