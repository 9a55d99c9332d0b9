import type { PhrasingContent } from 'mdast';
import { endOf, hasChildren, type MarkdownContext, sourceOf, startOf, withoutHtml } from './context.ts';
import { readImage, readLink, resolveReference } from './links.ts';
import { mayHoldSpans, readSpans } from './spans.ts';

/**
 * Reads phrasing: references become links and images, links into the text cross-references, brackets what they mean.
 *
 * @param context The file.
 * @param children Phrasing in order.
 */
export function readPhrasing(context: MarkdownContext, children: readonly PhrasingContent[]): PhrasingContent[] {
  const inner = children.flatMap((child) => readOne(context, child));
  const [first, last] = [inner[0], inner.at(-1)];
  if (!first || !last || !mayHoldSpans(context.source.slice(startOf(first), endOf(last)))) return inner;
  return readSpans(context, inner);
}

function readOne(context: MarkdownContext, node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'text') return [node];
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    return readTarget(context, resolveReference(context, node));
  }
  if (node.type === 'link' || node.type === 'image') return readTarget(context, node);
  if (!hasChildren(node)) return [node];
  return [
    {
      ...node,
      children: readPhrasing(context, withoutHtml(context, node.children as PhrasingContent[]).children),
    } as PhrasingContent,
  ];
}

function readTarget(context: MarkdownContext, node: Extract<PhrasingContent, { type: 'link' | 'image' }>) {
  if (node.type === 'image') return readImage(context, node);
  const children = readPhrasing(context, withoutHtml(context, node.children).children);
  return splitAutolink(context, { ...node, children: children as typeof node.children }).flatMap((one) =>
    one.type === 'link' ? readLink(context, one) : [one],
  );
}

/** A bare address runs on into `]{.bracket}`: the address ends at the bracket. */
function splitAutolink(context: MarkdownContext, node: Extract<PhrasingContent, { type: 'link' }>): PhrasingContent[] {
  const [only] = node.children;
  const source = sourceOf(context, node);
  const end = source.indexOf(']{.');
  if (end < 0 || only?.type !== 'text' || only.value !== source) return [node];
  const [head, tail] = [source.slice(0, end), source.slice(end)];
  const [start, line, column] = [startOf(node), only.position?.start.line ?? 1, only.position?.start.column ?? 1];
  const middle = { line, column: column + end, offset: start + end };
  const position = only.position ?? { start: middle, end: middle };
  const url = node.url.slice(0, node.url.length - tail.length);
  const first = { start: position.start, end: middle };
  return [
    { ...node, url, children: [{ type: 'text', value: head, position: first }], position: first },
    { type: 'text', value: tail, position: { start: middle, end: position.end } },
  ];
}
