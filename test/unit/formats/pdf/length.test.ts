import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../../src/formats/pdf/length.ts';
import type { Document, Section } from '../../../../src/model/document.ts';
import { plainText } from '../../../../src/text/plain-text.ts';
import { META } from '../sample-document.ts';

const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 9 } });
const paragraph = (value: string, line: number): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
  position: at(line),
});

function documentOf(children: RootContent[]): Document {
  const section = { type: 'section', part: 'body', numbered: true, file: 'drafts/10-a.md', children } as Section;
  return { meta: META, root: { type: 'root', children: [section] } as Root };
}

describe('what a PDF can hold', () => {
  const many = Array.from({ length: 100 }, (_, index) => paragraph(`Word ${index}.`, index + 1));

  it('leaves a document alone that fits', () => {
    const document = documentOf(many);
    expect(shorten(document).document).toBe(document);
    expect(shorten(document).findings).toEqual([]);
  });

  it('leaves out what comes after, and says from where on', () => {
    const { document, findings } = shorten(documentOf(many), 50);
    const text = plainText(document.root);
    expect(text).toContain('Word 10.');
    expect(text).not.toContain('Word 60.');
    expect(findings).toHaveLength(1);
    const [first] = findings;
    expect(first).toMatchObject({ check: 'pdf/too-long', severity: 'error', place: { file: 'drafts/10-a.md' } });
    const line = first?.place.line ?? 0;
    expect(text).toContain(`Word ${line - 2}.`);
    expect(text).not.toContain(`Word ${line - 1}.`);
  });

  it('prints the first lines of code that is too long, and nothing behind it', () => {
    const code: RootContent = { type: 'code', value: 'line\n'.repeat(200), position: at(1) };
    const { document } = shorten(documentOf([code, paragraph('Behind.', 300)]), 50);
    const [section] = document.root.children;
    const [printed, ...rest] = section?.type === 'section' ? section.children : [];
    expect(printed?.type === 'code' ? printed.value.split('\n').length : 0).toBeGreaterThan(40);
    expect(rest).toEqual([]);
  });

  it('leaves out a paragraph that does not fit, even one that nothing follows', () => {
    const { document, findings } = shorten(documentOf([paragraph('a', 1), paragraph('word '.repeat(2000), 3)]), 50);
    expect(plainText(document.root)).toBe('a');
    expect(findings).toMatchObject([{ place: { line: 3 } }]);
  });
});
