import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { plainText } from '../../../src/text/plain-text.ts';
import { LIMITS } from '../../../src/text/prescan/limits.ts';
import { prescan } from '../../../src/text/prescan.ts';
import { cpuSeconds } from '../cpu-time.ts';

const blocks = (source: string) =>
  prescan(source, 'a.md').literalBlocks.map(({ startLine, endLine, reason }) => `${startLine}-${endLine} ${reason}`);

/** Honest text that is long, but not in one block. */
const paragraph = 'The State shall *protect* every [child](https://example.org) `always`, as "agreed" in 1989.';

describe('prescan', () => {
  it('leaves honest text as it is', () => {
    const source = [
      ...Array.from({ length: 500 }, () => `${paragraph}\n`),
      Array.from({ length: 800 }, (_, index) => `- ${paragraph} ${index}`).join('\n'),
      Array.from({ length: 800 }, (_, index) => `${index + 1}. ${paragraph}`).join('\n'),
      Array.from({ length: 300 }, (_, index) => `- a\n  1. ${paragraph}\n  2. b ${index}`).join('\n'),
      `\`\`\`js\n${'a[i] = `*_x_*`;\n'.repeat(2000)}\`\`\``,
      `<table>\n${'<tr><td>*a*</td></tr>\n'.repeat(2000)}</table>`,
      `| a | b |\n|---|---|\n${'| **x** | y |\n'.repeat(500)}`,
    ].join('\n\n');
    const { safe, findings, literalBlocks } = prescan(source, 'a.md');
    expect(literalBlocks).toEqual([]);
    expect(findings).toEqual([]);
    expect(safe).toBe(source);
  });

  it.each([
    ['marks', '*'.repeat(2000), 'delimiters'],
    ['marks over many lines', '[a\n'.repeat(2000).trim(), 'delimiters'],
    ['an endless paragraph', 'word '.repeat(4000).trim(), 'paragraph'],
    ['deep quotes', `${'>'.repeat(8000)} a`, 'depth'],
    ['deep lists', `${'- + '.repeat(50)}a`, 'depth'],
    ['deep indentation', `${' '.repeat(100)}- a`, 'depth'],
    ['a huge table', `| a |\n|---|\n${'long cell |\n'.repeat(5000)}`.trim(), 'table'],
    [
      'a table beyond all measure',
      `| a |\n|---|\n${'| a long cell with many words in it |\n'.repeat(20_000)}`.trim(),
      'tallTable',
    ],
    ['marks in a table', `| a |\n|---|\n${'**a** **b** |\n'.repeat(1000)}`.trim(), 'tableDelimiters'],
    ['marks in a tall table', `| a |\n|---|\n${`| ${'['.repeat(1400)} |\n`.repeat(30)}`.trim(), 'tableDelimiters'],
    ['marks in a row', `| a |\n|---|\n${'| a |\n'.repeat(5000)}| ${'*'.repeat(2000)} |`, 'delimiters'],
  ])('holds back %s', (_name, block, reason) => {
    const source = `Before.\n\n${block}\n\nAfter *it*.\n`;
    const { safe, findings, literalBlocks } = prescan(source, 'a.md');
    const last = block.split('\n').length + 2;
    expect(literalBlocks).toEqual([{ startLine: 3, endLine: last, reason }]);
    expect(findings).toMatchObject([{ check: 'text/literal-block', severity: 'warning', place: { line: 3 } }]);
    expect(safe).toHaveLength(source.length);
    expect(safe.split('\n').length).toBe(source.split('\n').length);
  });

  it('keeps what it holds back as the text it is, and reads the rest', () => {
    const bomb = '*a '.repeat(2000).trim();
    const { tree } = parseMarkdown(`# One\n\n- item\n- ${bomb}\n- *last*\n`, { file: 'a.md' });
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'list', 'paragraph', 'list']);
    expect(plainText(tree)).toBe(`One\nitem\n- ${bomb}\nlast`);
    expect(tree.children[2]).toMatchObject({
      data: { origin: 'literal' },
      position: { start: { line: 4, column: 1 } },
    });
  });

  it('is not fooled by code that only looks like code', () => {
    const bomb = `${'*a '.repeat(2000)}`;
    const disguises = [
      `<div>\n\`\`\`\n\n${bomb}\n`,
      `- a\n  <!--\n\n${bomb}\n`,
      `:::box\n<!--\n:::\n\n${bomb}\n`,
      `- a\n\n  \`\`\`\n\n${bomb}\n`,
      `\`\`\`a\`b\n${bomb}\n`,
      `para\n        - x\n        - ${bomb}\n`,
    ];
    for (const source of disguises) expect(blocks(source).length, source.slice(0, 20)).toBe(1);
  });

  it('brings code back that it took for text', () => {
    const code = `- a\n\n  \`\`\`js\n  ${'*a '.repeat(2000)}\n  b\n  \`\`\`\n`;
    expect(plainText(parseMarkdown(code, { file: 'a.md' }).tree)).toContain('*a *a');
  });

  it('holds back a file that is too large, and still shows its words', () => {
    const source = 'word '.repeat(LIMITS.file / 5 + 1);
    expect(blocks(source)).toEqual(['1-1 file']);
    expect(prescan('a '.repeat(LIMITS.file / 10), 'a.md').suspicious).toBe(true);
  });

  it('calls small ordinary files unsuspicious', () => {
    expect(prescan(`${paragraph}\n\n`.repeat(100), 'a.md').suspicious).toBe(false);
  });
});

describe('parsing what is made to be slow', () => {
  const count = 4000;
  const lines = ['a\n=\n', 'a\n-\n', '| a | b |\n', '- - a\n', '- > a\n', ':::a\n', '[a]: b\n', 'x[^1]\n\n[^1]: b\n\n'];
  const runs = [
    '*',
    '_',
    '[',
    ']',
    '`',
    '\\`',
    '<',
    '> ',
    '- ',
    '1. ',
    '*a ',
    '*a_ ',
    'a**b_c* ',
    '[a](b',
    '![[]()',
    '~a',
    '[^a]',
  ];
  const words = ['{:a', '{:.a', '{:a=b ', '{.a', '{#a ', '[@a; ', '^a ', '&a', 'Table: ', '<a b=c', '<a markdown=1 '];
  it.each([...runs, ...lines, ...words])('%j over and over', (part) => {
    const seconds = cpuSeconds(() => {
      const { tree } = parseMarkdown(part.repeat(count), { file: 'a.md' });
      expect(tree.children.length).toBeGreaterThan(0);
    });
    // Unbounded, the worst of these take minutes; bounded, a second or two where nothing else runs.
    expect(seconds).toBeLessThan(20);
  });

  it.each(['{:a', '{:.a.b', '{:a=b', '{.a', '[@a', ':::box{a'])('%j with a long word in it', (head) => {
    const { tree } = parseMarkdown(`text ${head}${'a'.repeat(200)}!\n`, { file: 'a.md' });
    expect(plainText(tree)).toContain('aaaa!');
  });
});

describe('files without end', () => {
  const words = (source: string) => plainText(parseMarkdown(source, { file: 'a.md' }).tree);

  it('keeps what comes after too many lines as it stands, however many of them are blank', () => {
    const source = `Hello.\n${'\n'.repeat(LIMITS.lines + 10)}End *here*.\n\nAnd more.\n`;
    const { safe, literalBlocks } = prescan(source, 'a.md');
    expect(literalBlocks.map(({ reason, startLine }) => [reason, startLine])).toEqual([['lines', LIMITS.lines + 1]]);
    expect(safe).toBe(`Hello.\n${'\n'.repeat(LIMITS.lines - 1)}#`);
    expect(words(source)).toContain('End *here*.\n\nAnd more.');
  });

  it('says nothing of blank lines at the end', () => {
    expect(prescan(`Hello.\n${'\n'.repeat(LIMITS.lines * 2)}`, 'a.md').literalBlocks).toEqual([]);
  });

  it('never cuts code in two', () => {
    const source = `Before.\n\n\`\`\`\n${'code\n'.repeat(LIMITS.lines)}last\n\`\`\`\n`;
    expect(blocks(source)).toEqual([`3-${LIMITS.lines + 6} lines`]);
    expect(words(source)).toContain('code\nlast\n');
  });

  it('reads any number of blocks that do not belong together', () => {
    const source = `${'Word.\n\n- item\n\n'.repeat(LIMITS.blocks)}Then *this*.\n`;
    const { literalBlocks, suspicious } = prescan(source, 'a.md');
    expect({ literalBlocks, suspicious }).toEqual({ literalBlocks: [], suspicious: false });
  });

  it('keeps what comes after too many blocks as it stands', () => {
    const source = `${'- Word.\n\n'.repeat(LIMITS.blocks)}- Then *this*.\n\n- and that\n`;
    expect(prescan(source, 'a.md').literalBlocks.map(({ reason }) => reason)).toEqual(['blocks']);
    expect(words(source)).toContain('- and that');
  });
});
