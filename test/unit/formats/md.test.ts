import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../src/formats/md.ts';
import { DRAFT, documentOf, MARKED_UP, p, section } from './sample-document.ts';

describe('the Markdown format', () => {
  test('writes a draft with every type of node as its case says', async () => {
    await expect(toMarkdown(DRAFT)).toMatchFileSnapshot('../../cases/formats/markdown/draft.md');
  });

  test('writes a marked-up version as its case says', async () => {
    await expect(toMarkdown(MARKED_UP)).toMatchFileSnapshot('../../cases/formats/markdown/marked-up.md');
  });

  test('gives anchors only to what is linked to', () => {
    const text = toMarkdown(DRAFT);
    expect(text).toContain('<a id="p-items01"></a>3\\. Entities should:');
    expect(text).toContain('[paragraph 3](#p-items01)');
    expect(text).not.toContain('p-scope01');
  });

  test('never writes an address that runs something', () => {
    expect(toMarkdown(DRAFT)).not.toMatch(/javascript/iu);
  });

  test('gives footnotes of the same mark different names', () => {
    const document = documentOf([
      section('One', 'I', [
        p(['a', { type: 'footnoteReference', identifier: 'x' }]),
        p(['b', { type: 'footnoteReference', identifier: 'y' }]),
        { type: 'footnoteDefinition', identifier: 'x', label: '1', children: [p(['first'])] },
        { type: 'footnoteDefinition', identifier: 'y', label: '1', children: [p(['second'])] },
      ]),
    ]);
    expect(toMarkdown(document)).toContain('[^1]: first\n\n[^1-2]: second');
  });

  test('keeps addresses as they are where nothing that follows is read together with them', () => {
    const gone: PhrasingContent = { type: 'deletion', children: [{ type: 'text', value: '1' }] };
    const bold: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: 'now' }] };
    const write = (...words: Parameters<typeof p>[0]) => toMarkdown(documentOf([section('T', undefined, [p(words)])]));
    expect(write('See http://example.org/q')).toContain('See http://example.org/q\n');
    expect(write('See http://example.org/q?x=', gone)).toContain('See http://example.org/q?x=<del>1</del>');
    expect(write('See http://example.org/', bold)).toContain('See http\\://example.org/**now**');
    expect(write('See ', { type: 'emphasis', children: [{ type: 'text', value: 'http://x.org/' }] })).toContain(
      '_http\\://x.org/_',
    );
  });

  test('takes no longer for a long row of spaces', () => {
    const rows = [`a${' '.repeat(200_000)}b`, `${'\t'.repeat(200_000)}b`, `a \n${' '.repeat(200_000)}\nb`];
    for (const row of rows) expect(toMarkdown(documentOf([section('T', undefined, [p([row])])]))).toContain('b');
  });
});
