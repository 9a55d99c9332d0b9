import type { AnyNode } from '../tree.ts';

/** How a footnote is marked in Markdown. */
export interface FootnoteMark {
  readonly mark: string;
  /** True for notes that stay with their table or box: Markdown has no such thing, and they are written out. */
  readonly lettered: boolean;
}

/** Marks of footnotes by identifier. */
export type FootnoteMarks = ReadonlyMap<string, FootnoteMark>;

/**
 * Gives every footnote of a document its mark: the number it has, or a free one.
 * @param root of a Document
 */
export function footnoteMarks(root: AnyNode): FootnoteMarks {
  const marks = new Map<string, FootnoteMark>();
  const taken = new Set<string>();
  const visit = (node: AnyNode, lettered: boolean): void => {
    if (node.type === 'footnoteDefinition') add(node as AnyNode & { identifier: string }, lettered);
    for (const child of node.children ?? []) visit(child, lettered || node.type === 'notes');
  };
  const add = (node: AnyNode & { identifier: string; label?: string | null }, lettered: boolean): void => {
    if (marks.has(node.identifier)) return;
    const wanted = node.data?.label ?? node.label ?? node.identifier;
    const mark = lettered ? wanted : free(wanted, taken);
    marks.set(node.identifier, { mark, lettered });
  };
  visit(root, false);
  return marks;
}

/** Letters, digits and hyphens only, as GitHub reads them, and different from all others. */
function free(wanted: string, taken: Set<string>): string {
  const base = /^[\w-]+$/u.test(wanted) ? wanted.toLowerCase() : 'note';
  let mark = base;
  for (let count = 2; taken.has(mark); count += 1) mark = `${base}-${count}`;
  taken.add(mark);
  return mark;
}
