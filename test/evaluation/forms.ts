import type { Piece } from './pieces.ts';
import type { Random } from './random.ts';

const SHARES = { quote: 0.12, note: 0.08, html: 0.5, code: 0.04 } as const;

function formOf(piece: Piece, before: Piece | undefined, random: Random): Piece['form'] {
  if (piece.kind === 'item' && piece.depth === 0) {
    // A list stands in HTML as a whole.
    if (before?.kind === 'item') return before.form;
    return random.chance(SHARES.html) ? 'html' : undefined;
  }
  if (piece.kind !== 'paragraph') return undefined;
  const dice = random.next();
  if (dice < SHARES.quote) return 'quote';
  return dice < SHARES.quote + SHARES.note ? 'note' : undefined;
}

function codeOf(random: Random, key: number): Piece {
  const lines = Array.from(
    { length: 2 + random.below(4) },
    () => `set value${random.below(99)} = ${random.below(999)}`,
  );
  const text = ['```', ...lines, '```'].join('\n');
  return { key, kind: 'verbatim', text, depth: 0, ordered: false, head: false, origins: [], moved: false };
}

/**
 * Quotes some paragraphs, makes notes of others, writes lists in HTML and puts code between.
 *
 * @param files the pieces of each file
 * @param random chance
 */
export function inOtherForms(files: readonly (readonly Piece[])[], random: Random): Piece[][] {
  let key = Math.max(0, ...files.flat().map((piece) => piece.key));
  return files.map((pieces) => {
    const made: Piece[] = [];
    for (const piece of pieces) {
      const form = formOf(piece, made.at(-1), random);
      if (piece.kind === 'heading' && made.length > 0 && random.chance(SHARES.code * 5)) {
        key += 1;
        made.push(codeOf(random, key));
      }
      // What is nested in a list in HTML would have to stand in HTML as well.
      const isNested = piece.kind === 'item' && piece.depth > 0 && made.at(-1)?.form === 'html';
      const flat: Piece = isNested ? { ...piece, depth: 0, form: 'html' } : piece;
      made.push(form === undefined ? flat : { ...piece, form });
    }
    return made;
  });
}
