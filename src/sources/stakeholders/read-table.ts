import { CsvProblemError, readCsv } from '../../files/csv.ts';
import { csvFormat } from '../../files/csv-format.ts';
import { FileProblemError } from '../../files/file-problem.ts';
import type { TableRow } from '../../files/table-row.ts';
import { readXlsx } from '../../files/xlsx-read.ts';
import type { Finding } from '../../model/finding.ts';
import { STAKEHOLDER_COLUMNS, type StakeholderColumn } from '../../model/stakeholder-columns.ts';
import { plainHeading, problem } from './problems.ts';
import { readRow, type StakeholderRow, type StakeholderTerms } from './read-row.ts';

export type { StakeholderRow, StakeholderTerms } from './read-row.ts';

/** What a spreadsheet of stakeholders says, and what could not be taken from it. */
export interface StakeholderTable {
  readonly rows: readonly StakeholderRow[];
  readonly findings: readonly Finding[];
}

/** Where rows come from. */
interface RowSource {
  /** Name of the file, and of its sheet. */
  readonly file: string;
  readonly rows: AsyncIterable<TableRow>;
}

/**
 * Reads a spreadsheet of stakeholders (.csv, .xlsx). Every row that can't be taken is a finding with its row and
 * column; what such a cell says is never repeated.
 *
 * @param name Name of the file.
 * @param bytes Its content.
 * @param terms Groups, regions and levels of the process.
 */
export async function readStakeholderTable(
  name: string,
  bytes: Uint8Array,
  terms: StakeholderTerms = {},
): Promise<StakeholderTable> {
  if (/\.xls$/iu.test(name)) {
    return failed(
      problem(
        'row',
        { file: name, row: 1 },
        {
          message: 'This is a spreadsheet of the old kind, which is not read.',
          hint: 'Open it, save it as .xlsx and import that.',
        },
      ),
    );
  }
  if (!/\.xlsx$/iu.test(name)) return readRows({ file: name, rows: readCsv(bytes, csvFormat(bytes)) }, terms);
  const reading = readXlsx(bytes);
  const sheet = 'problem' in reading ? undefined : reading.sheets.find(({ hidden }) => !hidden);
  if (sheet === undefined) {
    return failed(
      problem(
        'row',
        { file: name, row: 1 },
        { message: 'This file cannot be read as an Excel workbook.', hint: 'Save it again as .xlsx or .csv.' },
      ),
    );
  }
  return readRows({ file: name, rows: sheet.rows() }, terms);
}

function failed(finding: Finding): StakeholderTable {
  return { rows: [], findings: [finding] };
}

async function readRows({ file, rows }: RowSource, terms: StakeholderTerms): Promise<StakeholderTable> {
  const findings: Finding[] = [];
  const read: StakeholderRow[] = [];
  let columns: readonly (StakeholderColumn | undefined)[] | undefined;
  try {
    for await (const { row, cells } of rows) {
      if (columns !== undefined) {
        const taken = readRow({ row, cells }, columns, { file, findings, terms });
        if (taken !== undefined) read.push(taken);
        continue;
      }
      columns = readHead({ row, cells }, file, findings);
    }
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error;
    const line = error instanceof CsvProblemError ? error.line : 1;
    findings.push(
      problem(
        'row',
        { file, row: line },
        {
          message: 'From this row on the file could not be read; the rows before it were.',
          hint: 'Look for a quotation mark that is never closed, or save the file again.',
        },
      ),
    );
  }
  return { rows: read, findings };
}

/** Which column of the file is which; unknown ones are left out and reported. */
function readHead({ row, cells }: TableRow, file: string, findings: Finding[]): (StakeholderColumn | undefined)[] {
  const columns = cells.map((cell, index) => {
    const heading = plainHeading(cell);
    const known = STAKEHOLDER_COLUMNS.find(({ key, title, aliases = [] }) =>
      [plainHeading(key), plainHeading(title), ...aliases].includes(heading),
    );
    if (known === undefined && heading !== '') {
      findings.push(
        problem(
          'column',
          { file, row, column: index + 1 },
          {
            message: `Column ${index + 1} of the table is not one that stakeholders have; it was left out.`,
            hint: `Columns are ${STAKEHOLDER_COLUMNS.map(({ title }) => title).join(', ')}.`,
          },
        ),
      );
    }
    return known;
  });
  const keys = new Set(columns.map((column) => column?.key));
  if (!keys.has('id') && !keys.has('name')) {
    findings.push(
      problem(
        'row',
        { file, row },
        {
          message: 'The first row names neither an Id nor a Name column, so no row can be told from another.',
          hint: 'Write the names of the columns in the first row; "penholder stakeholders export" shows them.',
        },
      ),
    );
    return [];
  }
  return columns;
}
