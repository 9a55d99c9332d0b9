/** Blocks that reports are made of. */
import type { BlockContent, ListItem, PhrasingContent, Table, TableRow } from 'mdast';
import type { Direction, Distribution, Document, DocumentMeta, Figure, Section } from '../model/document.ts';
import type { Process } from '../model/process.ts';

/** A heading. */
export function heading(words: string, depth: 1 | 2 | 3): BlockContent {
  return { type: 'heading', depth, children: [{ type: 'text', value: words }] };
}

/** A paragraph of plain words, or of words already set. */
export function paragraph(words: string | PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: typeof words === 'string' ? [{ type: 'text', value: words }] : words };
}

/** Bold words. */
export function strong(words: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value: words }] };
}

/** Plain words. */
export function plain(words: string): PhrasingContent {
  return { type: 'text', value: words };
}

/** A list; an item may hold further items. */
export function list(items: readonly (readonly BlockContent[])[]): BlockContent {
  const children = items.map((item): ListItem => ({ type: 'listItem', spread: false, children: [...item] }));
  return { type: 'list', ordered: false, spread: false, children };
}

/** A table with a heading row. Numbers stand at the right: columns from the second on where `numbers` is true. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { caption, numbers = false }: { readonly caption?: string; readonly numbers?: boolean } = {},
): Table {
  return {
    type: 'table',
    align: head.map((_, index) => (numbers && index > 0 ? 'right' : null)),
    children: [head, ...rows].map(tableRow),
    ...(caption !== undefined && { data: { caption } }),
  };
}

function tableRow(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((words) => ({ type: 'tableCell', children: [{ type: 'text', value: words }] })),
  };
}

/** A picture made by a report; its bytes stand in `meta.pictures` under the same name. */
export function figure(url: string, alt: string, caption: string): Figure {
  return { type: 'figure', url, alt, children: [{ type: 'text', value: caption }] };
}

/** What a report is about, and for whom. */
export interface ReportFrame {
  readonly process: Process;
  /** What it is: `Coverage`. */
  readonly kind: string;
  readonly subtitle?: string;
  /** ISO date. */
  readonly date: string;
  readonly distribution: Distribution;
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** BCP 47; English if absent. */
  readonly language?: string;
  readonly direction?: Direction;
  /** For readers who need it. */
  readonly reading?: NonNullable<DocumentMeta['style']['reading']>;
}

/** Makes a Document of a report: in English unless said, as the program's other words for drafters are. */
export function reportDocument(frame: ReportFrame, children: Section['children']): Document {
  const section: Section = { type: 'section', part: 'body', numbered: false, children };
  return { root: { type: 'root', children: [section] }, meta: reportMeta(frame) };
}

function reportMeta({ process, kind, subtitle, date, distribution, pictures, ...frame }: ReportFrame): DocumentMeta {
  return {
    title: process.title,
    ...(subtitle !== undefined && { subtitle }),
    kind,
    language: frame.language ?? 'en',
    direction: frame.direction ?? 'ltr',
    date,
    authors: [],
    distribution,
    notForCitation: false,
    attachments: [],
    ...(pictures !== undefined && { pictures }),
    epoch: Date.parse(`${date}T00:00:00Z`) / 1000,
    style: {
      paper: process.style?.paper ?? 'a4',
      cover: false,
      contents: false,
      lineNumbers: false,
      textMarks: false,
      fonts: process.fonts ?? [],
      ...(frame.reading !== undefined && { reading: frame.reading }),
    },
    ...(process.notice !== undefined && { notice: process.notice }),
  };
}
