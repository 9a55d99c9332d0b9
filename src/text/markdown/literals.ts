import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { LiteralBlock } from '../prescan/scan.ts';
import { lineText } from '../source-lines.ts';
import type { MarkdownContext } from './context.ts';

/**
 * Puts the text of blocks that were not parsed back into the tree, each as one literal paragraph.
 *
 * @param context The file.
 * @param tree Parsed from the safe source.
 * @param blocks What the pre-scan held back.
 */
export function restoreLiterals(context: MarkdownContext, tree: Root, blocks: readonly LiteralBlock[]): Root {
  if (blocks.length === 0) return tree;
  const byLine = new Map<number, LiteralBlock>();
  for (const block of blocks) for (let line = block.startLine; line <= block.endLine; line++) byLine.set(line, block);
  return { ...tree, children: tree.children.map((child) => restore({ context, byLine }, child)) };
}

interface Restorer {
  readonly context: MarkdownContext;
  readonly byLine: ReadonlyMap<number, LiteralBlock>;
}

/** The first line of a block has become a heading, the others blank. */
function restore(restorer: Restorer, node: RootContent): RootContent {
  if (node.type === 'heading') return restoreHeading(restorer, node);
  if (node.type === 'code' || node.type === 'html') return restoreValue(restorer, node);
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).map((child) => restore(restorer, child));
  return { ...node, children } as RootContent;
}

function restoreHeading({ context, byLine }: Restorer, node: Heading): RootContent {
  const block = byLine.get(node.position?.start.line ?? 0);
  return block ? literalParagraph(context, block) : node;
}

/** A block inside code or HTML that the pre-scan could not be sure of: its lines come back as they were. */
function restoreValue<T extends RootContent & { value: string }>({ context, byLine }: Restorer, node: T): T {
  const [start, end] = [node.position?.start, node.position?.end];
  if (!start || !end) return node;
  const lines = Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
  if (!lines.some((line) => byLine.has(line))) return node;
  const inner = node.type === 'code' ? lines.filter((line) => !isFence(context, line, lines)) : lines;
  return { ...node, value: inner.map((line) => lineText(context.lines, line)).join('\n') };
}

function isFence(context: MarkdownContext, line: number, lines: readonly number[]): boolean {
  if (line !== lines[0] && line !== lines.at(-1)) return false;
  return /^[ \t>*+\-\d.)]*(?:`{3}|~{3})/u.test(lineText(context.lines, line));
}

function literalParagraph(context: MarkdownContext, block: LiteralBlock): Paragraph {
  const { starts, source } = context.lines;
  const first = firstWords(context, block);
  const start = starts[first - 1] ?? 0;
  const last = lineText(context.lines, block.endLine);
  const end = (starts[block.endLine - 1] ?? start) + last.length;
  const position = {
    start: { line: first, column: 1, offset: start },
    end: { line: block.endLine, column: last.length + 1, offset: end },
  };
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: source.slice(start, end), position }],
    data: { origin: 'literal' },
    position,
  };
}

/** Blank lines at its head are no part of its text. */
function firstWords({ lines }: MarkdownContext, { startLine, endLine }: LiteralBlock): number {
  let line = startLine;
  while (line < endLine && lineText(lines, line).trim() === '') line++;
  return line;
}
