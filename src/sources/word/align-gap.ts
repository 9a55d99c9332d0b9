/** How the paragraphs between two that are sure are told apart. */

/** How two paragraphs compare. */
export interface GapScores {
  readonly same: (unit: number, sent: number) => boolean;
  /** From 0 to 1. */
  readonly alike: (unit: number, sent: number) => number;
}

/** A paragraph and what it was when it was sent. */
export interface GapMatch {
  readonly unit: number;
  readonly sent: number;
}

/** Pairs compared at most; in larger gaps only those with the same words are found. */
const MOST_PAIRS = 40_000;
/** Likeness of two paragraphs between others that are sure, from which they are the same one; of two that stand alone there. */
const ALIKE = 0.4;
const ALONE = 0.25;

/**
 * Matches in order what stands in a gap: as many of the same words as possible, then the likest.
 *
 * @param units Paragraphs of the returned file, in order.
 * @param sent Paragraphs that were sent, in order.
 * @param scores How they compare.
 */
export function gapMatches(units: readonly number[], sent: readonly number[], scores: GapScores): readonly GapMatch[] {
  const [unit, other] = [units[0], sent[0]];
  if (units.length === 1 && sent.length === 1 && unit !== undefined && other !== undefined)
    return scores.same(unit, other) || scores.alike(unit, other) >= ALONE ? [{ unit, sent: other }] : [];
  if (units.length * sent.length > MOST_PAIRS) return sameInOrder(units, sent, scores);
  return best(units, sent, scores);
}

function sameInOrder(units: readonly number[], sent: readonly number[], { same }: GapScores): readonly GapMatch[] {
  const matches: GapMatch[] = [];
  let from = 0;
  for (const unit of units) {
    const at = sent.slice(from, from + 400).findIndex((one) => same(unit, one));
    const found = sent[from + at];
    if (at === -1 || found === undefined) continue;
    matches.push({ unit, sent: found });
    from += at + 1;
  }
  return matches;
}

/** The pairs in order with the highest sum of scores (Needleman and Wunsch, without a price for gaps). */
function best(units: readonly number[], sent: readonly number[], scores: GapScores): readonly GapMatch[] {
  const width = sent.length + 1;
  const sums = new Float64Array((units.length + 1) * width);
  const own = new Float64Array((units.length + 1) * width);
  for (let row = units.length - 1; row >= 0; row -= 1) {
    for (let column = sent.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      const score = scoreOf(units[row] ?? 0, sent[column] ?? 0, scores);
      own[at] = score;
      const paired = score === 0 ? 0 : score + (sums[at + width + 1] ?? 0);
      sums[at] = Math.max(paired, sums[at + width] ?? 0, sums[at + 1] ?? 0);
    }
  }
  return traced(units, sent, { sums, own, width });
}

function scoreOf(unit: number, sent: number, { same, alike }: GapScores): number {
  if (same(unit, sent)) return 2;
  const score = alike(unit, sent);
  return score >= ALIKE ? score : 0;
}

interface Table {
  readonly sums: Float64Array;
  readonly own: Float64Array;
  readonly width: number;
}

function traced(units: readonly number[], sent: readonly number[], { sums, own, width }: Table): readonly GapMatch[] {
  const matches: GapMatch[] = [];
  let [row, column] = [0, 0];
  while (row < units.length && column < sent.length) {
    const at = row * width + column;
    const [sum = 0, score = 0] = [sums[at], own[at]];
    if (score > 0 && sum === score + (sums[at + width + 1] ?? 0)) {
      matches.push({ unit: units[row] ?? 0, sent: sent[column] ?? 0 });
      row += 1;
      column += 1;
    } else if (sum === (sums[at + width] ?? 0)) row += 1;
    else column += 1;
  }
  return matches;
}
