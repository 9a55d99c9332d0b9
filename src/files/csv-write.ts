/** What a spreadsheet program would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * Writes rows as comma-separated values that spreadsheet programs open as they are: UTF-8 with its mark, CRLF, and an
 * apostrophe before what they would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection).
 *
 * @param rows The heading row first.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(writeCell).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

/**
 * Gives a cell as it was before {@link writeCsv}: without the apostrophe that keeps it from being a formula.
 *
 * @param cell As read.
 */
export function readGuarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function writeCell(cell: string): string {
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
