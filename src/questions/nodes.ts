/** Small builders for the trees of guides and questionnaires. */
import type { BlockContent, FootnoteDefinition, List, Paragraph, PhrasingContent, TableCell } from 'mdast';
import type { Box, FormField, Section } from '../model/document.ts';

/** Words, or phrasing as it stands. */
export type Words = string | readonly PhrasingContent[];

/** Phrasing from words. */
export function phrasing(words: Words): PhrasingContent[] {
  return typeof words === 'string' ? [{ type: 'text', value: words }] : [...words];
}

/** A paragraph, with a role where it looks its own way. */
export function paragraph(words: Words, role?: string): Paragraph {
  return { type: 'paragraph', children: phrasing(words), ...(role !== undefined && { data: { role } }) };
}

/** Words in bold. */
export function strong(words: Words): PhrasingContent {
  return { type: 'strong', children: phrasing(words) };
}

/** `**Word**: what it is.` */
export function labelled(label: string, words: string, colon: string): PhrasingContent[] {
  return [strong(label), { type: 'text', value: `${colon}${words}` }];
}

/** A heading with what it is cited by. */
export function heading(
  depth: 1 | 2 | 3 | 4,
  words: string,
  data: { id?: string; label?: string; language?: string } = {},
): BlockContent {
  const { label } = data;
  return {
    type: 'heading',
    depth,
    children: phrasing(words),
    data: { ...data, ...(label !== undefined && { number: label.replace(/\.$/u, '') }) },
  };
}

/** A list of words; numbered where order matters. */
export function list(items: readonly Words[], ordered = false): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((words) => ({ type: 'listItem', spread: false, children: [paragraph(words)] })),
  };
}

/** Text set apart under a title. */
export function box(title: string, children: readonly BlockContent[], role?: string): Box {
  return { type: 'box', title, children: [...children], ...(role !== undefined && { data: { role } }) };
}

/** A section without numbers; its title is its heading. */
export function section(title: string, children: readonly BlockContent[], id?: string): Section {
  const content: (BlockContent | FootnoteDefinition)[] = [
    heading(1, title, id === undefined ? {} : { id }),
    ...children,
  ];
  return { type: 'section', part: 'body', numbered: false, children: content };
}

/** A table with a head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): BlockContent {
  const cells = (words: readonly string[]): TableCell[] =>
    words.map((each) => ({ type: 'tableCell', children: each === '' ? [] : phrasing(each) }));
  return {
    type: 'table',
    align: head.map(() => null),
    children: [head, ...rows].map((row) => ({ type: 'tableRow', children: cells(row) })),
  };
}

/** A square to tick. */
export function check(name: string, words: string): FormField {
  return { type: 'formField', name, kind: 'check', children: phrasing(words) };
}
