import type { Nodes, Paragraph } from 'mdast';
import type { Edit } from './edits.ts';
import { lineEnding } from './source-lines.ts';
import { rowEnd } from './table-rows.ts';

/** A block that may be given an id. */
export interface Stampable {
  readonly node: Nodes;
  /** What it stands in, from the root down. */
  readonly parents: readonly Nodes[];
  readonly nextId: () => string;
}

type Stamp = (source: string, stampable: Stampable) => Edit | undefined;

/** How each kind of block gets its id; what is not here gets none. */
const STAMPS: Readonly<Record<string, Stamp>> = {
  heading: stampHeading,
  paragraph: stampParagraph,
  figure: (source, { node, nextId }) => atEnd(source, endOf(node), nextId),
  listItem: stampItem,
  table: onOwnLine,
  tableRow: stampRow,
  code: (source, stampable) => (isClosed(source, stampable.node) ? onOwnLine(source, stampable) : undefined),
  blockquote: onOwnLine,
  box: stampDirective,
  recommendation: stampDirective,
  termDefinition: stampDirective,
  alternatives: stampDirective,
};

/**
 * The edit that gives a block an id.
 *
 * @param source The whole file.
 * @param stampable The block.
 * @returns Undefined where the block has an id, can have none, or its source leaves no room for one.
 */
export function stampEdit(source: string, stampable: Stampable): Edit | undefined {
  const { node, parents } = stampable;
  if (node.data?.id !== undefined || !node.position) return undefined;
  if ([...parents, node].some((one) => one.data?.origin !== undefined)) return undefined;
  return STAMPS[node.type]?.(source, stampable);
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

function stampHeading(source: string, { node, nextId }: Stampable): Edit | undefined {
  if (node.type !== 'heading' || node.children.length === 0) return undefined;
  const start = node.position?.start.offset ?? 0;
  const content = headingContent(source.slice(start, endOf(node)));
  const braces = node.data?.attributes ? content.lastIndexOf('{') : -1;
  const id = nextId();
  if (braces >= 0) return { offset: start + braces + 1, text: `#${id} `, id };
  return { offset: start + content.length, text: ` {#${id}}`, id };
}

/** A heading without the `#` or the underline that end it. */
function headingContent(heading: string): string {
  const content = /^#{1,6}(?=[ \t])/u.test(heading)
    ? heading.replace(/[ \t]+#+[ \t]*$/u, '')
    : heading.replace(/(?:\r\n|\n|\r)[^\r\n]*$/u, '');
  return content.replace(/[ \t]+$/u, '');
}

/** The first paragraph of an item speaks for the item. */
function stampParagraph(source: string, { node, parents, nextId }: Stampable): Edit | undefined {
  const parent = parents.at(-1);
  if (parent?.type === 'listItem' && parent.children[0] === node) return undefined;
  return afterParagraph(source, node as Paragraph, nextId);
}

function stampItem(source: string, { node, nextId }: Stampable): Edit | undefined {
  const first = node.type === 'listItem' ? node.children[0] : undefined;
  if (first?.type === 'figure') return first.data?.id === undefined ? atEnd(source, endOf(first), nextId) : undefined;
  if (first?.type !== 'paragraph' || first.data?.origin !== undefined) return undefined;
  return afterParagraph(source, first, nextId);
}

/** Rows are inputs of consultation notes; in the text of a draft they have no ids. */
function stampRow(source: string, { node, nextId }: Stampable): Edit | undefined {
  const end = node.type === 'tableRow' ? rowEnd(source, node) : undefined;
  return end === undefined || end.id !== undefined ? undefined : atEnd(source, end.end, nextId);
}

/** A last line that would become something else with an id after it. */
const FRAGILE_LINE = /^(?:[-+*]|\d{1,9}[.)]|\[\^?[^\]]*\]:.*|:{3,}.*|#{1,6})$/u;

function afterParagraph(source: string, node: Paragraph, nextId: () => string): Edit | undefined {
  const start = node.position?.start.offset ?? 0;
  const text = source.slice(start, endOf(node)).replace(/[ \t]+$/u, '');
  const lastLine = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  return FRAGILE_LINE.test(lastLine.replace(/^[ \t>]+/u, '').trim())
    ? undefined
    : atEnd(source, start + text.length, nextId);
}

function atEnd(_source: string, offset: number, nextId: () => string): Edit {
  const id = nextId();
  return { offset, text: ` ^${id}`, id };
}

/** After a table, code or a quote: a blank line, the id, and a blank line before what follows. */
function onOwnLine(source: string, { node, nextId }: Stampable): Edit {
  const id = nextId();
  const [start, end] = [node.position?.start.offset ?? 0, endOf(node)];
  const lineEnd = /\r\n|\n|\r/u.exec(source.slice(end))?.index ?? source.length - end;
  const offset = end + lineEnd;
  const eol = lineEnding(source);
  const prefix = containerPrefix(source, start);
  const followed = /^(?:\r\n|\n|\r)[ \t>]*[^\s>]/u.test(source.slice(offset, offset + 1000));
  const text = `${eol}${prefix.trimEnd()}${eol}${prefix}^${id}${followed ? eol + prefix.trimEnd() : ''}`;
  return { offset, text, id };
}

/** Whether a block of code ends where it ends: a fence that nothing closes would take the id in. */
function isClosed(source: string, node: Nodes): boolean {
  const code = source.slice(node.position?.start.offset ?? 0, endOf(node));
  const fence = /^(?:`{3,}|~{3,})/u.exec(code)?.[0];
  if (fence === undefined) return true;
  const last = /[\r\n][ \t>]*(`{3,}|~{3,})[ \t]*$/u.exec(code)?.[1] ?? '';
  return last[0] === fence[0] && last.length >= fence.length;
}

/** What keeps a line inside the lists and quotes that a block stands in. */
function containerPrefix(source: string, start: number): string {
  const before = source.slice(0, start);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return before.slice(lineStart).replaceAll(/[^>\t]/gu, ' ');
}

/** The opening line of a directive: into its braces, or after its name and label. */
function stampDirective(source: string, { node, nextId }: Stampable): Edit | undefined {
  const start = node.position?.start.offset ?? 0;
  const line = /^[^\r\n]*/u.exec(source.slice(start))?.[0].trimEnd() ?? '';
  const opening = /^(:{3,}[A-Za-z][\w-]*(?:\[.*\])?)(\{)?/u.exec(line);
  if (!opening?.[1]) return undefined;
  const id = nextId();
  const offset = start + opening[1].length;
  return opening[2] ? { offset: offset + 1, text: `#${id} `, id } : { offset, text: `{#${id}}`, id };
}
