/** The numbering schemes as tables. Numbers follow the practice of UN documents unless the process chooses otherwise. */

/** How a counter is written: 1 → `1`, `a`, `i`, `I`, `A`. */
export type CounterStyle = (count: number) => string;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Arabic numerals. */
export const decimal: CounterStyle = (count) => String(count);

/** Small letters: a … z, aa, bb … as UN documents go on after z. */
export const letter: CounterStyle = (count) => {
  const index = (count - 1) % 26;
  return String.fromCharCode(97 + index).repeat(Math.floor((count - 1) / 26) + 1);
};

/** Small Roman numerals. */
export const roman: CounterStyle = (count) => {
  let rest = count;
  let out = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
};

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
