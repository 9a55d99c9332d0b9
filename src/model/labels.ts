/** The words Penholder itself prints in a document, in the six languages of the United Nations. */
import { AR } from './labels/ar.ts';
import { EN } from './labels/en.ts';
import { ES } from './labels/es.ts';
import { FR } from './labels/fr.ts';
import type { Labels, ReferenceKind } from './labels/labels-type.ts';
import { RU } from './labels/ru.ts';
import { ZH } from './labels/zh.ts';

export type { Labels, ReferenceKind } from './labels/labels-type.ts';

const BY_LANGUAGE: ReadonlyMap<string, Labels> = new Map(
  [EN, FR, ES, AR, RU, ZH].map((words): [string, Labels] => [words.language, words]),
);

/**
 * Gives the words for a language; English where there are none for it.
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function labels(language: string): Labels {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return BY_LANGUAGE.get(primary) ?? EN;
}

/**
 * Puts values into a template of the labels: `fill('page {n} of {of}', { n: 3, of: 9 })`.
 * @param template text with names in braces
 * @param values what to put in their place; a name without a value stays as it is
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-z]+)\}/giu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/**
 * Names a numbered thing as running text does: `paragraph 12`, `第12段`.
 * @param kind what is referred to
 * @param number its number as cited
 * @param language BCP 47
 */
export function refer(kind: ReferenceKind, number: string, language: string): string {
  return fill(labels(language).references[kind], { n: number });
}

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/u;

/**
 * Writes a date out in a language: `28 October 2022`, `octobre 2022`, `2022年`. A time of day is kept, with its zone.
 * @param iso a day, a month, a year, or a day with its time; anything else comes back unchanged
 * @param language BCP 47
 */
export function formatDate(iso: string, language: string): string {
  const parts = ISO.exec(iso);
  if (parts === null) return iso;
  const [, year = '', month, day, time, zone] = parts;
  const { dates } = labels(language);
  if (month === undefined) return fill(dates.year, { year });
  const names = day === undefined ? dates.monthsAlone : dates.months;
  const name = names[Number(month) - 1];
  if (name === undefined) return iso;
  if (day === undefined) return fill(dates.month, { month: name, year });
  const ordinal = day === '01' ? dates.firstDay : String(Number(day));
  const written = fill(dates.day, { day: ordinal, month: name, year });
  return time === undefined ? written : `${written}${dates.beforeTime}${time}${zoneName(zone)}`;
}

function zoneName(zone: string | undefined): string {
  if (zone === undefined) return '';
  return zone === 'Z' || /^[+-]00:?00$/u.test(zone) ? ' UTC' : ` UTC${zone.replace('-', '\u2212')}`;
}

/**
 * Writes out a day or a period: `14 September 2022 – 20 October 2022`.
 * @param when an ISO date, or from and to
 * @param language BCP 47
 */
export function formatWhen(
  when: string | { readonly from: string; readonly to?: string | undefined },
  language: string,
): string {
  if (typeof when === 'string') return formatDate(when, language);
  const from = formatDate(when.from, language);
  return `${from} – ${when.to === undefined ? '…' : formatDate(when.to, language)}`;
}
