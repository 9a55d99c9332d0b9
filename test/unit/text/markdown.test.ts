import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

const parse = (source: string, bodyOffset = 0) => parseMarkdown(source, { file: 'a.md', bodyOffset });

function texts(node: Nodes): Extract<Nodes, { type: 'text' }>[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? node.children.flatMap(texts) : [];
}

describe('parseMarkdown', () => {
  it.each([
    ['LF', '---\nid: x\n---\n# One\n\nText *two* [x]{.bracket} ^p-1\n'],
    ['CRLF', '---\r\nid: x\r\n---\r\n# One\r\n\r\nText *two* [x]{.bracket} ^p-1\r\n'],
    ['a byte-order mark', '\uFEFF---\nid: x\n---\n# One\n\nText *two* [x]{.bracket} ^p-1'],
    ['a byte-order mark alone', '\uFEFF# One\n\nText *two* [x]{.bracket} ^p-1'],
  ])('gives positions of the whole file, with %s', (_name, source) => {
    const { tree } = parse(source, readFrontMatter(source, 'a.md').bodyOffset);
    expect(tree.children).toMatchObject([{ type: 'heading' }, { type: 'paragraph', data: { id: 'p-1' } }]);
    for (const { value, position } of texts(tree)) {
      expect(source.slice(position?.start.offset, position?.end.offset)).toBe(value);
      expect(source.split(/\r?\n/u)[(position?.start.line ?? 0) - 1]).toContain(value);
    }
  });

  it('leaves times, ratios and addresses alone', () => {
    const prose = 'At 10:30 :00 ::x :::y, 1:2, a:b[c]{d}, {#x} and user:pass stand.';
    expect(texts(parse(prose).tree).map(({ value }) => value)).toEqual([prose]);
  });

  it('can be kept as JSON', () => {
    const { tree } = parse('# A {#a}\n\n[x]{.bracket by="B"} [@c] <b>d</b>\n\n| a |\n|---|\n| b |\n');
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it('gives the same tree each time', () => {
    const source = '<div>\n\n*a*\n\n</div>\n\n[x](javascript:alert)\n';
    expect(parse(source)).toEqual(parse(source));
  });

  it('reads nothing as nothing', () => {
    for (const source of ['', '\n', '\uFEFF', ' \r\n\t']) expect(parse(source).tree.children).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' java\tscript:x',
    'vbscript:x',
    'data:text/html,x',
    'javascript&colon;x',
  ])('makes no link to %j', (url) => {
    const { tree, findings } = parse(`[text](<${url}>) <a href="${url}">more</a>`);
    expect(JSON.stringify(tree)).not.toMatch(/"url"/u);
    expect(
      texts(tree)
        .map(({ value }) => value)
        .join(''),
    ).toBe('text more');
    expect(findings.map(({ check }) => check)).toEqual(['text/unsafe-link', 'text/unsafe-link']);
  });

  it('reads spans through escapes, entities and quotes', () => {
    const { tree } = parse('> A &amp; \\[b\\] [c\n> &lt; d]{.agreed\n> source="x"} e');
    expect(JSON.stringify(tree)).toContain('"type":"agreed"');
    expect(texts(tree).map(({ value }) => value)).toEqual(['A & [b] ', 'c\n< d', ' e']);
  });

  it('sorts its findings by place', () => {
    const { findings } = parse('<x-y>\n\n:::foo\n[a](data:x)\n:::\n\n<script>\n</script>\n');
    const lines = findings.map(({ place }) => place.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines.length).toBe(4);
  });

  it('keeps the words of formatting without end', () => {
    const { tree, findings } = parse(`${'*a _b '.repeat(300)}c${'_ d*'.repeat(300)}`);
    let depth = 0;
    for (let node: Nodes | undefined = tree; node; depth++) {
      node = 'children' in node ? node.children.find((child) => 'children' in child) : undefined;
    }
    expect(depth).toBeLessThan(40);
    const all = texts(tree)
      .map(({ value }) => value)
      .join('');
    for (const letter of 'abd') expect(all.split(letter)).toHaveLength(301);
    expect(findings.map(({ check }) => check)).toEqual(['text/deep-formatting']);
  });
});
