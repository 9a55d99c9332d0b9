import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { type CsvFormat, csvFormat } from './csv-format.ts';
import { type FileProblemCode, FileProblemError } from './file-problem.ts';
import type { TableRow } from './table-row.ts';

/** Bytes decoded and parsed at a time. */
const PIECE = 256 * 1024;
/** Characters of the longest record; a longer one means a quotation mark that is never closed. */
const LONGEST_RECORD = 1_000_000;

/** What errors of the parser mean. */
const PROBLEMS: Readonly<Record<string, FileProblemCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote',
  CSV_INVALID_CLOSING_QUOTE: 'quote',
  CSV_MAX_RECORD_SIZE: 'record-too-long',
};

/** A problem of a file of comma-separated values, with the line from which on nothing was read. */
export class CsvProblemError extends FileProblemError {
  readonly line: number;

  constructor(code: FileProblemCode, line: number) {
    super(code);
    this.line = line;
  }
}

/**
 * Reads the rows of a file of comma-separated values one after another; the file as text is never in memory as a whole.
 *
 * Quotation marks inside unquoted cells, rows of different lengths, LF, CRLF and CR are all taken as they come.
 * Empty lines are left out.
 *
 * @param bytes The file.
 * @param format How it is written, if known; {@link csvFormat} tells otherwise.
 * @throws CsvProblemError after the last row that could be read, where a quotation mark is never closed.
 */
export async function* readCsv(bytes: Uint8Array, format: CsvFormat = csvFormat(bytes)): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  const failure: { error?: CsvError } = {};
  const state = { last: 0, shift: declaredLines(bytes, format) };
  const parser = parserOf(format, (row) => rows.push(row), state);
  parser.on('error', (error) => {
    failure.error = error as CsvError;
  });
  for (const text of pieces(bytes, format)) {
    // The parser works while it is written to; waiting is only for its own queue.
    if (!parser.write(text)) await drained(parser, failure);
    yield* rows.splice(0);
    if (failure.error !== undefined) break;
  }
  if (failure.error === undefined) await ended(parser);
  yield* rows.splice(0);
  if (failure.error !== undefined) {
    throw new CsvProblemError(PROBLEMS[failure.error.code] ?? 'quote', state.last + 1 + state.shift);
  }
}

/** Lines before the first record that the parser never sees. */
function declaredLines(bytes: Uint8Array, { skip }: CsvFormat): number {
  return bytes.subarray(0, skip).includes(0x0a) ? 1 : 0;
}

interface LineState {
  /** Line on which the last record ended, as the parser counts. */
  last: number;
  readonly shift: number;
}

function parserOf({ delimiter }: CsvFormat, take: (row: TableRow) => void, state: LineState): Parser {
  const options: Options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (cells: string[], { lines }) => {
      state.last = lines;
      const row = lines - breaksIn(cells) + state.shift;
      trimEnd(cells);
      if (cells.length > 0) take({ row, cells });
      return null;
    },
  };
  return parse(options).resume();
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

/** Drops empty cells at the end, as a spreadsheet has none there. */
function trimEnd(cells: string[]): void {
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
}

function* pieces(bytes: Uint8Array, { encoding, skip }: CsvFormat): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = skip; at < bytes.length; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function drained(parser: Parser, failure: { readonly error?: CsvError }): Promise<void> {
  if (failure.error !== undefined || parser.destroyed) return;
  await new Promise<void>((resolve) => {
    parser.once('drain', resolve);
    parser.once('close', resolve);
  });
}

async function ended(parser: Parser): Promise<void> {
  await new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('close', resolve);
    parser.end();
  });
}
