import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { acceptAll } from '../../../src/changes/mark-up/accept-reject.ts';
import { markUp } from '../../../src/changes/mark-up/mark-up.ts';
import type { Document } from '../../../src/model/document.ts';
import { acceptSome } from '../../../src/reports/marked-up/accept-some.ts';
import { oneSection, sectionIds } from '../../../src/reports/marked-up/one-section.ts';
import { sideBySide } from '../../../src/reports/marked-up/side-by-side.ts';
import { read } from '../changes/documents.ts';

const FROM = `# Duties

Entities should consult children.[^1] They do so in good time and in every language.

- the first item of a list that stays
- the second item, which is going to be gone

Civil society reaches children whom public services fail, and its experience counts.

| Who | What |
| --- | --- |
| Schools | ask |

[^1]: As the Committee says.
`;
const TO = `# Duties

Civil society reaches children whom public services fail, and its experience counts.

Entities shall consult children.[^1] They do so in good time and in every language.

- the first item of the list that stays

| Who | What |
| --- | --- |
| Schools | listen |

[^1]: As the Committee says.
`;

function marked(from = FROM, to = TO) {
  const [earlier, later] = [read(from), read(to)];
  const log = compareDocuments(earlier, later, { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } });
  return { log, document: markUp(earlier, later, log) };
}

function words(node: Nodes): string {
  if ('value' in node) return node.value;
  const inner = 'children' in node ? node.children.map((child) => words(child)).join('') : '';
  if (node.type === 'insertion') return `{+${inner}+}`;
  if (node.type === 'deletion') return `[-${inner}-]`;
  return inner;
}

/** Rows of the first table, as words of both cells. */
function rows({ root }: Document): string[][] {
  const section = root.children.find((node) => node.type === 'section' && node.data?.role !== 'legend');
  const table = section && 'children' in section ? section.children.find((node) => node.type === 'table') : undefined;
  return table?.type === 'table' ? table.children.map(({ children }) => children.map(words)) : [];
}

function columnsOf({ document, log }: ReturnType<typeof marked>): Document {
  return sideBySide(document, log);
}

/** Gives paragraphs numbers and what is printed of them, as numbering does. */
function numbered(source: string): Document {
  const document = read(source);
  let next = 0;
  const visit = (node: Nodes) => {
    if (node.type === 'paragraph') {
      next += 1;
      node.data = { ...node.data, number: String(next), label: `${next}.` };
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(document.root);
  return document;
}

describe('side by side', () => {
  const columns = columnsOf(marked());

  test('what is gone stands at one side, what is new at the other, what stayed on both', () => {
    const shown = rows(columns);
    expect(shown[0]).toEqual(['A', 'B']);
    expect(shown).toContainEqual([
      'Entities [-should-] consult children. They do so in good time and in every language.',
      'Entities {+shall+} consult children. They do so in good time and in every language.',
    ]);
    expect(shown).toContainEqual(['[-the second item, which is going to be gone-]', '']);
    expect(shown).toContainEqual(['Schools | [-ask-]', 'Schools | {+listen+}']);
  });

  test('what moved is linked both ways', () => {
    const moved = rows(columns).filter(([from, to]) => `${from}${to}`.includes('Civil society'));
    expect(moved).toHaveLength(2);
    expect(moved.map(([from, to]) => [from !== '', to !== ''])).toEqual([
      [false, true],
      [true, false],
    ]);
    const links = JSON.stringify(columns.root).match(/"url":"#c\d+-(?:from|to)"/gu);
    expect(new Set(links)).toEqual(new Set(['"url":"#c1-from"', '"url":"#c1-to"']));
  });

  test('each side has the numbers of its own stage', () => {
    const one = 'Entities should consult children in good time.';
    const two = 'Civil society reaches children whom public services fail.';
    const [earlier, later] = [numbered(`# Duties\n\n${one}`), numbered(`# Duties\n\n${two}\n\n${one}`)];
    const log = compareDocuments(earlier, later, { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } });
    const shown = rows(sideBySide(markUp(earlier, later, log), log));
    expect(shown).toContainEqual([`1. ${one}`, `2. ${one}`]);
    expect(shown).toContainEqual(['', `1. {+${two}+}`]);
  });

  test('footnotes keep their words', () => {
    expect(JSON.stringify(columns.root)).toContain('As the Committee says.');
  });
});

test('a marked-up version says which stages it compares', () => {
  const [legend] = marked().document.root.children;
  expect(legend && words(legend)).toContain('Changes from A to B.');
});

describe('only some changes', () => {
  test('those left out read as the later stage does; the others are shown', () => {
    const { log, document } = marked();
    const editorial = new Set(log.changes.filter(({ severity }) => severity === 'editorial').map(({ id }) => id));
    const [legend, ...rest] = acceptSome(document, (change) => editorial.has(change)).root.children;
    expect(legend && words(legend)).toContain('Only changes of substance are marked');
    const some = JSON.stringify(rest);
    expect(some).toContain('"insertion"');
    expect(some).not.toContain('moved-from');
  });

  test('with all of them left out, it is the later stage', () => {
    const { document } = marked();
    const none = acceptSome(document, () => true);
    expect(none.root.children.slice(1).map(words)).toEqual(acceptAll(document).root.children.map(words));
    expect(JSON.stringify(none.root.children.slice(1))).not.toMatch(/"change"/u);
  });
});

describe('one section', () => {
  const document = marked(
    '# One {#one}\n\nText.\n\n## Part {#part}\n\nMore.\n\n## Next {#next}\n\nEnd.\n',
    '# One {#one}\n\nText.\n\n## Part {#part}\n\nMuch more.\n\n## Next {#next}\n\nEnd.\n',
  ).document;

  test.each([['part'], ['next']])('goes by the id of a heading: %s', (id) => {
    const [, section] = oneSection(document, id)?.root.children ?? [];
    expect(section?.type).toBe('section');
    const text = section === undefined ? '' : words(section);
    expect(text.startsWith(id === 'part' ? 'Part' : 'Next')).toBe(true);
    expect(text.includes('End.')).toBe(id === 'next');
  });

  test('that is not there is none, and those that are there are named', () => {
    expect(oneSection(document, 'nope')).toBeUndefined();
    expect(sectionIds(document)).toEqual(['one', 'part', 'next']);
  });
});
