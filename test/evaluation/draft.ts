import type { Piece } from './pieces.ts';
import type { Random } from './random.ts';
import { cutWords, vocabularyOf } from './scripts.ts';

/** A text in the hands of an editor. */
export interface Draft {
  readonly random: Random;
  /** Files in order; the lists are edited in place. */
  readonly files: Piece[][];
  /** Keys of pieces that an edit has already dealt with; each is edited once. */
  readonly touched: Set<number>;
  /** Words of the text, for new sentences that look like the old ones. */
  readonly vocabulary: readonly string[];
  /** Pairs `origin>key` where only a sentence went over. */
  readonly lent: { from: number; to: number }[];
  readonly newKey: () => number;
}

/** Where a piece stands. */
export interface Spot {
  readonly file: Piece[];
  readonly index: number;
  readonly piece: Piece;
}

const sizes = new WeakMap<Piece, number>();

/** How many words a piece has. */
export function size(piece: Piece): number {
  const known = sizes.get(piece);
  if (known !== undefined) return known;
  const counted = cutWords(piece.text.replace(/\s+/gu, ' ')).words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  sizes.set(piece, counted);
  return counted;
}

/** A draft of earlier pieces: each comes from itself. */
export function draftOf(files: readonly (readonly Piece[])[], random: Random): Draft {
  const all = files.flat();
  let last = Math.max(0, ...all.map(({ key }) => key));
  const words = vocabularyOf(all.map(({ text }) => text));
  return {
    random,
    files: files.map((pieces) => pieces.map((piece) => ({ ...piece, origins: [piece.key] }))),
    touched: new Set(),
    vocabulary: words.length > 0 ? words : ['word'],
    lent: [],
    newKey: () => {
      last += 1;
      return last;
    },
  };
}

/** Where pieces stand that no edit has touched and that an edit could be made on, in random order. */
export function spots(draft: Draft, fits: (piece: Piece, spot: Spot) => boolean): Spot[] {
  const texts = new Map<string, number>();
  for (const { text } of draft.files.flat()) texts.set(text, (texts.get(text) ?? 0) + 1);
  const all = draft.files.flatMap((file) => file.map((piece, index) => ({ file, index, piece })));
  // A text that stands several times leaves open which of them was edited.
  const free = all.filter(({ piece }) => !draft.touched.has(piece.key) && texts.get(piece.text) === 1);
  return draft.random.shuffled(free.filter((spot) => fits(spot.piece, spot)));
}

/** The place of a piece now; undefined where it is gone. */
export function find(draft: Draft, key: number): Spot | undefined {
  for (const file of draft.files) {
    const index = file.findIndex((piece) => piece.key === key);
    const piece = file[index];
    if (piece) return { file, index, piece };
  }
  return undefined;
}

/** Puts other pieces in the place of some, and marks all of them as dealt with. */
export function replace(draft: Draft, { file, index }: Spot, count: number, pieces: readonly Piece[]): void {
  for (const piece of [...file.slice(index, index + count), ...pieces]) draft.touched.add(piece.key);
  file.splice(index, count, ...pieces);
}

/** A new piece of the kind of another. */
export function fresh(draft: Draft, like: Piece, text: string): Piece {
  const { id: _id, ...rest } = like;
  return { ...rest, key: draft.newKey(), text, origins: [], moved: false };
}
