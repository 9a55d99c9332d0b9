import type { Edit } from './sequence-diff.ts';
import type { Token } from './tokens.ts';

// A sentence ends here; in Arabic, Hindi, Chinese and Ethiopic too.
const SENTENCE_END = /^[.!?…。！？؟।።]+$/u;
// Up to this many kept words between two replacements read as noise.
const ISLAND_WORDS = 2;
// Kept words that are fewer than this share of what changes around them read as chance.
const ISLAND_SHARE = 0.2;

function words(tokens: readonly Token[], start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (tokens[index]?.kind === 'word') count += 1;
  return count;
}

function holdsBorder(tokens: readonly Token[], start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const token = tokens[index];
    if (!token || token.kind === 'open' || token.kind === 'close' || token.kind === 'atom') return true;
    if (SENTENCE_END.test(token.key)) return true;
  }
  return false;
}

function sizeOf(a: readonly Token[], b: readonly Token[], edit: Edit): number {
  return Math.max(words(a, edit[0], edit[1]), words(b, edit[2], edit[3]));
}

/** Whether the words kept between two edits only make them harder to read. */
function isIsland(a: readonly Token[], b: readonly Token[], left: Edit, right: Edit): boolean {
  const deletes = left[0] < left[1] || right[0] < right[1];
  const inserts = left[2] < left[3] || right[2] < right[3];
  if (!deletes || !inserts || holdsBorder(a, left[1], right[0])) return false;
  const kept = words(a, left[1], right[0]);
  const [before, after] = [sizeOf(a, b, left), sizeOf(a, b, right)];
  if (kept <= ISLAND_WORDS) return kept <= before && kept <= after;
  return kept < ISLAND_SHARE * (before + after);
}

function joinIslands(a: readonly Token[], b: readonly Token[], edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    let current = edit;
    for (let last = joined.at(-1); last && isIsland(a, b, last, current); last = joined.at(-1)) {
      joined.pop();
      current = [last[0], current[1], last[2], current[3]];
    }
    joined.push(current);
  }
  return joined;
}

function slides(tokens: readonly Token[], start: number, end: number): boolean {
  const [before, last] = [tokens[start - 1], tokens[end - 1]];
  if (!before || !last || before.key !== last.key) return false;
  return before.kind === 'word' || before.kind === 'sign';
}

/** Moves a lone insertion or deletion to the left so that it begins where a sentence does, if it can. */
function alignToSentence(a: readonly Token[], b: readonly Token[], edit: Edit, floor: number): Edit {
  const pureInsertion = edit[0] === edit[1];
  if (!pureInsertion && edit[2] !== edit[3]) return edit;
  const tokens = pureInsertion ? b : a;
  let [start, end] = pureInsertion ? [edit[2], edit[3]] : [edit[0], edit[1]];
  for (let shift = 0; edit[0] - shift >= floor; shift += 1) {
    const before = tokens[start - 1];
    if (!before || SENTENCE_END.test(before.key)) {
      return [edit[0] - shift, edit[1] - shift, edit[2] - shift, edit[3] - shift];
    }
    if (edit[0] - shift === floor || !slides(tokens, start, end)) break;
    [start, end] = [start - 1, end - 1];
  }
  return edit;
}

/**
 * Makes differences readable: no islands of a word or two, and whole sentences where whole sentences changed.
 *
 * @param a tokens of the earlier passage
 * @param b tokens of the later passage
 * @param edits their exact differences, in order
 */
export function cleanUp(a: readonly Token[], b: readonly Token[], edits: readonly Edit[]): Edit[] {
  let floor = 0;
  const aligned = joinIslands(a, b, edits).map((edit) => {
    const moved = alignToSentence(a, b, edit, floor);
    floor = moved[1];
    return moved;
  });
  return aligned;
}
