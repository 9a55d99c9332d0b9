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
  const comments = commentsByParagraph(file);
  const bodies = [file.body, ...file.notes.map(({ blocks }) => blocks)];
  const lines = bodies.flatMap((body) =>
    view === 'tracked' ? trackedLines(body, { file, comments }) : blockLines(viewBlocks(body, file, view)),
  );
  return lines.filter((line) => line.trim() !== '');
}

const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  insertion: ['{++', '++}'],
  'move-to': ['{++', '++}'],
  deletion: ['{--', '--}'],
  'move-from': ['{--', '--}'],
};

interface Tracked {
  readonly file: WordFile;
  /** What is said at each paragraph, as it is shown. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
}

function commentsByParagraph(file: WordFile): ReadonlyMap<number, readonly string[]> {
  const comments = new Map<number, string[]>();
  for (const { paragraph, author, text } of file.comments) {
    if (paragraph === undefined) continue;
    const shown = `{>>${author === undefined ? '' : `${author}: `}${text}<<}`;
    const known = comments.get(paragraph);
    if (known === undefined) comments.set(paragraph, [shown]);
    else known.push(shown);
  }
  return comments;
}

function trackedLines(blocks: readonly WordBlock[], tracked: Tracked): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [trackedLine(block, tracked), ...trackedLines(block.boxes, tracked)];
    return block.rows.map((row) => {
      const cells = row.cells.map((cell) => trackedLines(cell.blocks, tracked).join(' ').trim()).join('\t');
      return wrapped(cells, row.revisions, tracked.file);
    });
  });
}

function trackedLine(block: WordParagraph, { file, comments }: Tracked): string {
  const words = block.pieces.map((piece) => wrapped(pieceWords([piece]), piece.revisions, file)).join('');
  const mark = wrapped('¶', block.mark, file);
  return `${words}${mark === '¶' ? '' : mark}${(comments.get(block.index) ?? []).join('')}`;
}

function wrapped(words: string, revisions: readonly number[], { revisions: all }: WordFile): string {
  if (words === '') return '';
  return revisions.reduceRight((inner, at) => {
    const [open, close] = MARKS[all[at]?.kind ?? ''] ?? ['', ''];
    return `${open}${inner}${close}`;
  }, words);
}
