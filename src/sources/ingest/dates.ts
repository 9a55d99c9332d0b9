import { isInCalendar } from '../consultation-note/when.ts';

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january jan janvier enero january',
    'february feb février fevrier febrero',
    'march mar mars marzo',
    'april apr avril abril',
    'may mai mayo',
    'june jun juin junio',
    'july jul juillet julio',
    'august aug août aout agosto',
    'september sep sept septembre septiembre',
    'october oct octobre octubre',
    'november nov novembre noviembre',
    'december dec décembre decembre diciembre',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => readonly (string | number | undefined)[];
}

/** Forms of dates other systems write; numbers between slashes only where they can't be misread. */
const FORMS: readonly Form[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/u, read: ([y, m, d]) => [y, m, d] },
  { pattern: /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u, read: ([y, m, d]) => [y, m, d] },
  { pattern: /^(\d{4})-(\d{2})$/u, read: ([y, m]) => [y, m] },
  { pattern: /^(\d{4})$/u, read: ([y]) => [y] },
  {
    pattern: /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th|er)?\.? (?:de )?(\p{L}+)\.?,? (?:de )?(\d{4})(?:[ ,t].*)?$/u,
    read: ([d, m, y]) => [y, MONTHS[m ?? ''], d],
  },
  {
    pattern: /^(?:\p{L}+,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,t].*)?$/u,
    read: ([m, d, y]) => [y, MONTHS[m ?? ''], d],
  },
  { pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u, read: ([a, b, y]) => dayAndMonth(a, b, y) },
];

/** `25/12/2020` and `12/25/2020` say which is the day; `05/06/2020` does not. */
function dayAndMonth(one: string | undefined, other: string | undefined, year: string | undefined) {
  const [a, b] = [Number(one), Number(other)];
  if (a === b || a > 12) return [year, b, a];
  return b > 12 ? [year, a, b] : [];
}

/**
 * Reads a date as another system wrote it.
 *
 * @param value A value from foreign front matter.
 * @returns The day, month or year in ISO form; undefined where there is none or it can be read in two ways.
 */
export function readForeignDate(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).slice(0, 60).trim().toLowerCase();
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text);
    const date = match === null ? undefined : isoDate(read(match.slice(1)));
    if (date !== undefined) return date;
  }
  return undefined;
}

function isoDate([year, month, day]: readonly (string | number | undefined)[]): string | undefined {
  if (year === undefined || (month === undefined && day !== undefined)) return undefined;
  const given = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  const date = [year, ...given].join('-');
  return /^[12]\d{3}(?:-\d{2}){0,2}$/u.test(date) && isInCalendar(date) ? date : undefined;
}
