/** The numbering schemes as tables. Numbers follow the practice of UN documents unless the process chooses otherwise. */
import { type CounterStyle, decimal, letter, roman } from '../text/counters.ts';

const upper =
  (style: CounterStyle): CounterStyle =>
  (count) =>
    style(count).toUpperCase();

/** Latin ordinals for alternatives: 12, 12 bis, 12 ter. */
export const ALTERNATIVE_SUFFIXES = ['', 'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies'] as const;

/** One way of numbering. */
export interface NumberingScheme {
  /** Style of a heading by depth, 1 first; deeper ones have none. */
  readonly headings: readonly CounterStyle[];
  /** True where a heading's number includes its parents': 1.2. */
  readonly nested: boolean;
  /** `continuous` across the body, `shared` with the headings they stand under, or none. */
  readonly paragraphs: 'continuous' | 'shared' | 'none';
  /** Style of ordered items by depth; none keeps the author's own numbers. */
  readonly items: readonly CounterStyle[];
}

/** The schemes a process can choose. */
export const SCHEMES = {
  un: {
    headings: [upper(roman), upper(letter), decimal],
    nested: false,
    paragraphs: 'continuous',
    items: [letter, roman, upper(letter)],
  },
  decimal: {
    headings: [decimal, decimal, decimal, decimal],
    nested: true,
    paragraphs: 'shared',
    items: [letter, roman, upper(letter)],
  },
  sections: { headings: [decimal, decimal, decimal], nested: true, paragraphs: 'none', items: [] },
  none: { headings: [], nested: false, paragraphs: 'none', items: [] },
} as const satisfies Record<string, NumberingScheme>;

/** How the label of an ordered item is written, by language; English otherwise. */
const ITEM_LABELS: Readonly<Record<string, (mark: string) => string>> = {
  fr: (mark) => `${mark})`,
  es: (mark) => `${mark})`,
};

/** Label of an ordered item in a language: `(a)`, or `a)` in French and Spanish. */
export function itemLabel(mark: string, language: string): string {
  const write = ITEM_LABELS[language.slice(0, 2)];
  return write === undefined ? `(${mark})` : write(mark);
}

/** Upper-case Roman numeral, as annexes carry. */
export const annexNumber: CounterStyle = upper(roman);
