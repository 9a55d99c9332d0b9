import { blockLines, pieceWords, viewBlocks } from '../../files/word/views.ts';
import type {
  WordBlock,
  WordComment,
  WordFile,
  WordParagraph,
  WordRevision,
  WordWarning,
} from '../../files/word/word-types.ts';
import type { ShownView } from './word-tree.ts';

/** A Word file as data: what `review show --to json` prints. */
export interface WordFacts {
  readonly title?: string;
  readonly view: ShownView;
  /** Paragraphs of the view that have words, rows of tables with their cells between tabs. */
  readonly text: readonly string[];
  readonly comments: readonly WordComment[];
  readonly revisions: readonly WordRevision[];
  /** What is in the file that was neither opened nor fetched. */
  readonly warnings: readonly WordWarning[];
}

/**
 * All comments and tracked changes of a Word file, with the words of a view.
 *
 * @param file The file.
 * @param view Which version.
 */
export function wordFacts(file: WordFile, view: ShownView): WordFacts {
  return {
    ...(file.title !== undefined && { title: file.title }),
    view,
    text: viewLines(file, view),
    comments: file.comments,
    revisions: file.revisions,
    warnings: file.warnings,
  };
}

/**
 * The words of a view, a line each paragraph or row; in the tracked one as CriticMarkup: `{++inserted++}`, `{--deleted--}`,
 * `{>>comment<<}`.
 *
 * @param file The file.
 * @param view Which version.
 */
export function viewLines(file: WordFile, view: ShownView): string[] {
  const bodies = [file.body, ...file.notes.map(({ blocks }) => blocks)];
  const lines = bodies.flatMap((body) =>
    view === 'tracked' ? trackedLines(body, file) : blockLines(viewBlocks(body, file, view)),
  );
  return lines.filter((line) => line.trim() !== '');
}

const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  insertion: ['{++', '++}'],
  'move-to': ['{++', '++}'],
  deletion: ['{--', '--}'],
  'move-from': ['{--', '--}'],
};

function trackedLines(blocks: readonly WordBlock[], file: WordFile): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [trackedLine(block, file), ...trackedLines(block.boxes, file)];
    return block.rows.map((row) => {
      const cells = row.cells.map((cell) => trackedLines(cell.blocks, file).join(' ').trim()).join('\t');
      return wrapped(cells, row.revisions, file);
    });
  });
}

function trackedLine(block: WordParagraph, file: WordFile): string {
  const words = block.pieces.map((piece) => wrapped(pieceWords([piece]), piece.revisions, file)).join('');
  const mark = wrapped('¶', block.mark, file);
  const comments = file.comments
    .filter(({ paragraph }) => paragraph === block.index)
    .map(({ author, text }) => `{>>${author === undefined ? '' : `${author}: `}${text}<<}`);
  return `${words}${mark === '¶' ? '' : mark}${comments.join('')}`;
}

function wrapped(words: string, revisions: readonly number[], { revisions: all }: WordFile): string {
  if (words === '') return '';
  return revisions.reduceRight((inner, at) => {
    const [open, close] = MARKS[all[at]?.kind ?? ''] ?? ['', ''];
    return `${open}${inner}${close}`;
  }, words);
}
