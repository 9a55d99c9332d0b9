/** Markdown inside HTML blocks, as site generators have it. */
import type { Html, Nodes, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import { hasChildren, type MarkdownContext, startOf } from '../markdown/context.ts';
import { parseTree } from '../markdown/processor.ts';
import { prescan } from '../prescan.ts';
import { trimEnd } from '../trim.ts';

const MARKDOWN_INSIDE = /^<[a-z][a-z\d]*\b[^<>]*\bmarkdown=["']?(?:1|block)["']?[^<>]*>[ \t]*(?:\r\n|\n|\r)/iu;
const CLOSING = /(?:^|\n|\r)[ \t]*<\/[a-z][a-z\d]*>\s*$/iu;

/**
 * Reads what stands right below `<div markdown="1">` as the Markdown it is.
 *
 * @param context The file.
 * @param node An HTML block.
 * @returns The opening tag, the blocks inside, and the closing tag if it stands in the same block.
 */
export function openMarkdown(context: MarkdownContext, node: Html): RootContent[] {
  const opening = MARKDOWN_INSIDE.exec(node.value)?.[0];
  const start = startOf(node);
  if (opening === undefined || context.source.slice(start, start + node.value.length) !== node.value) return [node];
  const closing = CLOSING.exec(node.value.slice(opening.length))?.[0] ?? '';
  const inner = node.value.slice(opening.length, node.value.length - closing.length);
  if (trimEnd(inner) === '' || prescan(inner, context.file).literalBlocks.length > 0) return [node];
  const blocks = parseTree(inner).children.map((block) => shifted(block, start + opening.length, lineOf(node) + 1));
  return [
    part(node, 0, opening),
    ...blocks,
    ...(closing ? [part(node, node.value.length - closing.length, closing)] : []),
  ];
}

function lineOf(node: Html): number {
  return node.position?.start.line ?? 1;
}

/** A part of an HTML block as a block of its own. */
function part(node: Html, at: number, value: string): Html {
  const start = startOf(node) + at;
  const before = node.value.slice(0, at).split(/\r\n|\n|\r/u);
  const line = lineOf(node) + before.length - 1;
  const point = (offset: number): Point => ({ line, column: 1, offset });
  return { type: 'html', value, position: { start: point(start), end: point(start + value.length) } };
}

/** A node with its place in the whole file. */
function shifted<T extends Nodes>(node: T, offset: number, line: number): T {
  const move = (point: Point): Point => ({
    line: point.line + line - 1,
    column: point.column,
    offset: (point.offset ?? 0) + offset,
  });
  const position: Position | undefined = node.position && {
    start: move(node.position.start),
    end: move(node.position.end),
  };
  const placed: T = position ? { ...node, position } : node;
  if (!hasChildren(placed)) return placed;
  return { ...placed, children: placed.children.map((child) => shifted(child, offset, line)) };
}
