/** Columns that went, in the way that every program of Word files can resolve. */
import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { BlockChange } from '../../model/document.ts';
import { GONE, NEW } from './titles.ts';

type Fate = 'deleted' | 'inserted' | undefined;

/**
 * A table in which no row begins with a deleted cell. The columns of such a cell pass to the one before it when the
 * change is accepted (ISO/IEC 29500-1, 17.13.5.1), and nothing stands before the first. What follows the columns that
 * went therefore comes into their first cell: the words of both versions stay as they are, in their order.
 *
 * @param table A table, as a rule of a marked-up version.
 */
export function withFirstColumn(table: Table): Table {
  const fates = columnFates(table);
  const next = fates.findIndex((fate) => fate !== 'deleted');
  if (next < 1) return table;
  const join = fates[next] === 'inserted' ? joined : drawn;
  return { ...table, children: table.children.map((row) => (startsGone(row, next) ? join(row, next) : row)) };
}

/** In which versions each column stands, by the cells that say so. */
function columnFates({ children }: Table): Fate[] {
  const fates: Fate[] = [];
  for (const row of children) for (const [at, cell] of row.children.entries()) fates[at] = fates[at] ?? fateOf(cell);
  return fates;
}

function fateOf({ data }: TableCell): Fate {
  const kind = data?.change?.kind;
  return kind === 'deleted' || kind === 'inserted' ? kind : undefined;
}

/** Whether a row has the columns of its table; of a row that went, the cells that only the later version has are marked. */
function startsGone(row: TableRow, next: number): boolean {
  const first = row.children.slice(0, next);
  return isGone(row) || first.every((cell) => fateOf(cell) === 'deleted');
}

function isGone({ data }: TableRow): boolean {
  return GONE.has(data?.change?.kind ?? '');
}

/** The first column went and another came in its place: they are one, with other words. */
function joined(row: TableRow, next: number): TableRow {
  const [first, come] = [row.children[0], row.children[next]];
  if (first === undefined || come === undefined) return row;
  const { change: _, ...data } = { ...first.data, ...come.data };
  const one: TableCell = { ...come, data, children: [...first.children, ...come.children] };
  return { ...row, children: [one, ...row.children.slice(1, next), ...row.children.slice(next + 1)] };
}

/** The column that stays goes from where it stood, and comes where the table begins now. */
function drawn(row: TableRow, next: number): TableRow {
  const [first, stays] = [row.children[0], row.children[next]];
  const change = first?.data?.change;
  if (isGone(row) || first === undefined || stays === undefined || change === undefined) return row;
  const isNew = NEW.has(row.data?.change?.kind ?? '');
  const [before, after] = isNew
    ? [[], stays.children]
    : [side(stays, 'deletion', change), side(stays, 'insertion', change)];
  const { change: _, ...data } = { ...first.data, ...stays.data };
  const come: TableCell = { ...stays, data, children: [...first.children, ...after] };
  const gone: TableCell = { ...first, children: before };
  return { ...row, children: [come, ...row.children.slice(1, next), gone, ...row.children.slice(next + 1)] };
}

/** The words of a cell in one version, as words that went or came. */
function side(cell: TableCell, as: 'insertion' | 'deletion', { change }: BlockChange): PhrasingContent[] {
  const children = withoutWords(cell.children, as === 'deletion' ? 'insertion' : 'deletion');
  return children.length === 0 ? [] : [{ type: as, change, children }];
}

function withoutWords(nodes: readonly PhrasingContent[], type: 'insertion' | 'deletion'): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (node.type === type) return [];
    if (!('children' in node)) return [node];
    return [{ ...node, children: withoutWords(node.children as PhrasingContent[], type) } as PhrasingContent];
  });
}
