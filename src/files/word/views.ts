/** What a tracked text says in each of its views. */
import type { WordBlock, WordFile, WordParagraph, WordPiece, WordRevision } from './word-types.ts';

/** `original`: with all changes rejected; `accepted`: with all accepted. */
export type WordView = 'original' | 'accepted';

const GONE: Readonly<Record<WordView, ReadonlySet<WordRevision['kind']>>> = {
  original: new Set(['insertion', 'move-to']),
  accepted: new Set(['deletion', 'move-from']),
};

/**
 * The blocks of a text in a view: what the view has not is left out, paragraphs whose mark is gone run into the next one.
 *
 * Whatever cannot join another, since a table or the end follows, stays a paragraph where it has words, and goes where it has none.
 *
 * @param blocks Blocks of the file.
 * @param file The file, for its tracked changes.
 * @param view Which version.
 */
export function viewBlocks(
  blocks: readonly WordBlock[],
  file: Pick<WordFile, 'revisions'>,
  view: WordView,
): WordBlock[] {
  const isGone = (places: readonly number[]) =>
    places.some((place) => GONE[view].has(file.revisions[place]?.kind ?? 'formatting'));
  const rest: WordBlock[] = [];
  let carried: WordParagraph[] = [];
  const settle = (): void => {
    const paragraph = joined(carried);
    if (paragraph !== undefined && hasContent(paragraph)) rest.push(paragraph);
    carried = [];
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      settle();
      const rows = block.rows
        .filter(({ revisions }) => !isGone(revisions))
        .map((row) => ({
          ...row,
          cells: row.cells
            .filter(({ revisions }) => !isGone(revisions))
            .map((cell) => ({ ...cell, blocks: viewBlocks(cell.blocks, file, view) })),
        }))
        .filter(({ cells }) => cells.length > 0);
      if (rows.length > 0) rest.push({ ...block, rows });
      continue;
    }
    carried.push({
      ...block,
      pieces: block.pieces.filter(({ revisions }) => !isGone(revisions)),
      boxes: viewBlocks(block.boxes, file, view),
    });
    if (isGone(block.mark)) continue;
    const paragraph = joined(carried);
    if (paragraph !== undefined) rest.push(paragraph);
    carried = [];
  }
  settle();
  return rest;
}

/** Paragraphs run together take the looks of the last one, whose mark stays. */
function joined(paragraphs: readonly WordParagraph[]): WordParagraph | undefined {
  const last = paragraphs.at(-1);
  if (last === undefined || paragraphs.length === 1) return last;
  return {
    ...last,
    pieces: paragraphs.flatMap(({ pieces }) => pieces),
    boxes: paragraphs.flatMap(({ boxes }) => boxes),
    bookmarks: [...new Set(paragraphs.flatMap(({ bookmarks }) => bookmarks))],
  };
}

function hasContent({ pieces, boxes }: WordParagraph): boolean {
  return boxes.length > 0 || pieces.some(({ type, text }) => type !== 'text' || text !== '');
}

/**
 * The words of some blocks, a line each paragraph; cells of a row stand between tabs.
 *
 * @param blocks Blocks, usually those of a view.
 */
export function blockLines(blocks: readonly WordBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [pieceWords(block.pieces), ...blockLines(block.boxes)];
    return block.rows.map(({ cells }) => cells.map((cell) => blockLines(cell.blocks).join(' ').trim()).join('\t'));
  });
}

/**
 * The words of some pieces; marks of notes and pictures leave no word.
 *
 * @param pieces Pieces of a paragraph.
 */
export function pieceWords(pieces: readonly WordPiece[]): string {
  return pieces.map(({ type, text }) => (type === 'text' ? text : '')).join('');
}
