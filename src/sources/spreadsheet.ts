import { CsvProblemError } from '../files/csv.ts';
import { FileProblemError } from '../files/file-problem.ts';
import type { Ingested, Source, SourceContext } from '../model/contracts.ts';
import { ingestSpreadsheet } from './tables/ingest-spreadsheet.ts';
import { unreadable } from './tables/open-tables.ts';
import { tableFinding } from './tables/table-findings.ts';

/**
 * Survey exports and comment matrices: CSV in whatever encoding, and Excel workbooks.
 *
 * Columns that answer a questionnaire of the workspace are known by it, others by a mapping; what is neither is guessed,
 * and the guess wants confirming.
 */
export const spreadsheet: Source = {
  id: 'spreadsheet',
  about: 'Survey exports (Kobo, ODK, others) and comment matrices, as .csv or .xlsx',
  accepts: (name) => /\.(?:csv|tsv|tab|xlsx|xlsm|xls|xlt|ods)$/iu.test(name),
  read,
};

async function* read(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  try {
    yield* ingestSpreadsheet(bytes, context);
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error;
    yield { type: 'finding', finding: problem(error, context.name) };
  }
}

function problem(error: FileProblemError, file: string) {
  if (!(error instanceof CsvProblemError)) return unreadable(error.problem, file);
  return tableFinding({
    check: 'ingest/row-not-read',
    severity: 'error',
    message: `"${file}" can't be read from line ${error.line} on. ${error.problem.message}`,
    why: 'Everything behind it would be taken for one answer, so nothing was taken in.',
    hint: error.problem.hint,
    file,
    row: error.line,
  });
}
