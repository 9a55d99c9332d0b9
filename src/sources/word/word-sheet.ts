/** Comment sheets that were filled in in Word. */
import type { TableRow } from '../../files/table-row.ts';
import { paragraphsIn } from '../../files/word/read-word.ts';
import type { WordBlock, WordCell, WordFile, WordTable } from '../../files/word/word-types.ts';
import type { Ingested, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { CommentMapping } from '../../model/mapping.ts';
import { guessComments, withIsoHeadings } from '../comments/guess-comments.ts';
import { ingestComments } from '../comments/ingest-comments.ts';
import type { CommentTable } from '../comments/read-comments.ts';
import { readHead } from '../tables/read-head.ts';
import { wordsIn } from './units.ts';

/** A comment sheet: tables that are read alike. */
export interface WordSheet {
  readonly tables: readonly CommentTable[];
  readonly mapping: CommentMapping;
}

/**
 * The comment sheet in a Word file, as all accepted; undefined where no table of it is one.
 *
 * @param file The file.
 */
export async function sheetIn(file: WordFile): Promise<WordSheet | undefined> {
  const tables: CommentTable[] = [];
  let mapping: CommentMapping | undefined;
  for (const block of tablesIn(file.body)) {
    const rows = rowsOf(block, file);
    const table = {
      rows: async function* () {
        yield* rows;
      },
    };
    const read = await readHead(table);
    const head = read === undefined ? undefined : withIsoHeadings(read);
    const guess = head === undefined ? undefined : guessComments(head);
    if (head === undefined || guess === undefined) continue;
    mapping ??= guess;
    tables.push({ table, headings: head.headings, row: head.row });
  }
  return mapping === undefined ? undefined : { tables, mapping };
}

function tablesIn(blocks: readonly WordBlock[]): readonly WordTable[] {
  return blocks.filter((block) => block.type === 'table');
}

function rowsOf({ rows }: WordTable, file: WordFile): readonly TableRow[] {
  return rows.map(({ cells }, at) => ({ row: at + 1, cells: cells.flatMap((cell) => cellsOf(cell, file)) }));
}

/** The words of a cell, and empty ones for the other columns that it takes. */
function cellsOf({ blocks, span }: WordCell, file: WordFile): readonly string[] {
  const lines = [...paragraphsIn(blocks)].map((paragraph) => wordsIn(paragraph, file, () => true));
  const words = lines.filter((line) => line !== '').join('\n\n');
  return [words, ...Array.from({ length: Math.min(span, 64) - 1 }, () => '')];
}

/** Where the notes of a sheet come from. */
export interface SheetContext {
  readonly context: SourceContext;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

/** The notes of a sheet, one for each organisation that comments. */
export function sheetNotes(sheet: WordSheet, made: SheetContext): AsyncGenerator<Ingested> {
  return ingestComments({ ...sheet, ...made });
}
