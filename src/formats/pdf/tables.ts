import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { Figure } from '../../model/document.ts';
import { plainText } from '../../text/plain-text.ts';
import { changeOptions, forChild, withChange, withoutLink } from './changes.ts';
import { breakable, type Columns, columnsOf } from './columns.ts';
import { anchorOf, type Context, headline, placeOf } from './context.ts';
import { pictureName, reportMissing } from './phrasing.ts';
import { call, literal, type SourceLine } from './source.ts';

const LINKING: ReadonlySet<string> = new Set(['link', 'footnoteReference', 'crossReference']);

/** Size of letters in tables, in em of the text; narrow columns may make it smaller. */
const USUAL_SIZE = 0.86;

const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

/** A table whose header row comes back on every page. One row a line. */
export function table(node: Table, context: Context): SourceLine[] {
  const [header, ...rows] = node.children;
  if (header === undefined) return [];
  const width = Math.max(...node.children.map((row) => row.children.length), 1);
  const place = placeOf(node, context);
  const columns = columnsOf(node, width, context.meta.style.paper);
  const options = literal({
    id: anchorOf(node.data?.id, context),
    columns: columns.shares,
    size: columns.size < USUAL_SIZE ? Math.round(columns.size * 100) / 100 : undefined,
    repeat: comesBack(header),
    caption: caption(node, context),
    change: changeOptions(context),
    bars: changedRows(node),
    bar: context.change !== undefined && !node.children.some(hasChange) ? true : undefined,
  });
  const aligns = Array.from({ length: width }, (_, at) => ALIGN[node.align?.[at] ?? 'left']);
  const inner = withoutLink(context);
  const head = `sheet(${options},(${aligns.join(',')},),(${cells(header, columns, inner)},),`;
  const body = rows.map((row) => ({ text: `${cells(row, columns, inner)},`, place: placeOf(row, context) }));
  return [{ text: head, place }, ...body, { text: ')', place }];
}

/** Longest cell of a header row that comes back; one that fills the page would leave no room for rows. */
const HEADER_CELL = 120;

/** A header row that comes back is an artifact from the second page on, and an artifact may hold no link. */
function comesBack(header: TableRow): boolean {
  const short = header.children.every((node) => plainText(node).length <= HEADER_CELL);
  return short && !hasLinks(header) && header.data?.change?.counterpart === undefined;
}

function hasLinks(node: Nodes): boolean {
  return LINKING.has(node.type) || ('children' in node && node.children.some(hasLinks));
}

function caption(node: Table, context: Context): string | undefined {
  const whole = headline(context.words.table, node.data, node.data?.caption);
  return whole === undefined ? undefined : context.printable(whole);
}

function cells(row: TableRow, { room, tight }: Columns, context: Context): string {
  const inner = row.data?.change === undefined ? context : withChange(context, row.data.change);
  // A bar stands beside all lines of the row, whichever cell changed.
  const bar = hasChange(row) ? true : undefined;
  return room
    .map((width, at) => cell(row.children[at], { bar, width, tight: tight[at] || undefined }, forChild(inner, at)))
    .join(',');
}

interface CellLook {
  readonly bar: true | undefined;
  readonly width: number;
  readonly tight: true | undefined;
}

function cell(node: TableCell | undefined, { bar, width, tight }: CellLook, context: Context): string {
  if (node === undefined) return '[]';
  const inner = node.data?.change === undefined ? context : withChange(context, node.data.change);
  const options = { change: changeOptions(inner), bar, tight };
  const anchor = anchorOf(node.data?.id, context);
  const language = context.meta.language;
  // Between words that came and words that went there is no space: in a narrow column a line may end there.
  const start = tight === true ? '\u200b' : '';
  const printable = (text: string): string => `${start}${breakable(context.printable(text), width, language)}`;
  const words = context.phrasing(node.children, { ...inner, printable });
  return call('cell', literal({ ...options, id: anchor }), words);
}

/** Rows that changed, by their place from 0; undefined where none did. */
function changedRows(node: Table): number[] | undefined {
  const rows = node.children.flatMap((row, at) => (hasChange(row) ? [at] : []));
  return rows.length === 0 ? undefined : rows;
}

/** Whether anything in a row came, went or changed. */
function hasChange(node: Nodes): boolean {
  if (node.data?.change !== undefined || node.type === 'insertion' || node.type === 'deletion') return true;
  return 'children' in node && node.children.some(hasChange);
}

/** A picture with its caption. Without alternative text it is decoration, and the finding says so. */
export function figure(node: Figure, context: Context): SourceLine[] {
  const path = pictureName(node.url, node, context);
  const place = placeOf(node, context);
  if (path === undefined) reportMissing(node, context);
  else if (node.alt === '') reportNoAlt(node, context);
  const alt = context.printable(node.alt === '' && path === undefined ? node.url : node.alt);
  const options = {
    id: anchorOf(node.data?.id, context),
    path: path ?? null,
    alt: path === undefined ? `[${context.words.picture}${context.words.colon}${alt}]` : alt,
    ornament: path !== undefined && node.alt === '',
    change: changeOptions(context),
  };
  return [{ text: call('plate', literal(options), ...captionParts(node, context)), place }];
}

function captionParts(node: Figure, context: Context): string[] {
  const label = headline(context.words.figure, node.data, undefined);
  const own = context.phrasing(node.children, context);
  const words = own === '' && node.data?.caption !== undefined ? literal(context.printable(node.data.caption)) : own;
  if (label === undefined) return [words];
  const number = context.printable(label.replace(/[.:]$/u, ''));
  return words === '' ? [literal(number)] : [literal(`${number}. `), words];
}

function reportNoAlt(node: Figure, context: Context): void {
  context.gathered.findings.push({
    check: 'pdf/alternative-text',
    severity: 'warning',
    message: `The picture ${node.url} has no alternative text, so the PDF treats it as decoration.`,
    why: 'Who cannot see the picture is not told that it is there.',
    hint: 'Describe it between the square brackets: ![what it shows](path).',
    place: placeOf(node, context),
  });
}
