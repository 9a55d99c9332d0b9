/** What is said of rows of a returned matrix. */
import type { Finding } from '../../model/finding.ts';
import type { MatrixRole } from '../../model/matrix.ts';
import type { SheetRow } from '../../sources/matrix/read-matrix.ts';
import { tableFinding } from '../../sources/tables/table-findings.ts';
import type { CellProblem } from './read-cells.ts';

const NOT_TAKEN = 'A row is taken as a whole or not at all, so that no decision stands without its reason.';

/** A cell that can't be read, and so a row that is not taken. */
export function cellFinding(row: SheetRow, ref: string, { role, message, hint }: CellProblem): Finding {
  const name = role === 'observation' ? 'observation' : role.replaceAll('-', ' ');
  return rowFinding(row, role, { message: `The answer to ${ref} was not taken: its ${name} ${message}.`, hint });
}

/** A row that is not taken. */
export function rowFinding(
  { file, row, columns }: SheetRow,
  role: MatrixRole,
  { message, hint }: { readonly message: string; readonly hint: string },
): Finding {
  const column = (columns.get(role) ?? 1) - 1;
  return tableFinding({
    check: 'ingest/matrix-row',
    severity: 'error',
    message,
    why: NOT_TAKEN,
    hint,
    file,
    row,
    column,
  });
}

/** Words of an input that were changed in the sheet. */
export function rewordedFinding({ file, row, columns }: SheetRow, ref: string): Finding {
  return tableFinding({
    check: 'ingest/matrix-words',
    severity: 'warning',
    message: `The words of the input ${ref} read differently in the sheet than they were exported; that change was not taken.`,
    why: 'What somebody said is not for those who answer to change.',
    hint: 'Correct a transcription in the consultation note itself.',
    file,
    row,
    column: (columns.get('text') ?? 1) - 1,
  });
}

/** What else the answer that was taken brings with it. */
export function remarkFinding({ file, row }: SheetRow, ref: string, message: string): Finding {
  return tableFinding({
    check: 'ingest/matrix-edit-open',
    severity: 'info',
    message: `${ref}: ${message}`,
    why: 'The fingerprint was that of an edit made for the answer as it was before.',
    hint: 'When the edit is made, run "penholder respond --done" on the input.',
    file,
    row,
  });
}
