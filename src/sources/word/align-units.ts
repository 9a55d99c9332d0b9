/** Which paragraph that was sent each paragraph of a returned file is. */
import { gapMatches } from './align-gap.ts';
import type { SentIndex } from './sent-index.ts';
import type { Unit } from './units.ts';
import { bagOf, likeness, overlap, plainKey, type WordBag } from './word-keys.ts';

/** A returned file beside what was sent. */
export interface Alignment {
  /** Paragraph that was sent by place of the unit; -1 where it is none of them. */
  readonly sentOf: readonly number[];
  /** Place of the unit by paragraph that was sent; -1 where it is gone. */
  readonly unitOf: readonly number[];
  /** Units that stand out of order: they were moved without tracking. */
  readonly moved: ReadonlySet<number>;
  /** The likeliest paragraphs of units that are none of those sent for sure, the best first. */
  readonly guesses: ReadonlyMap<number, readonly number[]>;
  /** Share of the paragraphs sent that came back. */
  readonly coverage: number;
  /** Share of the paragraphs of the file that were sent. */
  readonly kinship: number;
}

/** Share of words that two texts must have in common to be the same anywhere in the file, and by how much the best must lead. */
const SURE = 0.6;
const LEAD = 0.12;
/** What a bookmark marks holds at least this share of the words that were sent, or it was carried elsewhere. */
const DRIFTED = 0.25;
const MOST_GUESSES = 3;
/** Shorter paragraphs are found by what stands around them alone. */
const FEW_WORDS = 4;

/**
 * Aligns by bookmark, by words that stand once only, by order between those, and last by likeness anywhere.
 *
 * @param units Paragraphs of the returned file before tracked changes, in order.
 * @param index What was sent.
 * @param bookmarks Names of bookmarks as they were sent, by those that the file tells.
 */
export function alignUnits(units: readonly Unit[], index: SentIndex): Alignment {
  const state = new Aligning(units, index);
  state.byBookmark();
  state.byUniqueWords();
  state.betweenAnchors();
  const guesses = state.anywhere();
  return {
    sentOf: state.sentOf,
    unitOf: state.unitOf,
    moved: state.moved(),
    guesses,
    coverage: state.coverage(),
    kinship: state.kinship(),
  };
}

class Aligning {
  readonly sentOf: number[];
  readonly unitOf: number[];
  readonly keys: readonly string[];
  readonly #bags: (WordBag | undefined)[] = [];
  readonly units: readonly Unit[];
  readonly index: SentIndex;

  constructor(units: readonly Unit[], index: SentIndex) {
    this.units = units;
    this.index = index;
    this.keys = units.map(({ words }) => plainKey(words));
    this.sentOf = units.map(() => -1);
    this.unitOf = index.paragraphs.map(() => -1);
  }

  bag(at: number): WordBag {
    const known = this.#bags[at] ?? bagOf(this.units[at]?.words ?? '');
    this.#bags[at] = known;
    return known;
  }

  take(unit: number, sent: number): void {
    this.sentOf[unit] = sent;
    this.unitOf[sent] = unit;
  }

  byBookmark(): void {
    // Programs copy bookmarks with the words they stand on: of several the likest is meant.
    const wanted = new Map<number, { readonly unit: number; readonly score: number }>();
    this.units.forEach(({ names }, unit) => {
      for (const sent of new Set(names.map((name) => this.#marked(name)))) {
        const score = sent === undefined ? 0 : this.#held(unit, sent);
        if (sent !== undefined && score >= DRIFTED && score > (wanted.get(sent)?.score ?? 0))
          wanted.set(sent, { unit, score });
      }
    });
    const ranked = [...wanted].sort(([, one], [, other]) => other.score - one.score);
    for (const [sent, { unit }] of ranked) if (this.sentOf[unit] === -1) this.take(unit, sent);
  }

  #marked(name: string): number | undefined {
    return this.index.byBookmark.get(name) ?? this.index.byBookmark.get(name.replace(/_Copy_\d+$/u, ''));
  }

  #held(unit: number, sent: number): number {
    if (this.keys[unit] === this.index.keys[sent]) return 2;
    return overlap(this.bag(unit), this.index.bag(sent));
  }

  byUniqueWords(): void {
    const mine = new Map<string, number>();
    this.keys.forEach((key, unit) => {
      mine.set(key, this.sentOf[unit] === -1 && !mine.has(key) ? unit : -1);
    });
    for (const [key, unit] of mine) {
      const [sent, other] = this.index.byKey.get(key) ?? [];
      if (unit !== -1 && sent !== undefined && other === undefined && this.unitOf[sent] === -1) this.take(unit, sent);
    }
  }

  betweenAnchors(): void {
    const anchors = [...this.inOrder(), { unit: this.units.length, sent: this.index.paragraphs.length }];
    let before = { unit: -1, sent: -1 };
    for (const anchor of anchors) {
      this.#fill(before, anchor);
      before = anchor;
    }
  }

  #fill(from: Pair, to: Pair): void {
    const mine = free(this.sentOf, from.unit + 1, to.unit);
    const theirs = free(this.unitOf, from.sent + 1, to.sent);
    if (mine.length === 0 || theirs.length === 0) return;
    const matches = gapMatches(mine, theirs, {
      same: (unit, sent) => this.keys[unit] === this.index.keys[sent],
      alike: (unit, sent) =>
        this.units[unit]?.cell === this.index.paragraphs[sent]?.cell
          ? likeness(this.bag(unit), this.index.bag(sent))
          : 0,
    });
    for (const { unit, sent } of matches) this.take(unit, sent);
  }

  /** The most pairs whose order is the same on both sides. */
  inOrder(): Pair[] {
    const pairs = this.sentOf.flatMap((sent, unit) => (sent === -1 ? [] : [{ unit, sent }]));
    return longestRising(pairs);
  }

  moved(): ReadonlySet<number> {
    const still = new Set(this.inOrder().map(({ unit }) => unit));
    return new Set(this.sentOf.flatMap((sent, unit) => (sent === -1 || still.has(unit) ? [] : [unit])));
  }

  /** Finds what was carried far away, and keeps guesses for what it can't be sure of. */
  anywhere(): ReadonlyMap<number, readonly number[]> {
    const guesses = new Map<number, readonly number[]>();
    this.sentOf.forEach((known, unit) => {
      if (known !== -1 || this.bag(unit).size === 0) return;
      const bag = this.bag(unit);
      const ranked = [...this.index.near(bag)]
        .map((sent) => ({ sent, score: likeness(bag, this.index.bag(sent)) }))
        .sort((one, other) => other.score - one.score || one.sent - other.sent);
      const [best, second] = ranked.filter(({ sent }) => this.unitOf[sent] === -1 && !this.#isJoined(sent));
      if (
        best !== undefined &&
        bag.size >= FEW_WORDS &&
        best.score >= SURE &&
        best.score - (second?.score ?? 0) >= LEAD
      )
        this.take(unit, best.sent);
      else
        guesses.set(
          unit,
          ranked
            .filter(({ score }) => score >= LEAST)
            .slice(0, MOST_GUESSES)
            .map(({ sent }) => sent),
        );
    });
    return guesses;
  }

  coverage(): number {
    let [all, back] = [0, 0];
    this.index.paragraphs.forEach(({ passage }, sent) => {
      if (passage === undefined || this.index.bag(sent).size < FEW_WORDS) return;
      all += 1;
      if (this.unitOf[sent] !== -1) back += 1;
    });
    return all === 0 ? 0 : back / all;
  }

  /** Whether a paragraph stands word by word in the one that its neighbour became: the two were joined. */
  #isJoined(sent: number): boolean {
    const key = this.index.keys[sent] ?? '';
    return [sent - 1, sent + 1].some((beside) => {
      const unit = this.unitOf[beside] ?? -1;
      return unit !== -1 && key !== '' && (this.keys[unit] ?? '').includes(key);
    });
  }

  kinship(): number {
    const own = this.units.flatMap((_, unit) => (this.bag(unit).size < FEW_WORDS ? [] : [unit]));
    return own.length === 0 ? 0 : own.filter((unit) => this.sentOf[unit] !== -1).length / own.length;
  }
}

/** Likeness below which a paragraph is not even a guess. */
const LEAST = 0.2;

interface Pair {
  readonly unit: number;
  readonly sent: number;
}

function free(taken: readonly number[], from: number, to: number): number[] {
  const out: number[] = [];
  for (let at = from; at < to; at += 1) if (taken[at] === -1) out.push(at);
  return out;
}

/** The longest part of a list of pairs in which the second numbers rise (patience sorting). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(({ sent }, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.sent ?? 0) < sent) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = at;
  });
  const out: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) out.push(pair);
  }
  return out.reverse();
}
