import type { Edit } from './sequence-diff.ts';
import type { Token } from './tokens.ts';

// A sentence ends here; in Arabic, Hindi, Chinese and Ethiopic too.
const SENTENCE_END = /^[.!?…。！？؟।።]+$/u;
// Up to this many kept words between two replacements read as noise.
const ISLAND_WORDS = 2;
// A sentence of which a smaller share was kept reads as another sentence.
const LITTLE_KEPT = 0.2;
// Kept words that are fewer than this share of what changes around them read as chance.
const ISLAND_SHARE = 0.1;

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

/** Where the last sentences that both passages still have ended: what lies between two such places is one stretch. */
function stretchEnds(a: readonly Token[], b: readonly Token[], edits: readonly Edit[]): [number, number][] {
  const ends: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [aStart, aEnd, , bEnd] of [...edits, [a.length, a.length, b.length, b.length] as const]) {
    for (; i < aStart; i += 1, j += 1) if (SENTENCE_END.test(a[i]?.key ?? '')) ends.push([i, j]);
    [i, j] = [aEnd, bEnd];
  }
  ends.push([a.length, b.length]);
  return ends;
}

/** The words and the borders that two passages keep between some edits of one stretch. */
function keptBetween(a: readonly Token[], edits: readonly Edit[]): { kept: number; border: boolean } {
  let [kept, border] = [0, false];
  edits.slice(1).forEach((edit, index) => {
    const start = edits[index]?.[1] ?? 0;
    kept += words(a, start, edit[0]);
    border ||= holdsBorder(a, start, edit[0]);
  });
  return { kept, border };
}

/** Shows a sentence of which little was kept as replaced: from its first changed word to its last. */
function replaceSentences(a: readonly Token[], b: readonly Token[], edits: readonly Edit[]): Edit[] {
  const ends = stretchEnds(a, b, edits);
  const replaced: Edit[] = [];
  let next = 0;
  for (const [end] of ends) {
    const own: Edit[] = [];
    for (let edit = edits[next]; edit && edit[1] <= end; edit = edits[next]) {
      own.push(edit);
      next += 1;
    }
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    const whole: Edit = [first[0], last[1], first[2], last[3]];
    const size = Math.max(words(a, whole[0], whole[1]), words(b, whole[2], whole[3]));
    const { kept, border } = keptBetween(a, own);
    const both = whole[0] < whole[1] && whole[2] < whole[3];
    replaced.push(...(own.length > 1 && both && !border && kept < LITTLE_KEPT * size ? [whole] : own));
  }
  return replaced;
}

function slides(tokens: readonly Token[], start: number, end: number): boolean {
  const [before, last] = [tokens[start - 1], tokens[end - 1]];
  if (!before || !last || before.key !== last.key) return false;
  return before.kind === 'word' || before.kind === 'sign';
}

/**
 * Moves a lone insertion or deletion behind the full stop it begins with, where one stands behind it as well. It never
 * comes to touch the next difference: the two would be one.
 */
function alignBehindStop(a: readonly Token[], b: readonly Token[], edit: Edit, ceiling: number): Edit {
  const pureInsertion = edit[0] === edit[1];
  if ((!pureInsertion && edit[2] !== edit[3]) || edit[1] + 1 >= ceiling) return edit;
  const tokens = pureInsertion ? b : a;
  const [first, next] = [tokens[edit[pureInsertion ? 2 : 0]], tokens[edit[pureInsertion ? 3 : 1]]];
  const stops = first !== undefined && SENTENCE_END.test(first.key) && next?.key === first.key;
  return stops ? [edit[0] + 1, edit[1] + 1, edit[2] + 1, edit[3] + 1] : edit;
}

/** Moves a lone insertion or deletion to the left so that it begins where a sentence does, if it can. */
function alignToSentence(a: readonly Token[], b: readonly Token[], edit: Edit, floor: number): Edit {
  const pureInsertion = edit[0] === edit[1];
  if (!pureInsertion && edit[2] !== edit[3]) return edit;
  const tokens = pureInsertion ? b : a;
  let [start, end] = pureInsertion ? [edit[2], edit[3]] : [edit[0], edit[1]];
  for (let shift = 0; edit[0] - shift > floor; shift += 1) {
    const before = tokens[start - 1];
    if (!before || SENTENCE_END.test(before.key)) {
      return [edit[0] - shift, edit[1] - shift, edit[2] - shift, edit[3] - shift];
    }
    if (edit[0] - shift - 1 === floor || !slides(tokens, start, end)) break;
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
  // Where the difference before ends: two that touched would be one.
  let floor = -1;
  const joined = replaceSentences(a, b, joinIslands(a, b, edits));
  return joined.map((edit, index) => {
    const left = alignToSentence(a, b, edit, floor);
    const moved = alignBehindStop(a, b, left, joined[index + 1]?.[0] ?? a.length + 1);
    floor = moved[1];
    return moved;
  });
}
