import type { List, ListItem } from 'mdast';
import type { AnyNode } from '../tree.ts';
import type { DocxContext } from './context.ts';
import { enterFormer, styleHad } from './headings.ts';
import { blockPieces, insideOf, numbered, paragraph } from './paragraphs.ts';
import { textPiece } from './runs.ts';
import { seamOf, seamPieces } from './seams.ts';

/** A list: items with labels count as the text does, others by bullets or from where their author began. */
export function list(node: List, context: DocxContext): string {
  const level = context.depth;
  const inner = insideOf(node as AnyNode, context);
  let own: number | undefined;
  const plain = (): number => {
    own ??= context.gathered.counters.listFor(node.ordered === true, Math.min(level, 5), node.start ?? 1);
    return own;
  };
  return node.children.map((child) => item(child, { level, plain }, inner)).join('');
}

interface ItemContext {
  readonly level: number;
  /** The list of the file for items without a label. */
  readonly plain: () => number;
}

function item(node: ListItem, { level, plain }: ItemContext, context: DocxContext): string {
  const inner = insideOf(node as AnyNode, context);
  const [first, ...rest] = node.children as AnyNode[];
  const isPlain = node.data?.label === undefined && node.checked == null;
  const box = node.checked == null ? [] : [textPiece(node.checked ? '☒ ' : '☐ ', {}, inner)];
  const isText = first?.type === 'paragraph';
  const wasHeading = isText && (first.data?.formerDepth ?? 0) > 0;
  const own = numbered(node.data ?? {}, 'item', inner, wasHeading ? 'heading' : 'item');
  const number = isPlain ? { list: plain(), level: Math.min(level, 5) } : own.number;
  const within = isText ? insideOf(first, inner) : inner;
  const mark = isText ? seamOf(first, within) : undefined;
  const words = isText ? [...blockPieces(first, {}, within), ...seamPieces(first, mark, within)] : [];
  if (isText) enterFormer({ ...first, data: { ...node.data, ...first.data } }, within);
  const head = paragraph(
    isText ? named(node, first) : (node as AnyNode),
    { number, was: own.was, ...(isText && styleHad(first, within)), mark, pieces: [...own.lead, ...box, ...words] },
    within,
  );
  return head + inner.blocks(isText ? rest : (node.children as AnyNode[]), { ...inner, depth: level + 1 });
}

/** The paragraph that an item begins with, by the id of whichever has one, and with the change of either. */
function named({ data }: ListItem, first: AnyNode): AnyNode {
  const [id, change] = [first.data?.id ?? data?.id, first.data?.change ?? data?.change];
  return { ...first, data: { ...(id !== undefined && { id }), ...(change !== undefined && { change }) } };
}
