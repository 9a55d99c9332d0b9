/** How numbers and letters of lists are written, and read back. */

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
  // What comes before the first, such as heading 0, has no letter.
  if (count < 1) return '';
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

/** The number that small or capital letters stand for: a → 1, aa → 27. */
export function readLetter(text: string): number {
  return (text.length - 1) * 26 + text.toLowerCase().charCodeAt(0) - 96;
}

/** The number that small or capital Roman numerals stand for; signs that are none count for nothing. */
export function readRoman(text: string): number {
  const worths = [...text.toLowerCase()].map((sign) => ROMAN.find(([, one]) => one === sign)?.[0] ?? 0);
  return worths.reduce((sum, worth, at) => sum + (worth < (worths[at + 1] ?? 0) ? -worth : worth), 0);
}
