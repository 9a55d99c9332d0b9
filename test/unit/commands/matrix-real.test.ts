/** 158 comments of six organisations on a certificate policy, answered from what its next draft shows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../../../src/commands/command-spec.ts';
import { run as ids } from '../../../src/commands/ids.ts';
import { run as ingest } from '../../../src/commands/ingest.ts';
import { run as matrix } from '../../../src/commands/matrix.ts';
import { run as report } from '../../../src/commands/report.ts';
import { readXlsx } from '../../../src/files/xlsx-read.ts';
import { writeXlsx } from '../../../src/files/xlsx-write.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import type { ResponseDecision } from '../../../src/model/vocabulary.ts';
import { memoryContext } from './memory-context.ts';

const DATA = process.env.PENHOLDER_TEST_DATA ?? '';
const POLICY = join(DATA, 'policy/us-public-trust-cp');
const COMMENTS = join(DATA, 'comments/us-public-trust-cp-comments-partA.xlsx');
const [BEFORE, AFTER] = ['v1-v0.1-2017-09-22-draft-for-comment.md', 'v2-v0.2-2018-08-01-second-draft.md'];

const PROCESS = `penholder: 1
title: Public trust certificate policy
name: cp
language: en
core-group: [{ id: policy-authority, name: Policy authority }]
stages: [{ id: zero, title: Draft for comment }, { id: second, title: Second draft, after: [first] }]
rounds: [{ id: first, title: Public comments }]
groups: [{ id: industry, title: Industry and agencies }]
`;

interface Answer {
  readonly decision: ResponseDecision;
  readonly reason: string;
  /** Words that show in the later text which passage it is about. */
  readonly words?: string;
}

/** What a person would say who has both texts side by side; each holds only where the texts show it. */
const BY_HAND: readonly {
  readonly who: RegExp;
  readonly says: RegExp;
  readonly shown: (before: string, after: string) => boolean;
  readonly answer: Answer;
}[] = [
  {
    who: /Perry/u,
    says: /"adn"/u,
    shown: (before, after) => /\badn\b/u.test(before) && !/\badn\b/u.test(after),
    answer: { decision: 'accepted', reason: 'The typing error is corrected.' },
  },
  {
    who: /Perry/u,
    says: /version numbers/u,
    shown: (before, after) => before.includes('Version 1.4.9') && !after.includes('1.4.9'),
    answer: { decision: 'accepted', reason: 'The policy names the requirements without a version number.' },
  },
  {
    who: /Perry/u,
    says: /Auditor and Audit Administrator/u,
    shown: (before, after) => before.includes('Audit Administrator') && !after.includes('Audit Administrator'),
    answer: {
      decision: 'accepted-in-part',
      reason: 'One name is used for the role now; it is the other one of the two.',
      words: 'Auditor',
    },
  },
  {
    who: /NSA/u,
    says: /not a real comment/u,
    shown: () => true,
    answer: { decision: 'out-of-scope', reason: 'The remark asks for no change, as its author says.' },
  },
  {
    who: /FPKIMA/u,
    says: /Missing acronyms/u,
    shown: (before, after) =>
      ['CT', 'SCT', 'HTTP', 'HTTPS'].every((name) => !before.includes(`| ${name} |`) && after.includes(`| ${name} |`)),
    answer: { decision: 'accepted', reason: 'All four acronyms are in the list now.' },
  },
  {
    who: /DHA/u,
    says: /RFC 6818/u,
    shown: (_, after) => !after.includes('6818'),
    answer: {
      decision: 'not-accepted',
      reason: 'The later standard is not cited; the policy stays with the earlier one.',
    },
  },
];

type Grams = ReadonlySet<string>;

function gramsOf(text: string): Grams {
  const words = text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

function share(of: Grams, known: Grams): number {
  return [...of].filter((gram) => known.has(gram)).length / Math.max(1, of.size);
}

/** By rule: what was proposed stands in the later text and did not in the earlier one, or in neither. */
function byRule(change: string, before: Grams, after: Grams): Answer | undefined {
  const wanted = gramsOf(change);
  if (wanted.size < 8) return undefined;
  const [then, now] = [share(wanted, before), share(wanted, after)];
  if (now >= 0.7 && now - then >= 0.2)
    return { decision: 'accepted', reason: 'The second draft has the wording that was proposed.', words: change };
  if (now - then >= 0.14)
    return {
      decision: 'accepted-in-part',
      reason: 'The second draft takes up part of the wording that was proposed.',
      words: change,
    };
  if (wanted.size >= 12 && Math.abs(now - then) <= 0.02 && now < 0.5)
    return { decision: 'not-accepted', reason: 'The second draft reads in this place as the first one did.' };
  return undefined;
}

/** The passage of the text that has the most of some words. */
function passageWith(words: string, text: string): string | undefined {
  const wanted = gramsOf(words);
  const passages = [...text.matchAll(/^(.*) \^(p-[a-z0-9]+)$/gmu)].map(([, passage = '', id = '']) => ({
    id,
    score: wanted.size === 0 ? Number(passage.includes(words)) : share(wanted, gramsOf(passage)),
  }));
  return passages.reduce<{ id?: string; score: number }>((best, one) => (one.score > best.score ? one : best), {
    score: 0,
  }).id;
}

async function sheetOf(bytes: Uint8Array): Promise<string[][]> {
  const reading = readXlsx(bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  const rows: string[][] = [];
  for await (const { cells } of reading.sheets[0]?.rows() ?? []) rows.push([...cells]);
  return rows;
}

describe.skipIf(!existsSync(COMMENTS))('158 real comments (needs PENHOLDER_TEST_DATA)', () => {
  const before = existsSync(COMMENTS) ? readFileSync(join(POLICY, BEFORE), 'utf8') : '';
  const after = existsSync(COMMENTS) ? readFileSync(join(POLICY, AFTER), 'utf8') : '';
  let world: MemoryWorld;
  let answers: ReadonlyMap<string, Answer>;
  let imported = '';

  async function call(run: Run, args: readonly string[], options: Record<string, unknown> = {}): Promise<string> {
    const { context, said, printed } = memoryContext(world);
    expect(await run({ args, options }, context), said()).toBe(0);
    return `${printed()}\n${said()}`;
  }

  beforeAll(async () => {
    const text = `---\nid: policy\ntitle: Certificate policy\n---\n\n${after}`;
    const named = { '/workspace/comments.xlsx': readFileSync(COMMENTS) };
    world = memoryWorld({ files: { 'penholder.yaml': PROCESS, 'drafts/policy.md': text }, named, today: '2018-08-01' });
    const flags = { round: 'first', group: 'industry', method: 'written-input', date: '2017-11' };
    const promised = { attribution: 'organisation', quote: 'verbatim', distribution: 'public', yes: true };
    await call(ingest, ['comments.xlsx'], { ...flags, ...promised });
    await call(ids, []);
    await call(matrix, ['export'], { distribution: 'core-group', out: 'build/m.xlsx' });
    const exported = await sheetOf(world.files()['/workspace/build/m.xlsx'] ?? new Uint8Array());
    answers = answer(exported);
    const sheet = exported.map((row) => row.map((cell) => cell));
    await world.apply({
      ...{ renames: [], deletes: [], tags: [] },
      writes: [{ path: '/workspace/m.xlsx', bytes: writeXlsx([{ name: 'S', rows: sheet }]), mode: 'new' }],
    });
    imported = await call(matrix, ['import', 'm.xlsx'], { by: 'policy-authority' });
  }, 60_000);

  /** Fills in the rows that the texts give an answer to. */
  function answer([head = [], ...rows]: string[][]): ReadonlyMap<string, Answer> {
    const at = (title: string) => head.indexOf(title);
    const [then, now] = [gramsOf(before), gramsOf(after)];
    const text = world.text('drafts/policy.md') ?? '';
    const given = new Map<string, Answer>();
    for (const row of rows) {
      const [said = '', change = '', who = ''] = ['What was said', 'Proposed change', 'Contributor'].map(
        (title) => row[at(title)] ?? '',
      );
      const hand = BY_HAND.find((one) => one.who.test(who) && one.says.test(said) && one.shown(before, after));
      const found = hand?.answer ?? byRule(change, then, now);
      if (found === undefined) continue;
      row[at('Decision')] = found.decision;
      row[at('Reason')] = found.reason;
      const passage = found.words === undefined ? undefined : passageWith(found.words, text);
      if (passage !== undefined) row[at('Passages')] = passage;
      given.set(row[at('Input')] ?? '', found);
    }
    return given;
  }

  test('at least thirty are answered from the texts, six of them by hand', () => {
    expect(answers.size).toBeGreaterThanOrEqual(30);
    const hand = new Set(BY_HAND.map((one) => one.answer));
    expect([...answers.values()].filter((one) => hand.has(one))).toHaveLength(BY_HAND.length);
    const decisions = new Set([...answers.values()].map(({ decision }) => decision));
    expect(decisions).toEqual(new Set(['accepted', 'accepted-in-part', 'not-accepted', 'out-of-scope']));
  });

  test('exactly those come back into the workspace', async () => {
    expect(imported).toContain(`${answers.size} answered, 0 changed, ${158 - answers.size} as before.`);
    const listed = JSON.parse(await call(report, ['matrix'], { to: ['json'] })) as {
      groups: { inputs: { ref: string; decision?: string; reason?: string }[] }[];
    };
    const all = listed.groups.flatMap(({ inputs }) => inputs);
    expect(all).toHaveLength(158);
    for (const { ref, decision, reason } of all) {
      expect({ ref, decision, reason }).toEqual({
        ref,
        decision: answers.get(ref)?.decision,
        reason: answers.get(ref)?.reason,
      });
    }
  });

  test.each(['penholder', 'iso', 'w3c', 'oasis'])(
    'and nothing more when they go out and come in again, as %s',
    async (shape) => {
      const files = Object.entries(world.files()).filter(([path]) => path.startsWith('consultations/'));
      const out = `build/${shape}.csv`;
      await call(matrix, ['export'], { to: ['csv'], shape, out });
      expect(await call(matrix, ['import', out])).toContain('0 answered, 0 changed, 158 as before.');
      expect(Object.entries(world.files()).filter(([path]) => path.startsWith('consultations/'))).toEqual(files);
    },
  );

  test('the matrix by contributor has each organisation with its number of comments', async () => {
    const text = await call(report, ['matrix'], { to: ['md'], by: 'contributor' });
    for (const title of [
      'Scott S. Perry CPA, PLLC (21)',
      'FPKIMA (81)',
      'Army CIO/G-6 (4)',
      'NSA (44)',
      'SSA (3)',
      'DHA (5)',
    ])
      expect(text).toContain(`### ${title}`);
    expect(text).toContain(`Inputs: 158, of which answered: ${answers.size}.`);
  });

  test('places that the comments name stand in columns of their own', async () => {
    await call(matrix, ['export'], { to: ['xlsx'], shape: 'iso', out: 'build/iso.xlsx' });
    const [, ...rows] = await sheetOf(world.files()['/workspace/build/iso.xlsx'] ?? new Uint8Array());
    const clauses = rows.map((row) => row[2] ?? '');
    expect(clauses.filter((clause) => /\d/u.test(clause)).length).toBeGreaterThan(140);
    expect(clauses).toContain('1.1');
  });
});
