import type { Table } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/text/markdown.ts';

const parse = (source: string) => parseMarkdown(source, { file: 'a.md' });
const found = (source: string): readonly string[] =>
  parse(source).findings.map(({ check, severity, place }) => `${place.line}:${place.column} ${severity} ${check}`);
const hints = (source: string): readonly (string | undefined)[] => parse(source).findings.map(({ hint }) => hint);

describe('a directive that is not written as one', () => {
  it.each([
    ['Text.\n\n:::box{\nInside.\n:::\n', '3:1 warning text/malformed-directive'],
    ['Text.\n:::box{title="a}\n\nInside.\n\n:::\n', '2:1 warning text/malformed-directive'],
    ['::: box\n\nInside.\n\n:::\n', '1:1 warning text/malformed-directive'],
    [':::recomendation Do it\n\nInside.\n\n:::\n', '1:1 warning text/malformed-directive'],
    ['::: {.columns}\n\nInside.\n\n:::\n', '1:1 info text/malformed-directive'],
    ['- Item\n\n  :::box{\n', '3:3 warning text/malformed-directive'],
    ['Text.\n\n:::\n', '3:1 warning text/malformed-directive'],
  ])('is found once in %j', (source, finding) => {
    expect(found(source)).toEqual([finding]);
  });

  it.each([':::box\nInside.\n:::\n', '`:::box{`\n', '```\n:::box{\n```\n', '\\:::box{\n', 'See :::box{ in prose.\n'])(
    'is not found in %j',
    (source) => {
      expect(found(source)).toEqual([]);
    },
  );
});

describe('a footnote mark without a note', () => {
  it('is found where it stands', () => {
    expect(found('One[^1] two[^9], *three[^x-y]*.\n\n[^1]: Note.\n')).toEqual([
      '1:12 warning text/unknown-footnote',
      '1:24 warning text/unknown-footnote',
    ]);
  });

  it('is found in cells, items and brackets', () => {
    expect(found('- a[^1]\n\n| b |\n| - |\n| c[^2] |\n\n[d[^3]]{.bracket}\n')).toHaveLength(3);
  });

  it.each(['One\\[^9] two.\n', '`[^9]`\n', 'Matches [^ ] and x[^]y.\n'])('is not found in %j', (source) => {
    expect(found(source)).toEqual([]);
  });
});

describe('a span of an unknown class', () => {
  it.each([
    ['[x]{.braket}', '1:4 warning text/unknown-class', 'Did you mean "{.bracket}"?'],
    ['[x]{.agree source="crc"}', '1:4 warning text/unknown-class', 'Did you mean "{.agreed}"?'],
    ['[x]{by="UNEP"}', '1:4 warning text/unknown-class', 'Write [x]{.bracket by="…"} or [x]{.agreed source="…"}.'],
    ['[x]{.smallcaps}', '1:4 info text/unknown-class', 'Known are {.bracket} and {.agreed}.'],
  ])('is found in %j', (source, finding, hint) => {
    expect(found(source)).toEqual([finding]);
    expect(hints(source)).toEqual([hint]);
  });

  it.each(['[x]{.bracket}', '[x] {.braket}', '[x](y){.z}', '[x\\]{.braket}', '`[x]{.braket}`'])(
    'is not found in %j',
    (source) => {
      expect(found(source)).toEqual([]);
    },
  );
});

it('a span that was never opened is found in a file without an opening bracket', () => {
  expect(found('Entities should]{.bracket by="UNEP"} report.\n')).toEqual(['1:16 warning text/span-unopened']);
});

describe('the caption of a table', () => {
  const table = (source: string): Table | undefined =>
    parse(source).tree.children.find((node): node is Table => node.type === 'table');
  const rows = '| a |\n| - |\n| b |\n';

  it.each([`Table: What is reported {#t-x}\n\n${rows}`, `${rows}\nTable: What is reported {#t-x}\n`])(
    'may end with its id, as in %j',
    (source) => {
      expect(table(source)?.data).toMatchObject({ id: 't-x', caption: 'What is reported' });
      expect(found(source)).toEqual([]);
    },
  );

  it('gives way to the id of the table', () => {
    expect(table(`${rows}\n^t-y\n\nTable: Cap {#t-x}\n`)?.data).toMatchObject({ id: 't-y', caption: 'Cap' });
  });

  it('keeps braces that hold no id', () => {
    expect(table(`Table: Sets {a, b}\n\n${rows}`)?.data?.caption).toBe('Sets {a, b}');
  });
});
