// The region whose number and date habits are used; the words stay English.
let locale = "en-GB";
const listeners = new Set<() => void>();

export function setFormatLocale(next: string): void {
  const known = Intl.NumberFormat.supportedLocalesOf([next])[0] ?? "en-GB";
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
