import { isCellBorder, type Token } from './tokens.ts';

/** The tokens of a row, cell by cell. */
export function splitCells(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [[]];
  for (const token of tokens) {
    if (isCellBorder(token)) cells.push([]);
    else cells.at(-1)?.push(token);
  }
  return cells;
}
