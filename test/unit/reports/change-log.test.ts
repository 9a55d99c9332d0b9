import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import type { Reason } from '../../../src/model/change-log.ts';
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

function report(from: string, to: string, options: { language?: string; reasons?: Reason[]; all?: boolean } = {}) {
  const { language = 'en', reasons = [], all = false } = options;
  const [earlier, later] = [read(from, language), read(to, language)];
  const log = compareDocuments(earlier, later, {
    from: { id: 'zero', title: 'Zero draft', commit: '0123456789abcdef', date: '2022-10-01T10:00:00Z' },
    to: { id: 'second', title: 'Second draft' },
    reasons: () => reasons,
  });
  const built = changeLog.build({ log, meta: later.meta }, { all });
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
    expect(text.find((line) => line.startsWith('c1 Duties'))).toMatch(
      /^c1 Duties, paragraph 1 — edited, binding force changed, substantive$/u,
    );
    expect(document.meta.kind).toBe('Change log');
  });

  test('tells place, kind, words and that no reason is recorded', () => {
    const { text } = report(from, to);
    const start = text.indexOf('Duties');
    expect(text.slice(start)).toEqual([
      'Duties',
      'c1: Duties, paragraph 1 — edited, binding force changed, substantive',
      'Entities [-should-]{+shall+} consult children before they plan programmes …',
      'Why: No reason is recorded.',
      'c2: Duties, former paragraph 2 — gone, substantive',
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
    expect(text.join()).toContain('force obligatoire modifiée');
  });

  test('says so where nothing changed', () => {
    expect(report(from, from).text).toContain('Nothing changed.');
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
  test('keeps to its schema, and leaves unchanged passages out unless all are asked for', () => {
    const text = `${A}\n\n${B}`;
    const some = report(text, `${A}\n\n${C}`, { reasons: [{ kind: 'not-public' }] });
    const parsed = changeLogSchema.parse(JSON.parse(JSON.stringify(some.data)));
    expect(parsed.changes.map(({ kind }) => kind)).toEqual(['deleted', 'added']);
    const all = changeLogSchema.parse(JSON.parse(JSON.stringify(report(text, text, { all: true }).data)));
    expect(all.changes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });
});
