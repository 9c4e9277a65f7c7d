// The only file of the window that touches Date. Rules and "today" come from the program;
// here are calendar sums on civil dates ('YYYY-MM-DD') that need no clock, and one reading of an instant.

export type CivilDate = string;

const DAY = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Midnight UTC of a civil date, for Intl with timeZone UTC; null when the date does not exist. */
export function civilMillis(date: CivilDate): number | null {
  const match = shape.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, day);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return made.getTime();
}

export function civilFromMillis(millis: number): CivilDate {
  return new Date(millis).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier; null when one does not exist. */
export function daysBetween(from: CivilDate, to: CivilDate): number | null {
  const [a, b] = [civilMillis(from), civilMillis(to)];
  return a === null || b === null ? null : Math.round((b - a) / DAY);
}

export function addDays(date: CivilDate, days: number): CivilDate | null {
  const millis = civilMillis(date);
  return millis === null ? null : civilFromMillis(millis + days * DAY);
}

/** Milliseconds of an instant written by the program ('2026-11-21T08:00:00.000Z'). */
export function instantMillis(instant: string): number | null {
  const millis = Date.parse(instant);
  return Number.isNaN(millis) ? null : millis;
}
