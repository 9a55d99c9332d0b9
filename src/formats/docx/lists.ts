import type { List, ListItem } from 'mdast';
import type { AnyNode } from '../tree.ts';
import type { DocxContext } from './context.ts';
import { enterFormer, styleHad } from './headings.ts';
import { blockPieces, insideOf, numbered, paragraph } from './paragraphs.ts';
import { textPiece } from './runs.ts';
import { seamOf, seamPieces } from './seams.ts';
import { element } from './xml.ts';

const STEP = 567;

/** A list: items with labels count as the text does, others by bullets or from where their author began. */
export function list(node: List, context: DocxContext): string {
  const level = depthOf(context);
  const inner = insideOf(node as AnyNode, context);
  let own: number | undefined;
  const plain = (): number => {
    own ??= context.gathered.counters.listFor(node.ordered === true, Math.min(level, 5), node.start ?? 1);
    return own;
  };
  return node.children.map((child) => item(child, { level, plain }, inner)).join('');
}

/** How deep a list stands, told by its frame: lists in boxes begin anew. */
function depthOf({ frame }: DocxContext): number {
  const left = /w:left="(\d+)"/u.exec(frame)?.[1];
  return left === undefined ? 0 : Math.round(Number(left) / STEP);
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
  const frame = element('w:ind', { 'w:left': STEP * (level + 1) });
  return head + inner.blocks(isText ? rest : (node.children as AnyNode[]), { ...inner, frame });
}

/** The paragraph that an item begins with, by the id of whichever has one, and with the change of either. */
function named({ data }: ListItem, first: AnyNode): AnyNode {
  const [id, change] = [first.data?.id ?? data?.id, first.data?.change ?? data?.change];
  return { ...first, data: { ...(id !== undefined && { id }), ...(change !== undefined && { change }) } };
}
