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
});
