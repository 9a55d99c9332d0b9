import type { RootContent } from 'mdast';
import { endOf, type MarkdownContext, startOf } from '../markdown/context.ts';
import { cleanHtml, type Removal } from './clean.ts';

/** A piece of the markup and where it came from. */
interface Segment {
  /** Offset in the markup. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Whether it is in the source character by character. */
  readonly verbatim: boolean;
}

/** HTML made of sibling nodes: HTML as it is, everything else as a placeholder. */
export interface Markup {
  readonly html: string;
  /** Attribute of the placeholders; its value is the index of the node. */
  readonly key: string;
  readonly nodes: readonly RootContent[];
  readonly segments: readonly Segment[];
  readonly removals: readonly (Removal & { readonly offset: number })[];
}

/**
 * Writes sibling nodes as one piece of HTML.
 *
 * @param context The file.
 * @param nodes Siblings, HTML among them.
 * @param tag Element that stands for a node that is no HTML: `div` among blocks, `span` in a line.
 */
export function buildMarkup(context: MarkdownContext, nodes: readonly RootContent[], tag: 'div' | 'span'): Markup {
  const key = freeKey(context);
  const parts: string[] = [];
  const segments: Segment[] = [];
  const removals: (Removal & { offset: number })[] = [];
  let at = 0;
  const add = (html: string, segment: Omit<Segment, 'at'>): void => {
    segments.push({ at, ...segment });
    parts.push(html);
    at += html.length;
  };
  nodes.forEach((node, index) => {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type !== 'html') {
      add(`<${tag} ${key}="${index}"></${tag}>`, { start, end, verbatim: false });
      return;
    }
    const verbatim = context.source.slice(start, end) === node.value;
    const cleaned = cleanHtml(node.value);
    for (const piece of cleaned.pieces) {
      const place = verbatim ? { start: start + piece.start, end: start + piece.end } : { start, end };
      add(piece.html, { ...place, verbatim: verbatim && piece.html.length === piece.end - piece.start });
    }
    removals.push(...cleaned.removals.map((one) => ({ ...one, offset: verbatim ? start + one.start : start })));
    if (tag === 'div') add('\n', { start: end, end, verbatim: false });
  });
  return { html: parts.join(''), key, nodes, segments, removals };
}

const keys = new WeakMap<MarkdownContext, string>();

/** A name for the attribute that the source does not hold. */
function freeKey(context: MarkdownContext): string {
  let key = keys.get(context) ?? 'data-node';
  if (!keys.has(context)) while (context.source.includes(key)) key += 'x';
  keys.set(context, key);
  return key;
}

/** Source offset of an offset in the markup. */
export function locate({ segments }: Markup, offset: number, which: 'start' | 'end'): number {
  let low = 0;
  let high = segments.length - 1;
  const wanted = which === 'end' ? offset - 1 : offset;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (!segment) return 0;
  if (!segment.verbatim) return segment[which];
  return Math.min(segment.start + offset - segment.at, segment.end);
}
