import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { plainText } from '../../../src/text/plain-text.ts';

function read(source: string) {
  return parseMarkdown(source, { file: 'drafts/1.md' });
}

describe('HTML in Markdown from elsewhere', () => {
  it('raises note marks, linked ones too', () => {
    const inline = read('Officials<sup id="r1"><a href="#n1">34</a></sup> and 18F<sup>9</sup>.').tree;
    expect(plainText(inline)).toBe('Officials³⁴ and 18F⁹.');
    const block = read('<p>Officials<sup><a href="#n1">34</a></sup>, the 5<sup>th</sup>.</p>').tree;
    expect(plainText(block)).toBe('Officials³⁴, the 5th.');
  });

  it('makes a footnote of a noted item that no list holds', () => {
    const { tree } = read('Words.<sup><a href="#fn5">5</a></sup>\n\n<li id="fn5"><sup>5</sup> A note.</li>');
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'footnoteDefinition']);
  });

  it('gives the names of elements to the blocks they become', () => {
    const source = '<ol>\n<li id="n1">One.</li>\n<li><a name="n2"></a>Two.</li>\n</ol>\n\n<h2 id="scope">Scope</h2>';
    const [list, heading] = read(source).tree.children;
    expect(list).toMatchObject({
      type: 'list',
      children: [
        { type: 'listItem', data: { anchors: ['n1'] } },
        { type: 'listItem', data: { anchors: ['n2'] } },
      ],
    });
    expect(heading).toMatchObject({ type: 'heading', data: { anchors: ['scope'] } });
  });

  it('gives the name of an empty element to what follows it', () => {
    const [heading] = read('<a name="verify"></a>\n\n## Verification').tree.children;
    expect(heading).toMatchObject({ type: 'heading', data: { anchors: ['verify'] } });
  });

  it('reads items that stand indented between empty lines as items, not as code', () => {
    const { tree, findings } = read('<ul>\n\n\t<li>One.</li>\n\n\t<li>Two.</li>\n\n</ul>');
    expect(tree.children).toMatchObject([{ type: 'list', children: [{ type: 'listItem' }, { type: 'listItem' }] }]);
    expect(findings).toEqual([]);
  });

  it('leaves code between tags alone where it is code', () => {
    const { tree } = read('<div>\n\n    x = 1\n\n```html\n<li>One.</li>\n```\n\n</div>');
    expect(tree.children.map(({ type }) => type)).toEqual(['code', 'code']);
  });

  it('reads Markdown that stands right below a tag that asks for it', () => {
    const source = 'Before.\n\n<div class="note" markdown="1">\n## Errata\n- one **bold** word\n</div>\n\nAfter.';
    const { tree } = read(source);
    expect(tree.children).toMatchObject([
      { type: 'paragraph' },
      { type: 'heading', position: { start: { line: 4, column: 1, offset: source.indexOf('##') } } },
      { type: 'list', position: { start: { line: 5, column: 1 } } },
      { type: 'paragraph' },
    ]);
  });
});

describe('attribute lists of site generators', () => {
  it('are no text, and their names are names of the block', () => {
    const source = [
      '# Title\n{: .no_toc}',
      'A paragraph.\n{:#para .big}',
      '## Heading\n{:#three}',
      '- item {: .cls}\n- other\n{:.list}',
      '| a | b |\n|---|---|\n| c | d |\n{: .table #numbers}',
      'A ![pic](a.png){: width="20"} and a [link](b.md){:target="_blank"} here.',
    ].join('\n\n');
    const { tree } = read(source);
    expect(plainText(tree)).not.toMatch(/[{}]/u);
    expect(tree.children.map(({ type, data }) => [type, ...(data?.anchors ?? [])])).toEqual([
      ['heading'],
      ['paragraph', 'para'],
      ['heading', 'three'],
      ['list'],
      ['table', 'numbers'],
      ['paragraph'],
    ]);
  });

  it('leave other braces alone', () => {
    const source = 'The set {: 1, 2 :} and {x: y} and `{: .code}` and {:}.';
    expect(plainText(read(source).tree)).toBe('The set {: 1, 2 :} and {x: y} and {: .code} and {:}.');
  });
});
