import { describe, expect, it } from 'vitest';
import { findIds, stampIds, stampInputIds } from '../../../src/text/ids.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

const parse = (source: string) => parseMarkdown(source, { file: 'a.md' }).tree;

function counter(): () => string {
  let last = 0;
  return () => `n${++last}`;
}

const stamp = (source: string) => stampIds(source, parse(source), { newId: counter() });

describe('stampIds', () => {
  it.each([
    ['a paragraph', 'Text.\n', 'Text. ^p-n1\n'],
    ['no newline at the end', 'Text.', 'Text. ^p-n1'],
    ['trailing spaces', 'Text.  \n\nMore.\t\n', 'Text. ^p-n1  \n\nMore. ^p-n2\t\n'],
    ['a wrapped paragraph', 'One\ntwo.\n', 'One\ntwo. ^p-n1\n'],
    ['a heading', '# One\n## Two ##\n', '# One {#h-n1}\n## Two {#h-n2} ##\n'],
    ['an underlined heading', 'One\n===\n', 'One {#h-n1}\n===\n'],
    ['attributes without id', '# One {kind="gap"}\n', '# One {#h-n1 kind="gap"}\n'],
    ['items', '- a\n- b\n  1. c\n', '- a ^p-n1\n- b ^p-n2\n  1. c ^p-n3\n'],
    ['more paragraphs of an item', '- a\n\n  b\n', '- a ^p-n1\n\n  b ^p-n2\n'],
    ['a table', '| a |\n|---|\n| b |\n\nx\n', '| a |\n|---|\n| b |\n\n^p-n1\n\nx ^p-n2\n'],
    ['a table at the end', '| a |\n|---|', '| a |\n|---|\n\n^p-n1'],
    ['code', '```\na\n```\ntext\n', '```\na\n```\n\n^p-n1\n\ntext ^p-n2\n'],
    ['a quote', '> a\n\n> b\n', '> a\n\n^p-n1\n\n> b\n\n^p-n2\n'],
    ['a table in an item', '- a\n\n  | b |\n  |---|\n', '- a ^p-n1\n\n  | b |\n  |---|\n\n  ^p-n2\n'],
    ['CRLF', '# A\r\n\r\n> b\r\n', '# A {#h-n1}\r\n\r\n> b\r\n\r\n^p-n2\r\n'],
    ['a picture', '![a](b.png)\n', '![a](b.png) ^p-n1\n'],
    [
      'directives',
      ':::box\na\n:::\n\n:::box[T]{title="x"}\nb\n:::\n',
      ':::box{#p-n1}\na ^p-n2\n:::\n\n:::box[T]{#p-n3 title="x"}\nb ^p-n4\n:::\n',
    ],
    ['a byte-order mark', '\uFEFFText', '\uFEFFText ^p-n1'],
  ])('stamps %s', (_name, before, after) => {
    expect(stamp(before).source).toBe(after);
  });

  it.each([
    ['HTML', '<ul><li>a</li></ul>\n'],
    ['what is kept literally', `${'*a '.repeat(2000)}\n`],
    ['rules and notes', '---\n\n[^1]: note\n'],
    ['what would become a definition', '[foo]:\n'],
    ['what has an id', '# A {#a}\n\nb ^b\n\n- c ^c\n\n| d |\n|---|\n\n^d\n'],
  ])('leaves %s alone', (_name, source) => {
    expect(stamp(source)).toEqual({ source, stamped: [] });
  });

  it('says on which line each id stands', () => {
    const { source, stamped } = stamp('# A\n\n| b |\n|---|\n\nc\n');
    for (const { id, line } of stamped) expect(source.split('\n')[line - 1]).toContain(id);
    expect(stamped.map(({ id }) => id)).toEqual(['h-n1', 'p-n2', 'p-n3']);
  });

  it('gives no id twice, nor one that is taken', () => {
    const source = 'a ^p-n1\n\nb\n\nc\n';
    const { stamped } = stampIds(source, parse(source), { newId: counter(), taken: ['p-n2'] });
    expect(stamped.map(({ id }) => id)).toEqual(['p-n3', 'p-n4']);
    const stuck = stampIds('a\n\nb\n', parse('a\n\nb\n'), { newId: () => 'same' });
    expect(new Set(stuck.stamped.map(({ id }) => id)).size).toBe(2);
  });
});

describe('stampInputIds', () => {
  const note = (body: string) => stampInputIds(body, parse(body), { newId: counter() }).source;

  it('stamps the inputs and nothing else', () => {
    const before =
      'Welcome.\n\n## Gaps {#q1}\n\nThey said:\n\n- One #gap\n  - detail\n- Two #gap {quote="no"}\n\nA paragraph.\n';
    const after =
      'Welcome.\n\n## Gaps {#q1}\n\nThey said:\n\n- One #gap ^in1\n  - detail\n- Two #gap {quote="no"} ^in2\n\nA paragraph. ^in3\n';
    expect(note(before)).toBe(after);
  });

  it('counts on where the note counts its inputs', () => {
    expect(note('## A\n\n- a ^i1\n- b\n- c ^i7\n- d\n')).toBe('## A\n\n- a ^i1\n- b ^i8\n- c ^i7\n- d ^i9\n');
  });
});

describe('findIds', () => {
  it('lists ids in reading order, twice where they stand twice', () => {
    const tree = parse('# A {#a}\n\nb ^x\n\n- c ^x\n');
    expect(findIds(tree).map(({ id, line }) => [id, line])).toEqual([
      ['a', 1],
      ['x', 3],
      ['x', 5],
    ]);
  });
});
