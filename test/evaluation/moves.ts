import { type Draft, find, type Spot, size, spots } from './draft.ts';
import type { Edit } from './edits.ts';
import type { Piece } from './pieces.ts';
import { reword } from './wording.ts';

// What is moved must be clearly less than what it is moved past; else one could as well say that the rest moved.
const PAST_BY_WORDS = 2.5;
const PAST_BY_PIECES = 2.5;

/** How many words stand before each piece, and after the last. */
function wordsBefore(pieces: readonly Piece[]): number[] {
  const sums = [0];
  for (const piece of pieces) sums.push((sums.at(-1) ?? 0) + size(piece));
  return sums;
}

/** Whether a run could begin or stand before this piece without tearing a list or table. */
function isSeam(file: readonly Piece[], index: number): boolean {
  const kind = file[index]?.kind;
  return kind === undefined || kind === 'heading' || kind === 'paragraph';
}

/** Places in all files where a run may go, each far enough away. */
function targets(
  draft: Draft,
  { file, index }: Spot,
  length: number,
  fits: (file: Piece[], at: number) => boolean,
): { file: Piece[]; at: number }[] {
  const all = draft.files.flat();
  const sums = wordsBefore(all);
  const start = all.indexOf(file[index] as Piece);
  const words = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const moved = words(start, start + length);
  const isFar = (place: number) => {
    const [first, last] = place <= start ? [place, start] : [start + length, place];
    return last - first >= length * PAST_BY_PIECES && words(first, last) >= moved * PAST_BY_WORDS;
  };
  let offset = 0;
  return draft.files.flatMap((other) => {
    const first = offset;
    offset += other.length;
    const places = Array.from({ length: other.length + 1 }, (_, at) => at);
    return places.filter((at) => fits(other, at) && isFar(first + at)).map((at) => ({ file: other, at }));
  });
}

function move(draft: Draft, spot: Spot, length: number, target: { file: Piece[]; at: number }, edited: number): void {
  const run = spot.file.splice(spot.index, length);
  const at = target.file === spot.file && target.at > spot.index ? target.at - length : target.at;
  const moved = run.map((piece) => {
    draft.touched.add(piece.key);
    const text =
      edited > 0 && size(piece) >= 12 && draft.random.chance(0.6) ? reword(draft, piece.text, edited) : piece.text;
    return { ...piece, text, moved: true };
  });
  target.file.splice(at, 0, ...moved);
}

function moveRuns(
  draft: Draft,
  times: number,
  lengthOf: (spot: Spot) => number,
  options: { across: boolean; edited: number },
): void {
  let left = times;
  for (const { piece } of spots(draft, ({ kind }) => kind === 'heading' || kind === 'paragraph')) {
    if (left === 0) return;
    const spot = find(draft, piece.key);
    if (!spot || draft.touched.has(piece.key)) continue;
    const length = lengthOf(spot);
    const run = spot.file.slice(spot.index, spot.index + length);
    if (length === 0 || run.length < length || run.some(({ key }) => draft.touched.has(key))) continue;
    const places = targets(
      draft,
      spot,
      length,
      (file, at) => isSeam(file, at) && (!options.across || file !== spot.file),
    );
    const target = draft.random.pick(places);
    if (!target) continue;
    move(draft, spot, length, target, options.edited);
    left -= 1;
  }
}

/** A paragraph alone, with the list that follows it. */
function blockLength(least: number): (spot: Spot) => number {
  return ({ file, index, piece }) => {
    if (piece.kind !== 'paragraph' || piece.form === 'note' || size(piece) < 8) return 0;
    let end = index + least;
    while (end < file.length && (file[end]?.kind === 'item' || file[end]?.kind === 'row')) end += 1;
    const run = file.slice(index, end);
    return run.length <= 12 && run.every(({ kind }) => kind !== 'heading' && kind !== 'verbatim') ? run.length : 0;
  };
}

/** A heading and all that stands under it. */
function sectionLength({ file, index, piece }: Spot): number {
  if (piece.kind !== 'heading') return 0;
  const after = file.findIndex((other, at) => at > index && other.kind === 'heading' && other.depth <= piece.depth);
  const length = (after < 0 ? file.length : after) - index;
  return length >= 3 && length <= 30 ? length : 0;
}

/** Moves paragraphs, each alone. */
export const moveOne: Edit = (draft, times) => moveRuns(draft, times, blockLength(1), { across: false, edited: 0 });
/** Moves neighbours together. */
export const moveRun: Edit = (draft, times) => moveRuns(draft, times, blockLength(3), { across: false, edited: 0 });
/** Moves whole sections. */
export const moveSection: Edit = (draft, times) => moveRuns(draft, times, sectionLength, { across: false, edited: 0 });
/** Moves passages into other files. */
export const moveAcross: Edit = (draft, times) => moveRuns(draft, times, blockLength(1), { across: true, edited: 0 });
/** Moves whole sections into other files. */
export const moveSectionAcross: Edit = (draft, times) =>
  moveRuns(draft, times, sectionLength, { across: true, edited: 0 });
/** Moves passages and rewords most of them by a fifth. */
export const moveEdited: Edit = (draft, times) =>
  moveRuns(draft, times, blockLength(1), { across: false, edited: 0.2 });
/** Moves passages and rewords most of them by two fifths. */
export const moveRewritten: Edit = (draft, times) =>
  moveRuns(draft, times, blockLength(1), { across: false, edited: 0.4 });
/** Moves items that stand in lists to other lists. */
export const moveItem: Edit = (draft, times) => {
  let left = times;
  for (const { piece } of spots(draft, (item) => item.kind === 'item' && size(item) >= 8)) {
    const spot = find(draft, piece.key);
    if (left === 0 || !spot) return;
    const among = (file: readonly Piece[], at: number) => file[at]?.kind === 'item' && file[at]?.depth === piece.depth;
    const target = draft.random.pick(targets(draft, spot, 1, among));
    if (!target) continue;
    move(draft, spot, 1, target, 0);
    left -= 1;
  }
};
