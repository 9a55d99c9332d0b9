import type { LineShape } from './line-shape.ts';

interface OpenItem {
  readonly indent: number;
  /** Column from which its content goes on. */
  readonly content: number;
  readonly ordered: boolean;
}

/** Which list items are open, so that it is certain where a new one begins. */
export interface ListStack {
  items: OpenItem[];
  /** A line that may or may not have closed them was seen since the last blank line. */
  uncertain: boolean;
}

/** No lists open. */
export function emptyStack(): ListStack {
  return { items: [], uncertain: false };
}

/**
 * Whether a line surely begins a new list item, and so a block of its own; notes it as open if it does.
 *
 * @param stack Open items; changed.
 * @param shape The line.
 * @param afterBlank Whether the line before it is blank.
 */
export function beginsItem(stack: ListStack, shape: LineShape, afterBlank: boolean): boolean {
  if (shape.first !== 'bullet' && shape.first !== 'ordered') {
    noteOther(stack, shape, afterBlank);
    return false;
  }
  if (stack.uncertain && (shape.indent > 3 || shape.first === 'ordered')) return false;
  const kept = stack.uncertain ? [] : stack.items.filter((item) => item.content <= shape.indent);
  const sibling = stack.uncertain ? undefined : stack.items[kept.length];
  const base = kept.at(-1)?.content ?? 0;
  if (shape.indent - base > 3 || !mayInterrupt(shape, sibling, afterBlank)) return false;
  stack.items = [...kept, { indent: shape.indent, content: shape.content, ordered: shape.first === 'ordered' }];
  return true;
}

/** In the middle of a paragraph a list begins with a bullet or with 1, and not with an empty item. */
function mayInterrupt(shape: LineShape, sibling: OpenItem | undefined, afterBlank: boolean): boolean {
  if (afterBlank) return true;
  if (shape.rest === '' && shape.markers === 1) return false;
  if (shape.first === 'bullet' || shape.number === 1) return true;
  return sibling?.ordered === true && sibling.indent >= shape.indent;
}

function noteOther(stack: ListStack, shape: LineShape, afterBlank: boolean): void {
  if (afterBlank) {
    stack.items = stack.items.filter((item) => item.content <= shape.indent);
    stack.uncertain = false;
  } else if (stack.items.some((item) => item.content > shape.indent)) stack.uncertain = true;
}
