import type { Table, TableCell, TableRow } from 'mdast';
import type { AnyNode } from '../tree.ts';
import { withFirstColumn } from './columns.ts';
import { type DocxContext, withoutMove } from './context.ts';
import { blockPieces, insideOf, paragraph } from './paragraphs.ts';
import { textPiece, trackAttributes } from './runs.ts';
import { FRAME_LOOKS, pageOf, spacer, tableInFrame } from './standing.ts';
import { readingScale } from './styles.ts';
import { joinTitle, markOf, namePieces, ownWords, titlePieces } from './titles.ts';
import { columnsOf, SMALL_PADDING } from './widths.ts';
import { element, value } from './xml.ts';

const ALIGN: Readonly<Record<string, string>> = { left: 'left', center: 'center', right: 'right' };

/** A table whose header row comes back on every page. */
export function table(given: Table, context: DocxContext): string {
  const node = withFirstColumn(given);
  const { box, ...outside } = insideOf(node as AnyNode, context);
  const inner: DocxContext = { ...outside, style: 'TableText', depth: 0 };
  const width = Math.max(...node.children.map((row) => row.children.length), 1);
  const page = pageOf(context.meta).room;
  const framed = box === undefined ? undefined : tableInFrame(box, page);
  const room = framed?.width ?? page;
  const { widths: columns, small } = columnsOf(node, width, { room, scale: readingScale(context.meta) });
  const properties = element(
    'w:tblPr',
    {},
    value('w:tblStyle', 'TextTable'),
    context.meta.direction === 'rtl' ? '<w:bidiVisual/>' : '',
    element('w:tblW', { 'w:w': room, 'w:type': 'dxa' }),
    framed === undefined ? '' : framed.indent + framed.borders,
    element('w:tblLayout', { 'w:type': 'fixed' }),
    small ? SMALL_CELLS : '',
    element('w:tblLook', {
      'w:val': '0420',
      'w:firstRow': 1,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 0,
      'w:noVBand': 1,
    }),
    node.data?.caption === undefined ? '' : value('w:tblCaption', node.data.caption.slice(0, 250)),
  );
  const grid = element('w:tblGrid', {}, ...columns.map((w) => element('w:gridCol', { 'w:w': w })));
  const rows = node.children.map((row, at) =>
    tableRow(
      row,
      {
        columns,
        header: at === 0,
        small,
        align: node.align ?? [],
        ground: box === undefined || at === 0 ? '' : FRAME_LOOKS[box].ground,
      },
      inner,
    ),
  );
  const lead = box === undefined ? '' : spacer(context);
  return `${caption(node, context)}${lead}${element('w:tbl', {}, properties, grid, ...rows)}${spacer(context)}`;
}

function caption(node: Table, context: DocxContext): string {
  const within = insideOf(node as AnyNode, context);
  const own = ownWords(node as AnyNode, within);
  const { captions = [] } = node as Table & { readonly captions?: readonly AnyNode[] };
  const written = node.data?.caption ?? '';
  const words =
    captions.length > 0 ? titlePieces(captions, context) : written === '' ? [] : [textPiece(written, {}, own)];
  const pieces = joinTitle(namePieces(context.words.table, node as AnyNode, { context: own }), words, own);
  if (pieces.length === 0) return '';
  return paragraph(node as AnyNode, { style: 'Caption', pieces, keepNext: true, mark: markOf(pieces, own) }, own);
}

const SMALL_CELLS = element(
  'w:tblCellMar',
  {},
  ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': SMALL_PADDING, 'w:type': 'dxa' })),
);

interface RowContext {
  readonly columns: readonly number[];
  readonly header: boolean;
  readonly small: boolean;
  readonly align: readonly (string | null | undefined)[];
  /** Of all cells, as XML. */
  readonly ground: string;
}

function tableRow(node: TableRow, { columns, header, small, align, ground }: RowContext, context: DocxContext): string {
  const inner = insideOf(node as AnyNode, context);
  // A row that moved is inserted at one place and deleted at the other: rows know no moves.
  const [track] = inner.tracks;
  const kind = track === undefined ? undefined : withoutMove(track);
  const properties = element(
    'w:trPr',
    {},
    '<w:cantSplit/>',
    header ? '<w:tblHeader/>' : '',
    kind === undefined ? '' : element(kind, trackAttributes(inner)),
  );
  const change = node.data?.change?.change ?? inner.change;
  const words = {
    ...inner,
    ...(kind !== undefined && { tracks: [kind] }),
    ...(change !== undefined && { change }),
  };
  const cells = columns.map((width, at) =>
    cell(node.children[at], { width, header, small, align: align[at], ground }, words),
  );
  return element('w:tr', {}, properties, ...cells);
}

/** A cell of a column that one version only has. */
function cellTrack({ data }: TableCell, { tracks }: DocxContext): 'w:cellIns' | 'w:cellDel' | undefined {
  // A row of one version fills the columns of the other with cells that it never had.
  if (data?.change?.kind === 'inserted') return tracks.includes('w:ins') ? undefined : 'w:cellIns';
  return data?.change?.kind === 'deleted' && !tracks.includes('w:del') ? 'w:cellDel' : undefined;
}

interface CellContext {
  readonly width: number;
  readonly header: boolean;
  readonly small: boolean;
  readonly align: string | null | undefined;
  readonly ground: string;
}

function cell(
  node: TableCell | undefined,
  { width, header, small, align, ground }: CellContext,
  context: DocxContext,
): string {
  const one = node === undefined ? undefined : cellTrack(node, context);
  const shape = element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    ground,
    one === undefined ? '' : element(one, trackAttributes(context)),
  );
  if (node === undefined)
    return element('w:tc', {}, shape, element('w:p', {}, element('w:pPr', {}, value('w:pStyle', 'TableText'))));
  const inside = insideOf(node as AnyNode, context);
  const inner = { ...inside, tracks: inside.tracks.map(withoutMove) };
  const properties = ALIGN[align ?? ''] === undefined ? '' : value('w:jc', ALIGN[align ?? ''] ?? '');
  const style = `${header ? 'TableHead' : 'TableText'}${small ? 'Small' : ''}`;
  return element(
    'w:tc',
    {},
    shape,
    paragraph(
      node as AnyNode,
      { style, properties, pieces: blockPieces(node as AnyNode, {}, inner) },
      { ...inner, tracks: inner.tracks },
    ),
  );
}
