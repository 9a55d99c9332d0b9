import type { List, ListItem } from 'mdast';
import type { AnyNode } from '../tree.ts';
import type { DocxContext } from './context.ts';
import { autoNumber, blockPieces, insideOf, labelPieces, paragraph } from './paragraphs.ts';
import { textPiece } from './runs.ts';
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
  const label = node.data?.label;
  const counted = autoNumber(label, 'item', inner);
  const number = label === undefined && node.checked == null ? { list: plain(), level: Math.min(level, 5) } : counted;
  const [first, ...rest] = node.children as AnyNode[];
  const box = node.checked == null ? [] : [textPiece(node.checked ? '☒ ' : '☐ ', {}, inner)];
  const lead = number === undefined ? labelPieces(label, inner) : [];
  const isText = first?.type === 'paragraph';
  const head = paragraph(
    first?.data?.id !== undefined && isText ? first : (node as AnyNode),
    {
      number,
      pieces: [...lead, ...box, ...(isText ? blockPieces(first, {}, isText ? insideOf(first, inner) : inner) : [])],
    },
    isText ? insideOf(first, inner) : inner,
  );
  const frame = element('w:ind', { 'w:left': STEP * (level + 1) });
  return head + inner.blocks(isText ? rest : (node.children as AnyNode[]), { ...inner, frame });
}
