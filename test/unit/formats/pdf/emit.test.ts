import { fileURLToPath } from 'node:url';
import type { BlockContent, FootnoteDefinition } from 'mdast';
import { describe, expect, it } from 'vitest';
import { emitTypst, type TypstSource } from '../../../../src/formats/pdf/emit.ts';
import type { Document } from '../../../../src/model/document.ts';
import { DRAFT, documentOf, MARKED_UP, META, p, section, words } from '../sample-document.ts';

const STACKS = { serif: ['Noto Serif'], sans: ['Noto Sans'], mono: ['DejaVu Sans Mono'] };

function emit(document: Document): TypstSource {
  return emitTypst(document, { stacks: STACKS });
}

/** Lines of blocks in a section, without what stands before and after the text. */
function emitted(...blocks: (BlockContent | FootnoteDefinition)[]): string[] {
  const { main } = emit(
    documentOf([section('Title', undefined, blocks)], { style: { ...META.style, contents: false } }),
  );
  const lines = main.trimEnd().split('\n');
  return lines.slice(lines.indexOf('#hd((level:1),"Title")') + 1);
}

function golden(name: string): string {
  return fileURLToPath(new URL(`../../../cases/formats/pdf/${name}`, import.meta.url));
}

describe('emitTypst', () => {
  it('sets every type of node, one block a line', async () => {
    const source = emit(DRAFT);
    await expect(source.main).toMatchFileSnapshot(golden('draft/main.typ'));
    await expect(source.settings).toMatchFileSnapshot(golden('draft/settings.typ'));
  });

  it('sets a marked-up version', async () => {
    await expect(emit(MARKED_UP).main).toMatchFileSnapshot(golden('marked-up/main.typ'));
  });

  it('knows for each line where its block stands in the text', () => {
    const position = { start: { line: 12, column: 3 }, end: { line: 12, column: 9 } };
    const source = emit(documentOf([section('T', undefined, [{ ...p(['words']), position }])]));
    const line = source.main.split('\n').findIndex((text) => text.includes('"words"'));
    expect(source.lines[line]).toEqual({ file: 'drafts/10-scope.md', line: 12, column: 3 });
  });

  it('repairs a skipped heading level and says so', () => {
    const source = emit(
      documentOf([section('T', undefined, [{ type: 'heading', depth: 4, children: [words('Deep')] }])]),
    );
    expect(source.main).toContain('#hd((level:2),"Deep")');
    expect(source.findings.map(({ check }) => check)).toEqual(['pdf/heading-level']);
  });

  it('leaves out an empty heading and says so', () => {
    const source = emit(documentOf([section('T', undefined, [{ type: 'heading', depth: 2, children: [] }])]));
    expect(source.findings.map(({ check }) => check)).toEqual(['pdf/heading-empty']);
  });

  it('links only to passages that are there', () => {
    const lines = emitted(
      p([{ type: 'crossReference', target: 'p-there', own: false, children: [words('paragraph 2')] }]),
      p([{ type: 'crossReference', target: 'p-gone', own: false, children: [words('paragraph 9')] }]),
      p(['Here.'], { id: 'p-there' }),
    );
    expect(lines).toEqual([
      '#p((:),to("p:p-there","paragraph 2"))',
      '#p((:),run("paragraph 9"))',
      '#p((id:"p:p-there"),"Here.")',
    ]);
  });

  it('places an id once, and answers a link to a passage without words at the end', () => {
    const lines = emitted(
      p(['One.'], { id: 'p-a' }),
      p(['Two.'], { id: 'p-a' }),
      p([{ type: 'crossReference', target: 'p-empty', own: false, children: [words('there')] }]),
      p([], { id: 'p-empty' }),
    );
    expect(lines).toEqual([
      '#p((id:"p:p-a"),"One.")',
      '#p((:),"Two.")',
      '#p((:),to("p:p-empty","there"))',
      '#anchor("p:p-empty")',
    ]);
  });

  it('prints a footnote at its first mark, refers to it at the next, and reports a mark without text', () => {
    const source = emit(
      documentOf([
        section('T', undefined, [
          p(['A', { type: 'footnoteReference', identifier: 'n' }, { type: 'footnoteReference', identifier: 'n' }]),
          p(['B', { type: 'footnoteReference', identifier: 'lost' }]),
          { type: 'footnoteDefinition', identifier: 'n', children: [p(['See there.'])] },
        ]),
      ]),
    );
    expect(source.main).toContain('"A",fn((id:"f:1"),"See there."),fn-again("f:1")');
    expect(source.main).toContain('"B","[lost]"');
    expect(source.findings.map(({ check }) => check)).toEqual(['pdf/footnote-missing']);
  });

  it('dresses words as the innermost change they stand in', () => {
    const lines = emitted(
      p(['Old ', { type: 'insertion', children: [words('new')] }, ' words'], {
        change: { kind: 'moved-to', change: 'c1', counterpart: 'p-x', counterpartLabel: 'paragraph 9' },
      }),
    );
    expect(lines).toEqual([
      '#p((change:(kind:"moved-to",note:"moved from paragraph 9")),dressed("moved-to","Old "),run(dressed("inserted","new")),dressed("moved-to"," words"))',
    ]);
  });

  it('keeps only links that lead somewhere from a PDF', () => {
    const link = (url: string): BlockContent => p([{ type: 'link', url, children: [words('x')] }]);
    expect(emitted(link('https://example.org'), link('javascript:alert(1)'), link('other.md'))).toEqual([
      '#p((:),web("https://example.org","x"))',
      '#p((:),run("x"))',
      '#p((:),run("x"))',
    ]);
  });

  it('does not repeat a header row that holds a footnote or fills a page', () => {
    const header = (text: string) => ({
      type: 'tableRow' as const,
      children: [{ type: 'tableCell' as const, children: [words(text)] }],
    });
    expect(emitted({ type: 'table', children: [header('Short')] })[0]).toContain('repeat:true');
    expect(emitted({ type: 'table', children: [header('long '.repeat(60))] })[0]).toContain('repeat:false');
  });

  it('joins lines of the source with a space, and with nothing in Chinese', () => {
    expect(emitted(p(['one\ntwo']), p(['人人\n平等']))).toEqual(['#p((:),"one two")', '#p((:),"人人平等")']);
  });
});
