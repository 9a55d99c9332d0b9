/** A row of a table file, its cells as text. */
export interface TableRow {
  /** Number of the row in its sheet, or of the line in the file it begins on; from 1. */
  readonly row: number;
  /** Cells from the first column on; empty cells are empty strings, those behind the last filled one are left out. */
  readonly cells: readonly string[];
}
