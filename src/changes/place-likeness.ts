import type { Candidate } from './candidates.ts';
import { type Corpus, containment } from './corpus.ts';
import type { Passage } from './passages.ts';
import { isCellBorder } from './tokens.ts';

// Passages of so few words share hardly any word pairs; their words alone are compared.
const SHORT = 12;
// Rows with the same first cell tell of the same thing, whatever the other cells say.
const SAME_ROW = 0.5;
// How much a short passage counts that another one holds entirely, such as a date with words added.
const HELD = 0.45;
const MOSTLY_HELD = 0.85;

function firstCell(passage: Passage): string {
  const border = passage.tokens.findIndex(isCellBorder);
  return passage.tokens
    .slice(0, border < 0 ? passage.tokens.length : border)
    .map(({ key }) => key)
    .join(' ');
}

function wordShare(a: Passage, b: Passage): number {
  const words = (passage: Passage) =>
    new Set(passage.tokens.filter(({ kind }) => kind === 'word').map(({ key }) => key.toLowerCase()));
  const [left, right] = [words(a), words(b)];
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

/**
 * Likeness of two passages that stand in the same place, where weaker evidence is enough.
 *
 * @param corpus both stages
 * @param candidate the two, and their likeness by words and word pairs
 */
export function placeLikeness(corpus: Corpus, { from, to, likeness }: Candidate): number {
  const [a, b] = [corpus.from.passages[from], corpus.to.passages[to]];
  if (!a || !b) return likeness;
  const signs = [likeness];
  if (a.family === 'row') {
    const cell = firstCell(a);
    if (cell !== '' && cell === firstCell(b)) signs.push(SAME_ROW + likeness / 2);
  }
  if (Math.max(a.words, b.words) <= SHORT) {
    signs.push(0.8 * wordShare(a, b));
    if (Math.min(a.words, b.words) >= 2 && containment(corpus, from, to) >= MOSTLY_HELD) signs.push(HELD);
  }
  return Math.max(...signs);
}
