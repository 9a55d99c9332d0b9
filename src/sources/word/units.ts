/** The paragraphs of a returned file as it was before its reviewer's tracked changes, and after them. */
import { paragraphsIn } from '../../files/word/read-word.ts';
import { pieceWords } from '../../files/word/views.ts';
import type { WordBlock, WordFile, WordParagraph, WordRevision, WordRow } from '../../files/word/word-types.ts';

/** Whether a tracked change is taken as made. */
export type View = (revision: WordRevision) => boolean;

/** A paragraph in one version. */
export interface Told {
  readonly words: string;
  /** Indexes of the paragraphs of the file that it is made of. */
  readonly raws: readonly number[];
}

/** A paragraph as it was before tracked changes. */
export interface Unit extends Told {
  /** Index of its first paragraph in the file. */
  readonly at: number;
  /** Bookmarks on it. */
  readonly names: readonly string[];
  readonly cell: boolean;
  readonly style: string;
}

/** Paragraphs that tracked changes of their marks bind together; usually one. */
export interface Chunk {
  readonly paragraphs: readonly WordParagraph[];
  readonly cell: boolean;
  /** Its paragraphs before tracked changes. */
  readonly units: readonly Unit[];
}

/** A row that came or went with tracking. */
export interface RowChange {
  readonly revision: WordRevision;
  readonly isNew: boolean;
  readonly words: string;
  readonly raws: readonly number[];
}

/** What alignment and comparison are made on. */
export interface Returned {
  readonly file: WordFile;
  /** In reading order. */
  readonly chunks: readonly Chunk[];
  readonly rows: readonly RowChange[];
  /** Views: nothing of the reviewers made; all of it. What was tracked in the file as it was sent is made in both. */
  readonly before: View;
  readonly after: View;
  /** Whether a change was tracked in the file as it was sent. */
  readonly isOurs: View;
}

const TAKES: ReadonlySet<string> = new Set(['deletion', 'move-from']);
const GIVES: ReadonlySet<string> = new Set(['insertion', 'move-to']);

/**
 * Lays a file out in chunks.
 *
 * @param file The file.
 * @param isOurs Whether a tracked change was in it as it was sent.
 */
export function returnedUnits(file: WordFile, isOurs: View): Returned {
  const layout = { file, before: isOurs, after: () => true, isOurs };
  const chunks: Chunk[] = [];
  const rows: RowChange[] = [];
  addBlocks(file.body, { cell: false, layout, chunks, rows });
  chunks.sort((one, other) => (one.paragraphs[0]?.index ?? 0) - (other.paragraphs[0]?.index ?? 0));
  return { ...layout, chunks, rows };
}

interface Laying {
  readonly cell: boolean;
  readonly layout: Pick<Returned, 'file' | 'before' | 'after' | 'isOurs'>;
  readonly chunks: Chunk[];
  readonly rows: RowChange[];
}

/** Blocks of the body, a cell, a box or a note. */
function addBlocks(blocks: readonly WordBlock[], laying: Laying): void {
  const { layout, chunks, cell } = laying;
  let open: WordParagraph[] = [];
  const settle = (): void => {
    if (open.length > 0) chunks.push(chunkOf(open, cell, layout));
    open = [];
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      settle();
      for (const row of block.rows) addRow(row, laying);
      continue;
    }
    open.push(block);
    if (block.boxes.length > 0) addBlocks(block.boxes, { ...laying, cell: false });
    if (!isBound(block, layout)) settle();
  }
  settle();
}

/** Whether a paragraph runs into the next one in some version. */
function isBound({ mark }: WordParagraph, { file, isOurs }: Laying['layout']): boolean {
  return revisionsOf(mark, file).some((one) => (isOurs(one) ? TAKES.has(one.kind) : one.kind !== 'formatting'));
}

function addRow(row: WordRow, laying: Laying): void {
  const { file, isOurs, before, after } = laying.layout;
  const changes = revisionsOf(row.revisions, file).filter(({ kind }) => kind !== 'formatting');
  if (changes.some((one) => isOurs(one) && TAKES.has(one.kind))) return;
  const revision = changes.find((one) => !isOurs(one));
  if (revision !== undefined) {
    const isNew = GIVES.has(revision.kind);
    const paragraphs = row.cells.flatMap((cell) => [...paragraphsIn(cell.blocks)]);
    const words = paragraphs.map((one) => wordsIn(one, file, isNew ? after : before)).filter((one) => one !== '');
    laying.rows.push({ revision, isNew, words: words.join(' | '), raws: paragraphs.map(({ index }) => index) });
    if (isNew) return;
  }
  for (const cell of row.cells) addBlocks(cell.blocks, { ...laying, cell: true });
}

function revisionsOf(places: readonly number[], { revisions }: Pick<WordFile, 'revisions'>): WordRevision[] {
  return places.flatMap((at) => revisions[at] ?? []);
}

function isGone(revisions: readonly WordRevision[], view: View): boolean {
  return revisions.some((one) => (view(one) ? TAKES : GIVES).has(one.kind));
}

/**
 * The words of a paragraph in a version, without what the program itself put behind them.
 *
 * @param paragraph The paragraph.
 * @param file The file, for its tracked changes.
 * @param view Which tracked changes are made.
 */
export function wordsIn(paragraph: WordParagraph, file: Pick<WordFile, 'revisions'>, view: View): string {
  return rawWords(paragraph, file, view).replace(/\s+/gu, ' ').trim();
}

function rawWords({ pieces }: WordParagraph, file: Pick<WordFile, 'revisions'>, view: View): string {
  const stays = pieces.filter(
    ({ revisions, style }) =>
      style.named !== 'Tag' &&
      style.raised !== 'superscript' &&
      (revisions.length === 0 || !isGone(revisionsOf(revisions, file), view)),
  );
  return pieceWords(stays);
}

/**
 * The paragraphs of a chunk in a version.
 *
 * @param paragraphs Its paragraphs in the file.
 * @param file The file.
 * @param view Which tracked changes are made.
 */
export function toldIn(paragraphs: readonly WordParagraph[], file: WordFile, view: View): readonly Told[] {
  const told: Told[] = [];
  let words = '';
  let raws: number[] = [];
  const flush = (): void => {
    const text = words.replace(/\s+/gu, ' ').trim();
    if (text !== '') told.push({ words: text, raws });
    words = '';
    raws = [];
  };
  for (const paragraph of paragraphs) {
    const own = rawWords(paragraph, file, view);
    const stays = !isGone(revisionsOf(paragraph.mark, file), view);
    if (own !== '' || stays) raws.push(paragraph.index);
    words += own;
    if (stays) flush();
  }
  flush();
  return told;
}

function chunkOf(paragraphs: readonly WordParagraph[], cell: boolean, { file, before }: Laying['layout']): Chunk {
  const byIndex = new Map(paragraphs.map((one) => [one.index, one]));
  const units = toldIn(paragraphs, file, before).map((told): Unit => {
    const own = told.raws.flatMap((at) => byIndex.get(at) ?? []);
    return {
      ...told,
      at: told.raws[0] ?? 0,
      names: [...new Set(own.flatMap(({ bookmarks }) => bookmarks))],
      cell,
      style: own.at(-1)?.style ?? '',
    };
  });
  return { paragraphs, cell, units };
}

/** Tracked changes of a chunk's words and marks that reviewers made, in order. */
export function changesIn(
  paragraphs: readonly WordParagraph[],
  { file, isOurs }: Pick<Returned, 'file' | 'isOurs'>,
): readonly WordRevision[] {
  const places = paragraphs.flatMap(({ pieces, mark }) => [...pieces.flatMap(({ revisions }) => revisions), ...mark]);
  return revisionsOf([...new Set(places)], file).filter((one) => one.kind !== 'formatting' && !isOurs(one));
}
