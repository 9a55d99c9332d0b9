import type { Paragraph, RootContent } from 'mdast';
import { endOf, type MarkdownContext, positionOf, startOf } from './context.ts';

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

/**
 * An unknown directive as the text it is: its first line, what it holds, its last line.
 *
 * @param context The file.
 * @param node The directive, its children already read.
 */
export function literalDirective(context: MarkdownContext, node: ContainerDirective): RootContent[] {
  const [start, end] = [startOf(node), endOf(node)];
  const source = context.source.slice(start, end);
  const head = /^[^\r\n]*/u.exec(source)?.[0] ?? '';
  const tail = /(?:\r\n|\n|\r)[ \t>]*(:{3,})[ \t]*$/u.exec(source)?.[1];
  const inside = node.children.filter((child) => !isLabel(child));
  const first = line(context, { start, text: head.trimEnd() });
  return tail === undefined
    ? [first, ...inside]
    : [first, ...inside, line(context, { start: end - tail.length, text: tail })];
}

/** Whether a node is the text in brackets after a directive's name. */
export function isLabel(node: RootContent): boolean {
  return (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
}

function line(context: MarkdownContext, { start, text }: { start: number; text: string }): Paragraph {
  const position = positionOf(context, start, start + text.length);
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: text, position }],
    data: { origin: 'literal' },
    position,
  };
}
