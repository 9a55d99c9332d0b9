import type { Nodes, Parents } from 'mdast';
import type { ColumnChange } from '../model/change-log.ts';
import { splitCells } from './cells.ts';
import { linkedPairs } from './links.ts';
import type { Matching } from './match-passages.ts';
import type { Passage } from './passages.ts';
import { heaviestRising } from './spine.ts';
import { isCellBorder, type Token, tokenText } from './tokens.ts';

// How many of the cells of two columns without one title must be equal for them to be one column.
const MOST_CELLS = 0.5;
// Wider tables than Word can have are compared row by row: every column is held against every other.
const MOST_COLUMNS = 63;

/** Columns of a table that came, went or changed places. */
export interface TableColumns {
  /** Columns that both tables have, in order of the later one. */
  readonly kept: readonly (readonly [from: number, to: number])[];
  readonly changes: readonly ColumnChange[];
  /** The earlier heading row, whose change tells of the columns. */
  readonly head: number;
}

/** Linked rows of two tables, the heading rows first. */
interface Rows {
  readonly earlier: Parents;
  readonly pairs: (readonly [number, number])[];
}

function tableOf(passage: Passage | undefined): Parents | undefined {
  const parent = passage?.family === 'row' ? passage.path.at(-1) : undefined;
  return parent?.type === 'table' ? parent : undefined;
}

function isHead(passage: Passage, table: Parents): boolean {
  return (table.children as readonly Nodes[])[0] === passage.node;
}

/** Linked rows by the later table, where both stand in the same two tables as the heading rows. */
function rowsByTable({ corpus, links }: Matching): Map<Parents, Rows> {
  const tables = new Map<Parents, Rows>();
  const pairs = linkedPairs(links).map(([from, to]) => {
    const [a, b] = [corpus.from.passages[from], corpus.to.passages[to]];
    return { from, to, a, b, earlier: tableOf(a), later: tableOf(b) };
  });
  for (const { from, to, a, b, earlier, later } of pairs) {
    if (!a || !b || !earlier || !later || !isHead(a, earlier) || !isHead(b, later) || a.key === b.key) continue;
    tables.set(later, { earlier, pairs: [[from, to]] });
  }
  for (const { from, to, a, earlier, later } of pairs) {
    const known = later && tables.get(later);
    if (known && known.earlier === earlier && a && !isHead(a, known.earlier)) known.pairs.push([from, to]);
  }
  return tables;
}

function textsOf(passage: Passage | undefined): string[] {
  return splitCells(passage?.tokens ?? []).map((cell) => cell.map(({ key }) => key).join(' '));
}

/** How alike two columns are: one title, or else the share of their cells that are equal. */
function alike(rows: readonly (readonly [string[], string[]])[], x: number, y: number): number {
  const [head, ...body] = rows;
  const title = head?.[0][x] ?? '';
  if (title !== '' && title === head?.[1][y]) return 1 + cellsAlike(body, x, y);
  const share = cellsAlike(body, x, y);
  return share > MOST_CELLS ? share : 0;
}

function cellsAlike(body: readonly (readonly [string[], string[]])[], x: number, y: number): number {
  const told = body.filter(([a, b]) => (a[x] ?? '') !== '' || (b[y] ?? '') !== '');
  return told.length === 0 ? 0 : told.filter(([a, b]) => a[x] === b[y]).length / told.length;
}

/** Pairs columns, the likest first. */
function pairColumns(rows: readonly (readonly [string[], string[]])[]): [number, number][] {
  const [head] = rows;
  const found = (head?.[0] ?? []).flatMap((_, x) =>
    (head?.[1] ?? []).map((_title, y) => ({ x, y, value: alike(rows, x, y) })),
  );
  const best = found.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value || a.x - b.x || a.y - b.y);
  const [taken, given] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const { x, y } of best) {
    if (taken.has(x) || given.has(y)) continue;
    taken.add(x);
    given.add(y);
    pairs.push([x, y]);
  }
  return pairs.sort((a, b) => a[1] - b[1]);
}

function cellTexts(matching: Matching, rows: Rows, side: 'from' | 'to', column: number): string[] {
  return rows.pairs.map(([from, to]) => {
    const passage = matching.corpus[side].passages[side === 'from' ? from : to];
    return tokenText(splitCells(passage?.tokens ?? [])[column] ?? []);
  });
}

function compareColumns(matching: Matching, rows: Rows): TableColumns | undefined {
  const { from, to } = matching.corpus;
  const texts = rows.pairs.map(([a, b]) => [textsOf(from.passages[a]), textsOf(to.passages[b])] as const);
  const [head] = texts;
  if (!head || Math.max(head[0].length, head[1].length) > MOST_COLUMNS) return undefined;
  const kept = pairColumns(texts);
  if (kept.length === 0) return undefined;
  const still = new Set(
    heaviestRising(
      [...kept].sort((a, b) => a[0] - b[0]),
      () => 1,
    ).map(([x]) => x),
  );
  const lost = head[0].map((_, x) => x).filter((x) => kept.every(([known]) => known !== x));
  const come = head[1].map((_, y) => y).filter((y) => kept.every(([, known]) => known !== y));
  const told = (side: 'from' | 'to', column: number) => {
    const [title = '', ...cells] = cellTexts(matching, rows, side, column);
    return { title, cells };
  };
  const changes: ColumnChange[] = [
    ...come.map((y) => ({ kind: 'added' as const, to: y + 1, ...told('to', y) })),
    ...lost.map((x) => ({ kind: 'deleted' as const, from: x + 1, ...told('from', x) })),
    ...kept
      .filter(([x]) => !still.has(x))
      .map(([x, y]) => ({ kind: 'moved' as const, from: x + 1, to: y + 1, title: told('to', y).title })),
  ];
  return changes.length === 0 ? undefined : { kept, changes, head: rows.pairs[0]?.[0] ?? -1 };
}

/**
 * Finds columns that came, went or changed places, by the earlier rows of their tables.
 *
 * @param matching which passage became which
 */
export function findTableColumns(matching: Matching): Map<number, TableColumns> {
  const columns = new Map<number, TableColumns>();
  for (const rows of rowsByTable(matching).values()) {
    const found = compareColumns(matching, rows);
    if (found) for (const [from] of rows.pairs) columns.set(from, found);
  }
  return columns;
}

/** A row with only some of its cells, in an order of their own. */
export function withCells(passage: Passage, columns: readonly number[]): Passage {
  const cells = splitCells(passage.tokens);
  const border = passage.tokens.find(isCellBorder);
  const tokens = columns.flatMap((column, index): Token[] => {
    const [first, ...rest] = cells[column] ?? [];
    const cell = first ? [{ ...first, lead: index === 0 ? ('' as const) : (' ' as const) }, ...rest] : [];
    return index === 0 || !border ? cell : [border, ...cell];
  });
  return { ...passage, tokens, key: `${passage.family}\u0000${tokens.map(({ key }) => key).join('\u0000')}` };
}
