import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { acceptAll, rejectAll } from '../../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../../src/changes/mark-up/mark-up.ts';
import { shownText } from '../../../src/changes/tokens.ts';
import type { Document } from '../../../src/model/document.ts';
import { read, wordsOf } from './documents.ts';

const STAGE = { id: 'zero', title: 'Zero draft' };
const A = 'States have the primary duty to respect the rights of every child within their territory.';
const B = 'Civil society reaches children whom public services fail, and its experience ought to be drawn upon.';
const C = 'The Secretary-General expects each entity to report on progress before the end of the year.';
const D = 'Budget lines for participation remain small, scattered and hard to trace across the system.';

/** A tree in short: types, kinds of change, and the words. */
function sketch(node: Nodes): string {
  if (node.type === 'inlineCode') return `<inlineCode ${node.value}>`;
  if ('value' in node) return node.value;
  const change = node.data?.change ? `!${node.data.change.kind}` : '';
  const inner = 'children' in node ? node.children.map((child) => sketch(child)).join('') : '';
  if (node.type === 'insertion') return `{+${inner}+}`;
  if (node.type === 'deletion') return `[-${inner}-]`;
  return `<${node.type}${change} ${inner}>`;
}

/** The marked-up version, checked against both stages. */
function mark(from: string, to: string) {
  const [earlier, later] = [read(from), read(to)];
  const marked = markUp(earlier, later, compareDocuments(earlier, later, { from: STAGE, to: STAGE }));
  expect(wordsOf(acceptAll(marked))).toEqual(wordsOf(later));
  expect(wordsOf(rejectAll(marked))).toEqual(wordsOf(earlier));
  return marked;
}

function body(from: string, to: string): string {
  const [, ...sections] = mark(from, to).root.children;
  return sections.map((section) => sketch(section)).join('');
}

describe('blocks', () => {
  test('begins with how to read it', () => {
    const [legend] = mark(A, B).root.children;
    expect(legend?.data?.role).toBe('legend');
    expect(mark(A, B).meta.kind).toBe('Marked-up version');
  });

  test('what is gone stands where it stood, what is new where it is', () => {
    expect(body([A, B, C].join('\n\n'), [A, C, D].join('\n\n'))).toBe(
      `<section <paragraph ${A}><paragraph!deleted ${B}><paragraph ${C}><paragraph!inserted ${D}>>`,
    );
  });

  test('words that changed are marked inside, spaces with them', () => {
    expect(body('The red fox runs home at night.', 'The blue fox runs home at night.')).toBe(
      '<section <paragraph!edited The [-red-]{+blue+} fox runs home at night.>>',
    );
  });

  test('words at the beginning leave their space behind', () => {
    const text = 'piece of evidence SHALL be validated in the same way as before.';
    expect(body(`"Each ${text}"`, `"${text}"`)).toContain('"[-Each -]piece of');
  });

  test('a move is shown at both ends, with links', () => {
    const marked = mark([A, B, C, D].join('\n\n'), [B, C, D, A.replace('primary', 'first')].join('\n\n'));
    const section = marked.root.children[1];
    const blocks = section && 'children' in section ? section.children : [];
    const [left, right] = [blocks[0]?.data, blocks.at(-1)?.data];
    expect(left?.change).toMatchObject({ kind: 'moved-from', counterpart: right?.id });
    expect(right?.change).toMatchObject({ kind: 'moved-to', counterpart: left?.id });
    expect(left?.change?.change).toBe(right?.change?.change);
  });

  test('a moved passage with an id has it at its new place only', () => {
    const marked = mark(`${A} ^p-aaaaaaa\n\n${B}\n\n${C}`, `${B}\n\n${C}\n\n${A} ^p-aaaaaaa`);
    const text = JSON.stringify(marked.root);
    expect(text.match(/"id":"p-aaaaaaa"/gu)).toHaveLength(1);
    expect(text).toContain('"id":"old-p-aaaaaaa"');
  });

  test('a split passage is shown as its parts, a merged one as its sources', () => {
    const long = `${A} ${B} ${C}`;
    expect(body(long, `${A} ${B}\n\n${C}`)).toBe(`<section <paragraph!split ${A} ${B}><paragraph!split ${C}>>`);
    expect(body(`${A} ${B}\n\n${C}`, long)).toBe(`<section <paragraph!merged ${A} ${B}><paragraph!merged ${C}>>`);
  });
});

describe('inside passages', () => {
  const tail = 'with partners in every region of the world.';

  test('formatting of both sides is kept', () => {
    expect(body(`Entities **work closely** ${tail}`, `Entities **work openly** ${tail}`)).toBe(
      `<section <paragraph!edited Entities <strong work [-closely-]{+openly+}> ${tail}>>`,
    );
  });

  test('a link stays one link', () => {
    expect(
      body(
        `See [the old report](https://example.org/a) ${tail}`,
        `See [the new report](https://example.org/a) ${tail}`,
      ),
    ).toContain('<link the [-old-]{+new+} report>');
  });

  test('brackets that are lifted are struck, brackets that stay are brackets', () => {
    expect(body(`Entities [consult children]{.bracket} ${tail}`, `Entities consult children ${tail}`)).toContain(
      'Entities [-[-]consult children[-]-] with',
    );
    expect(
      body(`Entities [consult children]{.bracket} ${tail}`, `Entities [consult all children]{.bracket} ${tail}`),
    ).toContain('<bracket consult{+ all+} children>');
  });

  test('both readings are spaced as they were', () => {
    const text = (document: Document) => document.root.children.map((section) => shownText(section)).join();
    const pairs: [string, string][] = [
      ['Entities consult children early.', 'Entities (all) consult children, early.'],
      ['As agreed (in part), they act.', 'As agreed, they act (in part).'],
      ['One two three four five six.', 'One two, three “four five” six.'],
    ];
    for (const [from, to] of pairs) {
      const marked = mark(from, to);
      expect(text(rejectAll(marked))).toBe(text(read(from)));
      expect(text(acceptAll(marked))).toBe(text(read(to)));
    }
  });

  test('code inside a paragraph', () => {
    expect(body(`Set \`one two three\` ${tail}`, `Set \`one two four\` ${tail}`)).toContain(
      '<inlineCode one two> [-<inlineCode three>-]{+<inlineCode four>+} with',
    );
  });
});

describe('containers', () => {
  test('items that come and go stay in their list', () => {
    const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
    const text = body(list([A, B, C]), list([A, C, D]));
    expect(text.match(/<list /gu)).toHaveLength(1);
    expect(text).toContain(`<listItem <paragraph!deleted ${B}>>`);
  });

  test('a paragraph that is gone from between two lists that became one', () => {
    const text = body(`- ${A}\n\n${D}\n\n- ${B}`, `- ${A}\n- ${B}`);
    expect(text.match(/<list /gu)).toHaveLength(1);
  });

  test('rows that come and go stay in their table', () => {
    const table = (rows: readonly string[]) => ['| Right | Level |', '| --- | --- |', ...rows].join('\n');
    const text = body(
      table(['| Health | national |', '| School | local |']),
      table(['| Health | regional |', '| Play in the open | local |']),
    );
    expect(text.match(/<table!/gu)).toHaveLength(1);
    expect(text).toContain('<table!edited <tableRow ');
    expect(text).toContain('<tableCell [-national-]{+regional+}>');
  });

  const rights = (rows: readonly string[]) => ['| Right | Level |', '| --- | --- |', ...rows].join('\n');
  const health = '| Health | national |';

  test('a new last row stays in its table though the paragraph below is gone', () => {
    const text = body(`${rights([health])}\n\n${B}\n\n${C}`, `${rights([health, '| Play | local |'])}\n\n${C}`);
    expect(text).toMatch(/<tableRow!inserted .*<paragraph!deleted Civil/u);
    expect(text.match(/<table(?:!edited)? /gu)).toHaveLength(1);
  });

  test('two tables that became one are one, with what stood between them as a row', () => {
    const rows = ['| Health | national |', '| School | local |', '| Play | everywhere |', '| Privacy | regional |'];
    const text = body(
      `${rights(rows.slice(0, 2))}\n\n${B}\n\n${rights(rows.slice(2))}\n\n${C}`,
      `${rights(rows)}\n\n${C}`,
    );
    expect(text.match(/<table(?:!edited)? /gu)).toHaveLength(1);
    expect(text).toContain(`<tableRow!deleted <tableCell ${B}>>`);
  });

  test('a row of another width that is gone stays in its table', () => {
    const text = body(rights([health, '| All of them may answer |']), rights([health]));
    expect(text.match(/<table(?:!edited)? /gu)).toHaveLength(1);
    expect(text).toContain('<tableRow!deleted <tableCell All of them may answer>');
  });

  test('a new head of a table stands at its top', () => {
    const text = body(
      `${rights([health])}\n\n${C}`,
      `${rights([health]).replace('| Right | Level |', '| What children claim | Where it is decided |')}\n\n${C}`,
    );
    expect(text.indexOf('What children claim')).toBeLessThan(text.indexOf('Level'));
  });

  test('a table that moved is marked as a whole', () => {
    const table = rights([health, '| School and a safe way to it | local |']);
    const marked = mark([table, A, B, C, D].join('\n\n'), [A, B, C, D, table].join('\n\n'));
    const section = marked.root.children[1];
    const blocks = section && 'children' in section ? section.children : [];
    const [left, right] = [blocks[0], blocks.at(-1)];
    expect(left?.data?.change).toMatchObject({ kind: 'moved-from', counterpart: right?.data?.id });
    expect(right?.data?.change).toMatchObject({ kind: 'moved-to', counterpart: left?.data?.id });
    expect(right && sketch(right)).not.toContain('tableRow!');
  });

  const recommend = (facts: string) => `:::recommendation{${facts}}\n${A}\n:::`;

  test('who should do it and by when keep their labels where they changed', () => {
    const text = body(recommend('for="All entities" by="end of 2026"'), recommend('for="All entities" by="June 2027"'));
    expect(text).toContain('<paragraph <emphasis For>: All entities>');
    expect(text).toMatch(/<paragraph!edited <emphasis By>: \[-end of 2026-\]\{\+June 2027\+\}>/u);
  });

  test('a date that came or went is a line of its own', () => {
    expect(body(recommend('for="All entities"'), recommend('for="All entities" by="June 2027"'))).toContain(
      '<paragraph!inserted <emphasis By>: June 2027>',
    );
    expect(body(recommend('for="All entities" by="June 2027"'), recommend('for="All entities"'))).toContain(
      '<paragraph!deleted <emphasis By>: June 2027>',
    );
  });

  test('a column that came is marked in every row', () => {
    const text = body(
      '| a | b |\n| --- | --- |\n| one | two |',
      '| a | new | b |\n| --- | --- | --- |\n| one | more | two |',
    );
    expect(text).toContain('<tableRow!edited <tableCell a><tableCell!inserted {+new+}><tableCell b>>');
    expect(text).toContain('<tableRow <tableCell one><tableCell!inserted {+more+}><tableCell two>>');
  });

  test('a new box is marked as one, a new title as a line of its own', () => {
    const box = (title: string, text: string) => `:::box{title="${title}"}\n${text}\n:::`;
    expect(body(A, `${A}\n\n${box('What children said', B)}`)).toContain(`<box!inserted <paragraph ${B}>>`);
    expect(body(box('What children said', B), box('What young people said', B))).toContain(
      '<box <paragraph!edited <strong What [-children-]{+young people+} said>>',
    );
  });

  test('footnotes of the earlier stage keep apart from those of the later', () => {
    const marked = mark(`${A}[^1] ${B}\n\n[^1]: ${C}`, `${A} ${B}[^1]\n\n[^1]: ${D}`);
    const text = JSON.stringify(marked.root);
    expect(text).toContain('"identifier":"old-1"');
    expect(text.match(/"footnoteDefinition","identifier":"(?:old-)?1"/gu)).toHaveLength(2);
  });

  test('a footnote whose words changed keeps one mark', () => {
    const text = body(
      `${A}[^1]\n\n${B}\n\n[^1]: Convention on the Rights of the Child, article 2.`,
      `${A}[^1]\n\n${B}\n\n[^1]: Convention on the Rights of the Child, article 2, paragraph 1.`,
    );
    expect(text).toContain(`<paragraph ${A}`);
    expect(text).toContain('article 2{+, paragraph 1+}.');
    expect(text).not.toContain('[-<');
  });

  test('a footnote that took the place of another has a mark of its own', () => {
    const text = JSON.stringify(
      mark(
        `${A}[^1]\n\n[^1]: Treaty series of the year 1989, volume twelve.`,
        `${A}[^1]\n\n[^1]: Nobody answered when children called upon governments.`,
      ).root,
    );
    expect(text).toMatch(/"type":"deletion"[^\]]*\[\{"type":"footnoteReference"/u);
    expect(text).toMatch(/"type":"insertion"[^\]]*\[\{"type":"footnoteReference"/u);
  });
});

describe('captions of tables', () => {
  const withCaption = (caption: string) => {
    const document = read(`${A}\n\n| a | b |\n| --- | --- |\n| one | two |`);
    const section = document.root.children[0];
    const table = section && 'children' in section ? section.children[1] : undefined;
    if (table) table.data = { ...table.data, caption };
    return document;
  };

  test('are compared, and shown above the table where they changed', () => {
    const [earlier, later] = [withCaption('Levels of risk'), withCaption('Levels of harm')];
    const marked = markUp(earlier, later, compareDocuments(earlier, later, { from: STAGE, to: STAGE }));
    const [, section] = marked.root.children;
    const types = section && 'children' in section ? section.children.map(({ type }) => type) : [];
    expect(types).toEqual(['paragraph', 'paragraph', 'table']);
    expect(JSON.stringify(section)).toContain(
      '{"type":"deletion","change":"c1","children":[{"type":"text","value":"risk"}]}',
    );
    expect(wordsOf(acceptAll(marked))).toEqual(wordsOf(later));
    expect(wordsOf(rejectAll(marked))).toEqual(wordsOf(earlier));
  });

  test('stay with the table where they did not change', () => {
    const [earlier, later] = [withCaption('Levels of risk'), withCaption('Levels of risk')];
    const marked = markUp(earlier, later, compareDocuments(earlier, later, { from: STAGE, to: STAGE }));
    expect(JSON.stringify(marked.root)).toContain('"caption":"Levels of risk"');
  });
});

describe('names', () => {
  /** The labels of the other ends, in order. */
  function ends(node: Nodes): string[] {
    const own = node.data?.role === 'legend' ? undefined : node.data?.change?.counterpartLabel;
    const inner =
      'children' in node && node.data?.role !== 'legend' ? node.children.flatMap((child) => ends(child)) : [];
    return own === undefined ? inner : [own, ...inner];
  }

  test('parts of what was split or merged say so', () => {
    const long = `${A} ${B} ${C}`;
    expect(ends(mark(long, `${A} ${B}\n\n${C}`).root)).toEqual(['former paragraph 1']);
    expect(ends(mark(`${A} ${B}\n\n${C}`, long).root)).toEqual(['former paragraph 2', 'paragraph 1']);
  });

  test('numbers of the earlier text are called former', () => {
    const earlier = read(`${A}\n\n${B}`);
    const later = read(B);
    const section = earlier.root.children[0];
    const first = section && 'children' in section ? section.children[0] : undefined;
    if (first) first.data = { label: '7.', number: '7' };
    const marked = markUp(earlier, later, compareDocuments(earlier, later, { from: STAGE, to: STAGE }));
    expect(JSON.stringify(marked.root)).toContain('"label":"former 7."');
  });
});
