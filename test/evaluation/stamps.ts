import type { Draft } from './draft.ts';
import type { Piece } from './pieces.ts';

const STAMPED: ReadonlySet<string> = new Set(['paragraph', 'item', 'heading']);
const BASE = 36;

/** The same pieces, each that can carry an id with one of its own. */
export function stampIds(files: readonly (readonly Piece[])[]): Piece[][] {
  const stamp = ({ key }: Piece) => `p-${(key + BASE ** 3).toString(BASE)}`;
  return files.map((file) => file.map((piece) => (STAMPED.has(piece.kind) ? { ...piece, id: stamp(piece) } : piece)));
}

/** Changes places of some ids, as a careless copy does: they now stand on other text. */
export function swapIds(draft: Draft): void {
  const all = draft.files.flatMap((file) => file.map((piece, index) => ({ file, index, piece })));
  const stamped = draft.random.shuffled(
    all.filter(({ piece }) => piece.id !== undefined && piece.kind === 'paragraph'),
  );
  const count = Math.min(4, Math.floor(stamped.length / 2));
  for (let pair = 0; pair < count; pair += 1) {
    const [one, other] = [stamped[2 * pair], stamped[2 * pair + 1]];
    if (!one || !other) return;
    one.file[one.index] = { ...one.piece, ...idOf(other.piece) };
    other.file[other.index] = { ...other.piece, ...idOf(one.piece) };
  }
}

function idOf({ id }: Piece): { id?: string } {
  return id === undefined ? {} : { id };
}
