import { readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { readMarkdown } from '../../../src/drafts/read-markdown.ts';
import { CHANGE_KINDS, type ChangeLog, type Reason } from '../../../src/model/change-log.ts';
import { changeLogSchema } from '../../../src/model/change-log-schema.ts';
import { changeLog } from '../../../src/reports/change-log.ts';
import { read } from '../changes/documents.ts';

const A = 'Entities should consult children before they plan programmes that concern them in any way.';
const B = 'Civil society reaches children whom public services fail, and its experience ought to be drawn upon.';
const C = 'The Secretary-General expects each entity to report on progress before the end of the year.';

function lines(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [inline(node)];
  return 'children' in node ? node.children.flatMap((child) => lines(child)) : [];
}

function inline(node: Nodes): string {
  if ('value' in node) return node.value;
  const inner = 'children' in node ? node.children.map((child) => inline(child)).join('') : '';
  if (node.type === 'insertion') return `{+${inner}+}`;
  return node.type === 'deletion' ? `[-${inner}-]` : inner;
}

function report(
  from: string,
  to: string,
  options: { language?: string; reasons?: Reason[]; all?: boolean; consulted?: boolean } = {},
) {
  const { language = 'en', reasons = [], all = false, consulted = true } = options;
  const [earlier, later] = [read(from, language), read(to, language)];
  const log = compareDocuments(earlier, later, {
    from: { id: 'zero', title: 'Zero draft', commit: '0123456789abcdef', date: '2022-10-01T10:00:00Z' },
    to: { id: 'second', title: 'Second draft' },
    reasons: () => reasons,
  });
  const built = changeLog.build({ log, meta: later.meta }, { all, reasons: consulted });
  return { ...built, log, text: lines(built.document.root) };
}

describe('the change log as a document', () => {
  const from = `# Duties\n\n${A}\n\n${B}\n\n${C}`;
  const to = `# Duties\n\n${A.replace('should', 'shall')}\n\n${C}`;

  test('begins with what was compared, how many passages changed, and the gravest changes', () => {
    const { text, document } = report(from, to);
    expect(text.slice(0, 2)).toEqual([
      'Summary of changes',
      'Changes from Zero draft (0123456789, 1 October 2022) to Second draft.',
    ]);
    expect(text.join(' | ')).toContain('unchanged | 2 | edited | 1 | moved | 0');
    expect(text).toContain('Changes: 2, of which 2 of substance and 0 editorial.');
    const first = text.findIndex((line) => line.startsWith('c1, Duties'));
    expect(text.slice(first, first + 2)).toEqual([
      'c1, Duties, paragraph 1 — edited. A word of obligation, such as shall, should or may, was changed.',
      'Entities [-should-]{+shall+} consult children before they plan programmes …',
    ]);
    expect(document.meta.kind).toBe('Change log');
  });

  test('tells place, kind, words and that no reason is recorded', () => {
    const { text } = report(from, to);
    const start = text.indexOf('Duties');
    expect(text.slice(start)).toEqual([
      'Duties',
      'c1: paragraph 1 — edited, substantive. A word of obligation, such as shall, should or may, was changed.',
      'Entities [-should-]{+shall+} consult children before they plan programmes …',
      'Why: No reason is recorded.',
      'c2: former paragraph 2 — gone, substantive',
      `[-${B}-]`,
      'Why: No reason is recorded.',
    ]);
  });

  test('tells why, as far as it may', () => {
    const one = report(from, to, { reasons: [{ kind: 'not-public' }] }).text;
    expect(one).toContain('Why: The reason is not public.');
    const two = report(from, to, {
      reasons: [
        {
          kind: 'input',
          input: 'first/africa#i1',
          decision: 'accepted-in-part',
          from: 'Children',
          reason: 'Done.',
          distribution: 'public',
        },
        { kind: 'decision', decision: 'd1', title: 'On duties', distribution: 'public' },
        { kind: 'commit', commit: 'abcdef0123456789', subject: 'Reword', date: '2022-10-12T09:00:00Z' },
      ],
    }).text;
    expect(two).toContain('Why: Input first/africa#i1 from Children (accepted in part): Done.');
    expect(two).toContain('Decision d1: On duties');
    expect(two).toContain('Commit abcdef0123, 12 October 2022: Reword');
  });

  test('speaks the language of the text', () => {
    const { text } = report(
      'Les entités devraient consulter les enfants.',
      'Les entités doivent consulter les enfants.',
      { language: 'fr' },
    );
    expect(text.join()).toMatch(/Motif\s: Aucun motif n’est consigné\./u);
    expect(text.join()).toContain('modifié, de fond. Un mot d’obligation, tel que devoir ou pouvoir, a été modifié.');
  });

  test('says so where nothing changed', () => {
    expect(report(from, from).text).toContain('Nothing changed.');
  });

  test('text that came as a whole is one entry, and each of its passages can be linked to', () => {
    const { document, text } = report(`# Duties\n\n${A}`, `# Duties\n\n${A}\n\n## Means\n\n${B}\n\n${C}`);
    expect(text).toContain('c1 – c3: heading “Means”, paragraph 1, paragraph 2 — new, substantive');
    const ids: string[] = [];
    const collect = (node: Nodes) => {
      if (node.data?.id?.startsWith('change-')) ids.push(node.data.id);
      if ('children' in node) for (const child of node.children) collect(child);
    };
    collect(document.root);
    expect(ids).toEqual(['change-c1', 'change-c2', 'change-c3']);
  });

  test('entries stand under the headings of the text, and what has no number is counted from them', () => {
    const before = `# Duties\n\n## Asking\n\n${A}\n\n## Gone\n\n${B}\n\n## Means\n\n${C}`;
    const after = `# Duties\n\n## Asking\n\n${A.replace('should', 'shall')}\n\n## Means\n\n${C.replace('end', 'half')}`;
    const { text } = report(before, after);
    const told = text.slice(text.indexOf('Duties')).filter((line) => !/^Why|\{\+|\[-/u.test(line));
    expect(told).toEqual([
      'Duties',
      'Asking',
      'c1: paragraph 1 — edited, substantive. A word of obligation, such as shall, should or may, was changed.',
      'c2 – c3: former heading “Gone”, former paragraph 1 — gone, substantive',
      'Means',
      'c4: paragraph 1 — edited, substantive. A number was changed.',
    ]);
  });

  test('outside a workspace lines of the source are told', () => {
    const { text } = report(`${A}\n\n${B}`, `${C}\n\n${A.replace('should', 'shall')}\n\n${B}`, { consulted: false });
    expect(text.find((line) => line.startsWith('c2: '))).toContain('paragraph 2, line 3 (formerly line 1) — edited');
  });

  test('front matter and addresses of links are told as what they were and are', () => {
    const page = (version: number, address: string) =>
      `---\nversion: ${version}\n---\n\n# Guide\n\n${A} See [here](https://${address}.example/).`;
    const [earlier, later] = [readMarkdown(page(1, 'old')), readMarkdown(page(2, 'new'))];
    const log = compareDocuments(earlier, later, { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } });
    const { document, data } = changeLog.build({ log, meta: later.meta }, {});
    const text = lines(document.root);
    expect(text.slice(text.indexOf('Front matter'))[1]).toMatch(/^f1 .*:2, version: \[-1-\] \{\+2\+\}$/u);
    expect(text).toContain('Link: https://old.example/ → https://new.example/');
    changeLogSchema.parse(JSON.parse(JSON.stringify(data)));
  });

  test('a reason for the verdict is told with what else a change is', () => {
    const { text } = report('The fund pays 10 dollars by 1 May 2025.', 'The fund may pay 20 dollars by 1 May 2026.');
    expect(text.find((line) => line.startsWith('c1: '))).toMatch(
      /edited, substantive\. A word of obligation, such as shall, should or may, was changed\. Also: .*date changed/u,
    );
  });

  test('what only follows from other changes is told together, at the end', () => {
    const numbered = (first: number) => `# Duties\n\n${first}. ${A}\n\n${first + 1}. ${B}\n\n${first + 2}. ${C}`;
    const typed = report(`# One\n\n## 4.1. ${A}\n\n## 4.2. ${B}`, `# One\n\n## 5.1. ${A}\n\n## 5.2. ${B}`);
    expect(typed.text.slice(typed.text.indexOf('Consequential changes'))[1]).toBe('Renumbered (2)');
    expect(report(numbered(1), numbered(1)).text).not.toContain('Consequential changes');
    const quotes = report(`${A} "So be it."`, `${A} “So be it.”`);
    expect(quotes.text).toContain('Only typography (1)');
  });

  test('what is made from the text follows it, and is nothing to be asked a reason for', () => {
    const glossary = (text: string) => {
      const document = readMarkdown(`# Glossary\n\n${text}`);
      for (const node of document.root.children) if (node.type === 'section') node.data = { role: 'generated' };
      return document;
    };
    const [earlier, later] = [glossary(A), glossary(`${A.replace('should', 'shall')}\n\n${B}`)];
    const log = compareDocuments(earlier, later, { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } });
    expect(
      log.changes.filter(({ kind }) => kind !== 'unchanged').map(({ severity, ground }) => [severity, ground]),
    ).toEqual([
      ['editorial', 'generated'],
      ['editorial', 'generated'],
    ]);
    const text = lines(changeLog.build({ log, meta: later.meta }, {}).document.root);
    expect(text.slice(text.indexOf('Consequential changes'))).toEqual([
      'Consequential changes',
      'Made from the text, and following it (2)',
      'c1: Glossary, paragraph 1 — edited',
      'c2: Glossary, paragraph 2 — new',
    ]);
  });

  test('a commit behind all changes is told once, where nobody was consulted', () => {
    const commit: Reason = {
      kind: 'commit',
      commit: 'abcdef0123456789',
      subject: 'Reword',
      date: '2022-10-12T09:00:00Z',
    };
    const three = (word: string) => [A, B, C].map((line) => `${line} ${word}`).join('\n\n');
    const told = report(three('Often.'), three('Seldom.'), { reasons: [commit], consulted: false }).text;
    expect(told.filter((line) => line.includes('Reword'))).toEqual([
      'Behind all of them: Commit abcdef0123, 12 October 2022: Reword',
    ]);
    const asked = report(three('Often.'), three('Seldom.'), { reasons: [commit] }).text;
    expect(asked.filter((line) => line.startsWith('Why: Commit'))).toHaveLength(3);
  });

  test('neighbours that moved together are one entry', () => {
    const rest = Array.from(
      { length: 6 },
      (_, i) => `Chapter ${i} treats of topic number ${i} at some length and says word${i} often.`,
    );
    const { text } = report([A, B, ...rest].join('\n\n'), [...rest, A, B].join('\n\n'));
    expect(text.filter((line) => line.includes('— moved'))[1]).toBeUndefined();
    expect(text.some((line) => line.startsWith('c1 – c2: '))).toBe(true);
  });
});

describe('the change log as data', () => {
  const D = 'Every office keeps a register of the questions that it was asked, and publishes it once a year.';
  const E = 'A fund bears the cost of translation. Members pay into the fund according to the scale they agreed upon.';
  const F = 'The secretariat convenes a meeting in spring. The meeting reviews what was done and what was left undone.';
  const G = 'Each report is public. It stands on the website of the entity that wrote it for at least ten years.';
  const [e1, e2] = [
    'A fund bears the cost of translation.',
    'Members pay into the fund according to the scale they agreed upon.',
  ];

  /** Every kind of change at once. */
  const before = [`# Duties`, A, B, C, D, e1, e2, F, '# Means', G].join('\n\n');
  const [f1 = '', f2 = ''] = F.split(/(?<=\.) (?=The meeting)/u);
  const after = [
    '# Duties',
    G,
    A.replace('should', 'shall'),
    C,
    E,
    f1,
    f2,
    '# Means',
    'Nobody was ever asked before.',
    D,
  ].join('\n\n');

  test('keeps to its schema with every kind, and has lines on each side that a kind has', () => {
    const { data, log } = report(before, after, { all: true, reasons: [{ kind: 'not-public' }] });
    const parsed = changeLogSchema.parse(JSON.parse(JSON.stringify(data)));
    expect(new Set(parsed.changes.map(({ kind }) => kind))).toEqual(new Set(CHANGE_KINDS));
    for (const { kind, from, to } of parsed.changes) {
      expect([kind, from.length > 0, to.length > 0]).toEqual([kind, kind !== 'added', kind !== 'deleted']);
      for (const { startLine, endLine } of [...from, ...to])
        expect(endLine).toBeGreaterThanOrEqual(Math.max(1, startLine));
    }
    expect(log.changes.filter(({ kind }) => kind === 'split').map(({ to }) => to.length)).toEqual([2]);
  });

  test('the published schema takes it', () => {
    const { data } = report(before, after, { all: true });
    const published = JSON.parse(
      readFileSync(new URL('../../../templates/schemas/change-log.schema.json', import.meta.url), 'utf8'),
    );
    expect(z.fromJSONSchema(published).safeParse(JSON.parse(JSON.stringify(data))).error).toBeUndefined();
    const broken = { ...(data as object), changes: [{ id: 'c1' }] };
    expect(z.fromJSONSchema(published).safeParse(broken).success).toBe(false);
  });

  test('leaves unchanged passages out unless all are asked for', () => {
    const text = `${A}\n\n${B}`;
    const some = report(text, `${A}\n\n${C}`, { reasons: [{ kind: 'not-public' }] });
    expect((some.data as ChangeLog).changes.map(({ kind }) => kind)).toEqual(['deleted', 'added']);
    expect((report(text, text, { all: true }).data as ChangeLog).changes.map(({ kind }) => kind)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });
});
