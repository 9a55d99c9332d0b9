import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { nameFormer, namePassage } from '../../../src/changes/name-passage.ts';
import { readPassages } from '../../../src/changes/passages.ts';
import type { Document } from '../../../src/model/document.ts';
import { read } from './documents.ts';

const TEXT = `# Summary

Children are people.

They have rights:

- to be heard
- to play

## Why

| Right | Level |
| --- | --- |
| Health | national |
| School | local |

:::box{title="In an emergency"}
Ask five questions.

- Who is missing?
:::

:::recommendation{for="All entities" by="2024"}
Name a focal point.
:::

:::definition{term="Child"}
Every human being below eighteen.
:::

A paragraph with a note.[^1]

[^1]: The note.
`;

function visit(node: Nodes, change: (node: Nodes) => void): void {
  change(node);
  if ('children' in node) for (const child of node.children) visit(child, change);
}

/** The names of all passages, with numbers put on blocks by type. */
function names(document: Document, numbers: Readonly<Record<string, string>>, language = 'en'): string[] {
  visit(document.root, (node) => {
    const number = numbers[node.type];
    if (number !== undefined) node.data = { ...node.data, number };
  });
  return readPassages(document).passages.map(({ ref }) => namePassage(ref, language));
}

describe('names of passages', () => {
  test('by kind and number where they have one, else by section and order', () => {
    const numbers = { table: '1', box: '2', recommendation: '3', footnoteDefinition: '4' };
    expect(names(read(TEXT), numbers)).toEqual([
      'Summary, title',
      'Summary, paragraph 1',
      'Summary, paragraph 2',
      'Summary, item 1',
      'Summary, item 2',
      'Summary, heading “Why”',
      'table 1, heading row',
      'table 1, row 1',
      'table 1, row 2',
      'box 2, title',
      'box 2, paragraph 1',
      'box 2, item 1',
      'recommendation 3',
      'recommendation 3',
      'recommendation 3',
      'definition of “Child”',
      'definition of “Child”',
      'Why, paragraph 1',
      'footnote 4',
    ]);
  });

  test('in the language of the text', () => {
    const found = names(read(TEXT), { table: '1' }, 'fr');
    expect(found).toContain('tableau 1, ligne 2');
    expect(found).toContain('Summary, paragraphe 1');
  });

  test('paragraphs without a number by the numbered one before them', () => {
    const document = read('# Duties\n\nOne.\n\nTwo.');
    const [, one] =
      document.root.children[0] && 'children' in document.root.children[0] ? document.root.children[0].children : [];
    if (one) one.data = { number: '12', label: '12.' };
    const refs = readPassages(document).passages.map(({ ref }) => ref);
    expect(refs.map((ref) => namePassage(ref, 'en'))).toEqual([
      'Duties, title',
      'paragraph 12',
      'text after paragraph 12',
    ]);
  });

  test('with their annex, where paragraphs begin anew', () => {
    const document = read('# Checklist\n\nOne.');
    const section = document.root.children[0];
    const [title, one] = section && 'children' in section ? section.children : [];
    if (title) title.data = { role: 'annex', number: 'II', label: 'Annex II.' };
    if (one) one.data = { number: '1', label: '1.' };
    const refs = readPassages(document).passages.map(({ ref }) => ref);
    expect(refs.map((ref) => namePassage(ref, 'en'))).toEqual(['annex II', 'annex II, paragraph 1']);
    expect(refs.map((ref) => nameFormer(ref, 'en'))).toEqual(['former annex II', 'former annex II, paragraph 1']);
  });

  test('former passages keep the title of their section', () => {
    const [, ref] = readPassages(read('# Duties\n\nOne.')).passages.map((passage) => passage.ref);
    expect(ref && nameFormer(ref, 'en')).toBe('Duties, former paragraph 1');
  });
});
