import type { When } from '../model/dates.ts';

/** First day of a date or period, as an ISO date: `2022-10` begins on `2022-10-01`. */
export function startOf(when: When): string {
  const text = typeof when === 'string' ? when : when.from;
  return `${text}${'-01-01'.slice(text.length - 4)}`;
}

/** Last day of a date or period, as an ISO date; of an open period its first. Months end on the 31st, for comparing only. */
export function endOf(when: When): string {
  const text = typeof when === 'string' ? when : (when.to ?? when.from);
  return `${text}${'-12-31'.slice(text.length - 4)}`;
}

/** True where a date or period lies before a day; an open period never does. */
export function hasEnded(when: When, today: string): boolean {
  const open = typeof when === 'object' && when.to === undefined;
  return !open && endOf(when) < today;
}

/** True where a date or period has begun by a day. */
export function hasBegun(when: When, today: string): boolean {
  return startOf(when) <= today;
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
