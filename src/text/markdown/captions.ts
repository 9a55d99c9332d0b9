import type { Nodes, Paragraph, Table } from 'mdast';
import { parseAttributes } from '../attributes.ts';
import { plainText } from '../plain-text.ts';

/** A paragraph beside a table that begins so is its caption, as Pandoc has it: `Table: What entities report`. */
const CAPTION = /^(?:Table|Tableau|Cuadro|Tabla)?\s*:\s+/u;

/**
 * Gives tables the captions that stand right before or after them.
 *
 * The paragraph goes; its id, or `{#id}` at its end, becomes that of a table without one.
 *
 * @param parent Changed in place.
 */
export function captionTables(parent: Nodes): void {
  if (!('children' in parent)) return;
  const children = parent.children as Nodes[];
  const taken = new Set<Nodes>();
  for (const [at, node] of children.entries()) {
    if (node.type !== 'table') {
      captionTables(node);
      continue;
    }
    const caption = [children[at - 1], children[at + 1]].find((near) => isCaption(near) && !taken.has(near));
    if (caption === undefined || node.data?.caption !== undefined) continue;
    taken.add(caption);
    giveCaption(node, caption as Paragraph);
  }
  if (taken.size > 0) parent.children = children.filter((child) => !taken.has(child)) as never;
}

function isCaption(node: Nodes | undefined): node is Paragraph {
  return node?.type === 'paragraph' && CAPTION.test(plainText(node));
}

function giveCaption(table: Table, paragraph: Paragraph): void {
  const { caption, id: written } = splitId(plainText(paragraph).replace(CAPTION, '').trim());
  const id = table.data?.id ?? paragraph.data?.id ?? written;
  table.data = { ...table.data, caption, ...(id !== undefined && { id }) };
}

/** `What entities report {#t-reports}`, as Pandoc has it. */
function splitId(text: string): { readonly caption: string; readonly id?: string } {
  const at = text.lastIndexOf('{');
  const { id, end } = (at < 0 ? undefined : parseAttributes(text, at)) ?? {};
  return id === undefined || end !== text.length ? { caption: text } : { caption: text.slice(0, at).trimEnd(), id };
}
