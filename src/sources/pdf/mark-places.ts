import type { PdfMark } from '../../files/pdf/read-annotations.ts';
import type { SentPassage } from '../../model/contracts.ts';
import { NOWHERE, type Placing } from '../word/placing.ts';
import { bagOf, plainKey, shared, type WordBag } from '../word/word-keys.ts';

/** Letters that words must have to tell a passage by themselves. */
const FEWEST = 6;
/** Letters before or behind the words that must agree to tell one passage from another. */
const CONTEXT = 12;
/** Letters around a passage that can tell it from another with the same words. */
const SURROUNDINGS = 400;
/** Passages that are told apart so; words that stand in more are said everywhere. */
const MOST_ALIKE = 100;
/** Share of the words that a guess must have. */
const LIKELY = 0.5;
const MOST_GUESSES = 3;

interface Known {
  readonly passage: SentPassage;
  /** Its letters. */
  readonly key: string;
  readonly bag: WordBag;
}

/** Finds the passages that marks on pages lie on. A page knows no ids, so it goes by words alone. */
export class MarkPlaces {
  readonly #passages: readonly Known[];

  constructor(passages: readonly SentPassage[]) {
    this.#passages = passages.map((passage) => ({
      passage,
      key: lettersOf(passage.text),
      bag: bagOf(plainKey(passage.text)),
    }));
  }

  /** Whether some passage has these words. */
  holds(words: string): boolean {
    const key = lettersOf(words);
    return key.length >= FEWEST && this.#passages.some((one) => one.key.includes(key));
  }

  /**
   * Where a mark belongs: the one passage that has the words under it, with those around it where several have them.
   *
   * A note is pinned beside words and not on them, so its place is a guess.
   *
   * @param mark The mark.
   */
  of(mark: PdfMark): Placing {
    const { passage, guesses } = this.#byWords(mark);
    if (passage === undefined || (mark.kind !== 'note' && mark.kind !== 'insertion'))
      return passage === undefined ? { guesses } : { passage, guesses: [] };
    return { guesses: [passage] };
  }

  #byWords({ quoted, before, behind }: PdfMark): Placing {
    const plain = lettersOf(quoted);
    if (plain === '') return NOWHERE;
    const isThere = this.#passages.some((one) => one.key.includes(plain));
    const key = isThere ? plain : lettersOf(quoted.replace(NUMBER, ''));
    const having = this.#innermost(key);
    const [only] = having;
    if (only !== undefined && having.length === 1 && key.length >= FEWEST)
      return { passage: only.passage, guesses: [] };
    const around = { before: lettersOf(before).slice(-CONTEXT), behind: lettersOf(behind).slice(0, CONTEXT) };
    const amid = having.filter((one) => agrees(one.key, key, around));
    const exact = amid.length > 0 ? amid : having.filter((one) => one.key === key);
    const [found] = exact;
    if (found !== undefined && exact.length === 1) return { passage: found.passage, guesses: [] };
    const nearest = this.#bySurroundings(having, key, {
      before: plainLetters(before),
      behind: plainLetters(behind),
    });
    if (nearest !== undefined) return { passage: nearest, guesses: [] };
    const likely = having.length > 0 ? having.map(({ passage }) => passage) : this.#alike(quoted);
    return { guesses: likely.slice(0, MOST_GUESSES) };
  }

  /** Where several passages say the same, what stands before and behind them in the text tells which it is. */
  #bySurroundings(having: readonly Known[], key: string, { before, behind }: Around): SentPassage | undefined {
    if (having.length < 2 || having.length > MOST_ALIKE || key === '') return undefined;
    const scores = having.map((one) => {
      const at = this.#passages.indexOf(one);
      const [left, right] = [this.#letters(at, -1), this.#letters(at, 1)];
      const whole = left + one.key + right;
      let most = 0;
      for (let from = whole.indexOf(key, left.length); from !== -1; from = whole.indexOf(key, from + 1)) {
        if (from + key.length > left.length + one.key.length) break;
        const score =
          sameEnd(plainLetters(whole.slice(0, from)), before) +
          sameStart(plainLetters(whole.slice(from + key.length)), behind);
        most = Math.max(most, score);
      }
      return { passage: one.passage, most };
    });
    const [first, second] = scores.sort((one, other) => other.most - one.most);
    return first !== undefined && first.most - (second?.most ?? 0) >= CONTEXT ? first.passage : undefined;
  }

  /** Letters of the passages before or behind one; those that it holds, or that hold it, are no neighbours. */
  #letters(at: number, step: 1 | -1): string {
    const own = this.#passages[at]?.key ?? '';
    let letters = '';
    for (let next = at + step; letters.length < SURROUNDINGS; next += step) {
      const key = this.#passages[next]?.key;
      if (key === undefined) break;
      if (key.includes(own) || own.includes(key)) continue;
      letters = step === 1 ? letters + key : key + letters;
    }
    return step === 1 ? letters.slice(0, SURROUNDINGS) : letters.slice(-SURROUNDINGS);
  }

  /** Passages that have some words; where one of them holds another that has them, the other alone. */
  #innermost(key: string): readonly Known[] {
    if (key === '') return [];
    const places = this.#passages.flatMap((one, at) => (one.key.includes(key) ? [at] : []));
    return places.flatMap((at, index) => {
      const next = places[index + 1];
      const one = this.#passages[at];
      return one === undefined || (next !== undefined && this.#isWithin(next, at)) ? [] : [one];
    });
  }

  /** Whether a passage is a part of one before it, as all between them are. */
  #isWithin(at: number, outer: number): boolean {
    const whole = this.#passages[outer]?.key ?? '';
    return this.#passages.slice(outer + 1, at + 1).every(({ key }) => whole.includes(key));
  }

  #alike(quoted: string): SentPassage[] {
    const bag = bagOf(plainKey(quoted));
    return this.#passages
      .map(({ passage, bag: other }, at) => ({
        passage,
        at,
        share: bag.size === 0 ? 0 : shared(bag, other) / bag.size,
      }))
      .filter(({ share }) => share >= LIKELY)
      .sort((one, other) => other.share - one.share || one.at - other.at)
      .map(({ passage }) => passage);
  }
}

interface Around {
  readonly before: string;
  readonly behind: string;
}

/** Letters alone: a page puts numbers between paragraphs. */
function plainLetters(words: string): string {
  return lettersOf(words).replaceAll(/\p{N}/gu, '');
}

/** How many letters two texts have in common at their ends. */
function sameEnd(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

/** How many letters two texts have in common where they begin. */
function sameStart(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) count += 1;
  return count;
}

/** Whether words stand in a passage with these letters before or behind them; a passage may begin or end there. */
function agrees(passage: string, key: string, { before, behind }: Around): boolean {
  for (let at = passage.indexOf(key); at !== -1; at = passage.indexOf(key, at + 1)) {
    const left = passage.slice(Math.max(0, at - CONTEXT), at);
    const right = passage.slice(at + key.length, at + key.length + CONTEXT);
    if (before.endsWith(left) && behind.startsWith(right) && left.length + right.length > 0) return true;
  }
  return false;
}

/** The number that a page puts before a paragraph. */
const NUMBER = /^\s*\(?(?:\d{1,4}|\p{L})[.)]\s+/u;

/** Letters and digits alone: how a page divides words and lines says nothing. */
function lettersOf(words: string): string {
  return plainKey(words.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
