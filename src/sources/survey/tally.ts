import type { SurveyQuestion } from './survey-types.ts';

/** How often each answer to a closed question was given. */
export interface Tally {
  /** How many answered. */
  answered: number;
  /** By code or value; of numbers and dates with more than {@link MOST_VALUES} different ones, none. */
  readonly counts: Map<string, number>;
  sum: number;
  min: number;
  max: number;
  /** Values that are no number where numbers are asked. */
  others: number;
}

/** Different values counted one by one. */
const MOST_VALUES = 500;

/** Counts of all closed questions. */
export class Tallies {
  readonly #tallies = new Map<SurveyQuestion, Tally>();

  /** Counts the answers of one respondent. */
  add(closed: readonly (readonly [SurveyQuestion, readonly string[]])[]): void {
    for (const [question, values] of closed) {
      const tally = this.#tallies.get(question) ?? emptyTally();
      this.#tallies.set(question, tally);
      tally.answered += 1;
      for (const value of question.kind === 'several' ? new Set(values) : values) count(question, tally, value);
    }
  }

  /** The counts of a question; undefined where nobody answered it. */
  of(question: SurveyQuestion): Tally | undefined {
    return this.#tallies.get(question);
  }
}

function emptyTally(): Tally {
  return { answered: 0, counts: new Map(), sum: 0, min: Infinity, max: -Infinity, others: 0 };
}

function count(question: SurveyQuestion, tally: Tally, text: string): void {
  const value = question.kind === 'date' ? text.slice(0, 7) : text;
  const before = tally.counts.get(value);
  if (before !== undefined || tally.counts.size < MOST_VALUES) tally.counts.set(value, (before ?? 0) + 1);
  else tally.others += 1;
  if (question.kind !== 'number') return;
  const number = Number(text.replace(',', '.'));
  if (!Number.isFinite(number)) return;
  tally.sum += number;
  tally.min = Math.min(tally.min, number);
  tally.max = Math.max(tally.max, number);
}

/** A line of a table of counts. */
export interface CountLine {
  readonly answer: string;
  /** A number, `<5`, or `–` for one that would give away another. */
  readonly count: string;
}

/** Least count that is told where few respondents must not be told apart. */
const LEAST = 5;

/**
 * The counts of a question in the order of its answers, those nobody knows at the end.
 *
 * @param question The question.
 * @param tally Its counts.
 * @param hideSmall Whether counts from 1 to 4 are hidden, and what would give them away.
 */
export function countLines(question: SurveyQuestion, tally: Tally, hideSmall: boolean): readonly CountLine[] {
  const codes = [...question.labels.keys(), ...[...tally.counts.keys()].filter((code) => !question.labels.has(code))];
  const ordered = question.labels.size > 0 ? codes : [...codes].sort(byNumberOrName);
  const counts = ordered.map((code) => tally.counts.get(code) ?? 0);
  const shown = counts.map((count) => (hideSmall && count > 0 && count < LEAST ? `<${LEAST}` : String(count)));
  // Whoever chose several answers is in several counts, which add up to nothing that is known.
  if (hideSmall && question.kind !== 'several') hideMore(counts, shown);
  return ordered.map((code, index) => ({ answer: question.labels.get(code) ?? code, count: shown[index] ?? '' }));
}

/**
 * With the total known, hidden counts can be worked out from those that are told: more of them are hidden, the smallest
 * first, until each could be another number. An empty one is shown as a small one is, so that it counts as both.
 */
function hideMore(counts: readonly number[], shown: string[]): void {
  const smallestFirst = counts.map((count, index) => ({ count, index })).sort((one, other) => one.count - other.count);
  const rest = smallestFirst.filter(({ index }) => shown[index] !== `<${LEAST}`);
  while (rest.length > 0 && canBeWorkedOut(counts, shown)) {
    const next = rest.shift();
    if (next !== undefined) shown[next.index] = next.count === 0 ? `<${LEAST}` : '–';
  }
  // Where nothing is left to hide, not even that they are small is told.
  if (counts.length > 1 && canBeWorkedOut(counts, shown)) shown.fill('–');
}

/** Whether the sum of the hidden counts leaves only one number for any of those under five. */
function canBeWorkedOut(counts: readonly number[], shown: readonly string[]): boolean {
  const hidden = counts.flatMap((count, index) =>
    shown[index] === String(count) ? [] : [{ count, is: shown[index] }],
  );
  const small = hidden.filter(({ is }) => is === `<${LEAST}`);
  if (small.length === 0) return false;
  const others = hidden.length - small.length;
  const least = small.some(({ count }) => count === 0) ? 0 : 1;
  const sum = hidden.reduce((all, { count }) => all + count, 0);
  const room = sum - least * small.length - LEAST * others;
  return small.length + others < 2 || room <= 0 || (others === 0 && sum >= small.length * (LEAST - 1));
}

function byNumberOrName(one: string, other: string): number {
  const [left, right] = [Number(one), Number(other)];
  if (Number.isFinite(left) && Number.isFinite(right)) return left - right;
  return one < other ? -1 : 1;
}
