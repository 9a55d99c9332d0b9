import { expect, test } from 'vitest';
import { resolveCitations } from '../../../src/drafts/citations.ts';
import type { Section } from '../../../src/model/document.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

test('the note of a citation has the lines of its citation, so that a change log can say where it stands', () => {
  const { tree } = parseMarkdown('# Whales\n\nThey are protected [@whaling, art. 3].\n', { file: 'whales.md' });
  const section: Section = {
    type: 'section',
    part: 'body',
    file: 'whales.md',
    numbered: true,
    children: tree.children as Section['children'],
  };
  resolveCitations([section], { resources: [], style: 'footnotes', language: 'en' });
  const note = section.children.at(-1);
  expect(note).toMatchObject({ type: 'footnoteDefinition', position: { start: { line: 3 } } });
  expect(note).toMatchObject({ children: [{ type: 'paragraph', position: { start: { line: 3 }, end: { line: 3 } } }] });
});
