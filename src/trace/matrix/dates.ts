/** Dates as spreadsheet programs leave them. */
import { readForeignDate } from '../../sources/ingest/dates.ts';

/** Which of two numbers a column of dates has first. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown';

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:[ t].*)?$/iu;
const MONTH_OF_YEAR = /^(\p{L}{3,9})\.?[- ](\d{2}|\d{4})$/u;
/** 1 January 1970, as spreadsheet programs count days. */
const EPOCH = 25_569;
/** The number of a day, as a sheet holds it whose cells are not shown as dates: from 1954 to 2118. */
const SERIAL = /^[2-7]\d{4}$/u;
const DAY_MONTH_YEAR = /^(\d{1,2})-(\p{L}{3,9})\.?-(\d{2}|\d{4})$/u;

/**
 * What a cell can mean as a date, the most probable reading first; empty where it is none.
 *
 * Spreadsheet programs print `2022-10-12` as their user's country does, so that `05/06/2022` has two readings.
 *
 * @param cell What was written.
 * @param order What other dates of the column tell.
 */
export function dateReadings(cell: string, order: DayOrder = 'unknown'): readonly string[] {
  const text = cell.trim().replace(/[ T]00:00(?::00(?:\.0+)?)?Z?$/u, '');
  const sure = readForeignDate(text) ?? readForeignDate(written(text));
  if (sure !== undefined) return [sure];
  if (SERIAL.test(text)) return [new Date((Number(text) - EPOCH) * 86_400_000).toISOString().slice(0, 10)];
  const [, one = '', other = '', year = ''] = NUMBERS.exec(text) ?? [];
  if (year === '') return [];
  const dayFirst = dateOf(fullYear(year), other, one);
  const monthFirst = dateOf(fullYear(year), one, other);
  const both = order === 'month-first' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const known = both.filter((date) => date !== undefined);
  return [...new Set(order === 'unknown' ? known : known.slice(0, 1))];
}

/** `Oct-22` and `12-Oct-22` as people write them. */
function written(text: string): string {
  const [, month, year] = MONTH_OF_YEAR.exec(text) ?? [];
  if (month !== undefined && year !== undefined) {
    const date = readForeignDate(`1 ${month} ${fullYear(year)}`);
    if (date !== undefined) return date.slice(0, 7);
  }
  const [, day, name, short] = DAY_MONTH_YEAR.exec(text) ?? [];
  return day === undefined || short === undefined ? text : `${day} ${name} ${fullYear(short)}`;
}

function fullYear(year: string): string {
  return year.length === 4 ? year : `20${year}`;
}

function dateOf(year: string, month: string, day: string): string | undefined {
  return readForeignDate(`${year}-${month}-${day}`);
}

/**
 * Which number comes first in the dates of a column.
 *
 * @param cells Its cells.
 */
export function dayOrder(cells: Iterable<string>): DayOrder {
  let order: DayOrder = 'unknown';
  for (const cell of cells) {
    const [, one, other] = NUMBERS.exec(cell.trim()) ?? [];
    const found = Number(one) > 12 ? 'day-first' : Number(other) > 12 ? 'month-first' : 'unknown';
    if (found === 'unknown' || found === order) continue;
    if (order !== 'unknown') return 'unknown';
    order = found;
  }
  return order;
}
