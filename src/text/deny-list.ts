import { plainDigits } from './detect/digits.ts';
import { fold } from './detect/review-span.ts';
import { keyedHash } from './fingerprint.ts';

/** Keyed hashes of names that may stand nowhere; the names themselves stay outside git. */
export interface DenyList {
  /** Tells whether a key is the one the list was made with. */
  readonly check: string;
  /** Most words of a name. */
  readonly longest: number;
  /** Hashes of first words, so that other words are passed over quickly. */
  readonly first: readonly string[];
  readonly names: readonly string[];
}

/** A place where a name of the list stands. */
export interface DeniedPlace {
  readonly start: number;
  readonly end: number;
}

/** Letters that stand for the same sound, most of all in names carried from one script or spelling to another. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/ß/gu, 'ss'],
  [/[æ]/gu, 'ae'],
  [/[œ]/gu, 'oe'],
  [/[ø]/gu, 'o'],
  [/[ł]/gu, 'l'],
  [/[đð]/gu, 'd'],
  [/[þ]/gu, 'th'],
  [/[ı]/gu, 'i'],
  [/[أإآٱا]/gu, 'ا'],
  [/[ىي]/gu, 'ي'],
  [/ة/gu, 'ه'],
  [/ـ/gu, ''],
  [/['’ʼ`´-]/gu, ''],
];

/** Cyrillic letters in Latin ones, so that a list in one script finds names in the other. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g ґ:g д:d е:e ё:e є:e ж:zh з:z и:i і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:iu я:ia қ:k ғ:g ң:n ө:o ү:u ұ:u һ:h ә:a'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/**
 * A word of a name without what spellings differ in: case, diacritics, apostrophes and the script of Cyrillic names.
 *
 * @param word One word.
 */
export function normalName(word: string): string {
  const folded = SAME.reduce((text, [pattern, letter]) => text.replace(pattern, letter), fold(word));
  return folded.replace(/[\u0400-\u04ff]/gu, (letter) => CYRILLIC[letter] ?? letter);
}

/** Words; each sign of Chinese is one, since no spaces stand between them. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ-](?=\p{L}))*/gu;

/**
 * Makes the list of keyed hashes.
 *
 * @param text Names, one a line; what follows `#` is left out.
 * @param key The workspace's key.
 */
export function makeDenyList(text: string, key: string): DenyList {
  const names = text
    .split(/\r\n|\n|\r/u)
    .map((line) => (line.replace(/#.*$/u, '').match(WORD) ?? []).map(normalName))
    .filter((words) => words.join('').length > 1);
  const hash = (words: readonly string[]): string => keyedHash(key, `name ${words.join(' ')}`).slice(0, 32);
  return {
    check: keyCheck(key),
    longest: Math.max(0, ...names.map((words) => words.length)),
    first: unique(names.map(([word = '']) => firstHash(key, word))),
    names: unique(names.map(hash)),
  };
}

/** What says that two keys are the same, and nothing else of them. */
export function keyCheck(key: string): string {
  return keyedHash(key, 'check').slice(0, 8);
}

function firstHash(key: string, word: string): string {
  return keyedHash(key, `first ${word}`).slice(0, 8);
}

/** Sorted, so that the order of the list tells nothing. */
function unique(hashes: readonly string[]): readonly string[] {
  return [...new Set(hashes)].sort();
}

/**
 * A function that finds names of the list in texts; words it has seen cost nothing more.
 *
 * @param list The list.
 * @param key The key it was made with.
 */
export function nameFinder(list: DenyList, key: string): (text: string) => readonly DeniedPlace[] {
  const [first, names] = [new Set(list.first), new Set(list.names)];
  const known = new Map<string, boolean>();
  const mayBegin = (word: string): boolean => {
    const seen = known.get(word) ?? first.has(firstHash(key, word));
    known.set(word, seen);
    return seen;
  };
  return (text) => {
    const words = [...plainDigits(text).matchAll(WORD)].map((match) => ({
      word: normalName(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
    return words.flatMap(({ word, start }, index) => {
      if (!mayBegin(word)) return [];
      for (let length = list.longest; length > 0; length -= 1) {
        const part = words.slice(index, index + length);
        const last = part.at(-1);
        if (part.length < length || last === undefined) continue;
        const hash = keyedHash(key, `name ${part.map((one) => one.word).join(' ')}`).slice(0, 32);
        if (names.has(hash)) return [{ start, end: last.end }];
      }
      return [];
    });
  };
}
