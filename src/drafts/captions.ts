import type { Paragraph, Table } from 'mdast';
import type { Section } from '../model/document.ts';
import { type AnyNode, addData, isParent, textOf } from './tree.ts';

/** A paragraph beside a table that begins so is its caption, as Pandoc has it: `Table: What entities report`. */
const CAPTION = /^(?:Table|Tableau|Cuadro|Tabla)?\s*:\s+/u;

/**
 * Gives tables the captions that stand right before or after them.
 *
 * The paragraph goes; its id becomes that of a table without one.
 *
 * @param sections Changed in place.
 */
export function placeCaptions(sections: readonly Section[]): void {
  for (const section of sections) placeIn(section);
}

function placeIn(parent: AnyNode): void {
  if (!isParent(parent)) return;
  const children = parent.children as AnyNode[];
  const taken = new Set<AnyNode>();
  for (const [at, node] of children.entries()) {
    if (node.type !== 'table') {
      placeIn(node);
      continue;
    }
    const caption = [children[at - 1], children[at + 1]].find((near) => isCaption(near) && !taken.has(near));
    if (caption === undefined || node.data?.caption !== undefined) continue;
    taken.add(caption);
    giveCaption(node, caption as Paragraph);
  }
  if (taken.size > 0) parent.children = children.filter((child) => !taken.has(child)) as never;
}

function isCaption(node: AnyNode | undefined): node is Paragraph {
  return node?.type === 'paragraph' && CAPTION.test(textOf(node));
}

function giveCaption(table: Table, paragraph: Paragraph): void {
  const id = table.data?.id ?? paragraph.data?.id;
  addData(table, { caption: textOf(paragraph).replace(CAPTION, '').trim(), ...(id !== undefined && { id }) });
}
