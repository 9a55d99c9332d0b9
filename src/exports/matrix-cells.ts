/** The comments matrix as rows of cells, the same for every spreadsheet format. */
import { EDITABLE, type MatrixColumn, type MatrixShape, type MatrixSheet } from '../model/matrix.ts';
import { REACTIONS, RESPONSE_DECISIONS } from '../model/vocabulary.ts';

/**
 * Rows of cells, with the head first.
 *
 * @param sheet What was exported.
 */
export function matrixCells({ shape, rows }: MatrixSheet): string[][] {
  const all = [shape.columns.map(({ title }) => title)];
  for (const { cells } of rows) all.push(shape.columns.map(({ role }) => (cells[role] ?? '').replace(CONTROLS, '')));
  return all;
}

/** Characters that no cell can show; a file with some of them is taken for no text at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones left out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;

/** Words to choose from in a column; undefined where any words will do. */
export function choicesOf({ role }: MatrixColumn, shape: MatrixShape): readonly string[] | undefined {
  if (role === 'decision') return RESPONSE_DECISIONS.map((id) => shape.decisions[id]);
  return role === 'reaction' ? REACTIONS.map((id) => shape.reactions[id]) : undefined;
}

/** Whether what is written into a column comes back. */
export function isEditable({ role }: MatrixColumn): boolean {
  return EDITABLE.has(role);
}
