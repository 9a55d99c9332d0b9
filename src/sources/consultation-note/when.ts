import type { When } from '../../model/dates.ts';

/** The first and the last moment a date or a period can mean, as comparable text. */
export interface Span {
  readonly from: string;
  /** Absent for a period that is still open. */
  readonly to?: string;
}

/**
 * Span of a date or a period of the process.
 *
 * @param when A day, month or year, or a period.
 */
export function spanOf(when: When): Span {
  if (typeof when === 'string') return { from: when, to: when };
  return { from: when.from, ...(when.to !== undefined && { to: when.to }) };
}

/**
 * Whether one date surely lies before another; dates of different precision that may overlap do not.
 *
 * @param one A day, month or year.
 * @param other Another.
 */
export function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a date is in the calendar: 2022-02-30 is not.
 *
 * @param date A day, month or year in ISO form.
 */
export function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
