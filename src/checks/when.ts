import type { When } from '../model/dates.ts';

const LAST_DAY = '-12-31';

/** First day of a date or period, as an ISO date: `2022-10` begins on `2022-10-01`. */
export function startOf(when: When): string {
  const text = typeof when === 'string' ? when : when.from;
  return `${text}${'-01-01'.slice(text.length - 4)}`;
}

/** Last day of a date or period, as an ISO date; of an open period its first. Months end on the 31st here, for comparing only. */
export function endOf(when: When): string {
  const text = typeof when === 'string' ? when : (when.to ?? when.from);
  if (text.length === 10) return text;
  return text.length === 7 ? `${text}-31` : `${text}${LAST_DAY}`;
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
