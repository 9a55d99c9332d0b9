import { readCsv } from '../../files/csv.ts';
import { type CsvFormat, csvFormat } from '../../files/csv-format.ts';
import type { FileProblem } from '../../files/file-problem.ts';
import type { TableRow } from '../../files/table-row.ts';
import { readXlsx } from '../../files/xlsx-read.ts';
import { isOle2 } from '../../files/zip-read.ts';
import type { Finding } from '../../model/finding.ts';
import { tableFinding } from './table-findings.ts';

/** A table of a file: all of a CSV file, or one sheet of a workbook. */
export interface SourceTable {
  /** Name of the sheet; absent for CSV. */
  readonly sheet?: string;
  /** Its rows, read anew each time. */
  readonly rows: () => AsyncIterable<TableRow>;
}

/** What a spreadsheet holds. */
export interface Tables {
  readonly tables: readonly SourceTable[];
  readonly isCsv: boolean;
  readonly findings: readonly Finding[];
}

/** Largest CSV file taken; 200,000 answers to a long questionnaire stay far below. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Opens a spreadsheet: a CSV file in whatever encoding and with whatever delimiter, or an Excel workbook.
 *
 * @param bytes The file.
 * @param name Its name, for findings.
 */
export function openTables(bytes: Uint8Array, name: string): Tables {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openWorkbook(bytes, name);
  if (/\.(?:xls|xlt|ods|numbers)$/iu.test(name)) return refused(name, 'old-format');
  if (isOle2(bytes)) return refused(name, 'protected');
  if (/\.xlsx$/iu.test(name)) return refused(name, 'no-workbook');
  if (bytes.length > MOST_BYTES) return refused(name, 'too-large');
  const format = csvFormat(bytes);
  const head = bytes.subarray(0, 4096);
  if (!format.encoding.startsWith('utf-16') && head.includes(0)) return refused(name, 'no-text');
  return {
    tables: [{ rows: () => readCsv(bytes, format) }],
    isCsv: true,
    findings: encodingFindings(format, name),
  };
}

function openWorkbook(bytes: Uint8Array, name: string): Tables {
  const reading = readXlsx(bytes);
  if ('problem' in reading) return { tables: [], isCsv: false, findings: [unreadable(reading.problem, name)] };
  const visible = reading.sheets.filter(({ hidden }) => !hidden);
  const tables = visible.map(({ name: sheet, rows }) => ({ sheet, rows }));
  return { tables, isCsv: false, findings: [] };
}

function encodingFindings({ certain }: CsvFormat, name: string): readonly Finding[] {
  if (certain) return [];
  return [
    tableFinding({
      check: 'ingest/encoding',
      severity: 'warning',
      message: `"${name}" is not in UTF-8; it was read as Western European text (Windows-1252).`,
      why: 'If the guess is wrong, accented letters come out as others.',
      hint: 'Look at its accented letters, or save it as UTF-8 and ingest it again.',
      file: name,
    }),
  ];
}

/**
 * What is said of a file that can't be read.
 *
 * @param problem What is wrong.
 * @param name Name of the file.
 */
export function unreadable(problem: FileProblem, name: string): Finding {
  return tableFinding({
    check: 'ingest/unreadable',
    severity: 'error',
    message: `"${name}" can't be read. ${problem.message}`,
    why: 'Nothing was taken from it; the file itself is untouched.',
    hint: problem.hint,
    file: name,
  });
}

const REFUSALS = {
  'old-format': [
    'ingest/old-format',
    (name: string) => `"${name}" is in a spreadsheet format that is not read here, such as that of Excel before 2007.`,
    'Open it and save as .xlsx, then ingest that.',
  ],
  protected: [
    'ingest/unreadable',
    (name: string) => `"${name}" is protected by a password, or in an old format of Office under a new name.`,
    'Remove the password, or save it as .xlsx, then ingest that.',
  ],
  'no-workbook': [
    'ingest/unreadable',
    (name: string) => `"${name}" is no Excel workbook, whatever its name says.`,
    'If it is text with commas or semicolons, name it .csv; otherwise save it as .xlsx.',
  ],
  'too-large': [
    'ingest/too-large',
    (name: string) => `"${name}" is larger than 256 MB and was not read.`,
    'Split it into several files.',
  ],
  'no-text': [
    'ingest/not-text',
    (name: string) => `"${name}" is not a text file, whatever its name says.`,
    'Save it as CSV in UTF-8, or as .xlsx.',
  ],
} as const;

function refused(name: string, reason: keyof typeof REFUSALS): Tables {
  const [check, message, hint] = REFUSALS[reason];
  const why = 'Nothing was taken from it; the file itself is untouched.';
  const finding = tableFinding({ check, severity: 'error', message: message(name), why, hint, file: name });
  return { tables: [], isCsv: false, findings: [finding] };
}
