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
  if (question.kind === 'one') hideSecond(counts, shown);
  return ordered.map((code, index) => ({ answer: question.labels.get(code) ?? code, count: shown[index] ?? '' }));
}

/** With the total known, a single hidden count could be worked out: a second one goes with it, best an empty one. */
function hideSecond(counts: readonly number[], shown: string[]): void {
  const hidden = shown.flatMap((count, index) => (count === `<${LEAST}` ? [index] : []));
  if (hidden.length !== 1) return;
  const others = counts.map((count, index) => ({ count, index })).filter(({ index }) => index !== hidden[0]);
  const second = others.sort((one, other) => one.count - other.count)[0];
  if (second !== undefined) shown[second.index] = second.count === 0 ? `<${LEAST}` : '–';
}

function byNumberOrName(one: string, other: string): number {
  const [left, right] = [Number(one), Number(other)];
  if (Number.isFinite(left) && Number.isFinite(right)) return left - right;
  return one < other ? -1 : 1;
}
