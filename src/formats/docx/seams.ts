/** Blocks that were one, or become one: their change says so by the mark of the paragraph between them. */
import type { BlockChange } from '../../model/document.ts';
import type { AnyNode } from '../tree.ts';
import type { DocxContext, Track } from './context.ts';
import { type Piece, textPiece } from './runs.ts';

const SEAMS: Readonly<Record<string, Track>> = { split: 'w:ins', merged: 'w:del' };
/** Blocks that become one paragraph each. */
const LEAVES: ReadonlySet<string> = new Set(['paragraph', 'heading']);
const APART: ReadonlySet<string> = new Set(['tableRow', 'code', 'figure', 'thematicBreak', 'formField', 'notes']);

/**
 * Finds the paragraphs whose marks part what was one block, or becomes one: neighbours of one change.
 *
 * @param tree A whole document.
 */
export function findSeams(tree: AnyNode): ReadonlyMap<BlockChange, Track> {
  const seams = new Map<BlockChange, Track>();
  let last: BlockChange | undefined;
  const read = (node: AnyNode): void => {
    const { type, data, children = [] } = node;
    if (APART.has(type)) last = undefined;
    else if (LEAVES.has(type)) {
      const change = data?.change;
      const track = SEAMS[change?.kind ?? ''];
      if (last !== undefined && track !== undefined && last.kind === change?.kind && last.change === change.change)
        seams.set(last, track);
      last = change;
    } else for (const child of children) read(child);
  };
  read(tree);
  return seams;
}

/** What becomes of the mark of a block beside what its context says. */
export function seamOf(node: AnyNode, { gathered, tracks }: DocxContext): Track | undefined {
  const change = node.data?.change;
  const seam = change === undefined ? undefined : gathered.seams.get(change);
  // What is new as a whole may become one block, and what is gone may have been one.
  return seam === undefined || tracks.includes(seam) ? undefined : seam;
}

/** Where two blocks are one in a version, a space parts their words in it. */
export function seamPieces(node: AnyNode, mark: Track | undefined, context: DocxContext): Piece[] {
  if (mark === undefined || node.data?.change?.tight === true) return [];
  const tracks: readonly Track[] = mark === 'w:ins' ? ['w:del'] : ['w:ins'];
  return [textPiece(' ', {}, { ...context, tracks })];
}
