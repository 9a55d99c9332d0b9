import { describe, expect, test } from 'vitest';
import { md } from '../../../src/formats/md.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { explorerData } from '../../../src/reports/explorer/data.ts';
import { explorer } from '../../../src/reports/explorer.ts';
import { contentHash } from '../../../src/text/fingerprint.ts';
import { PAGE_ASSETS } from '../../deep/browser.ts';
import { explorerContext, noteOf, sampleContext, workspaceOf } from './sample-explorer.ts';

const data = explorerData(sampleContext());
const input = (ref: string) => data.inputs.find((one) => one.ref === ref);

describe('the inputs of an explorer', () => {
  test('say what became of them, why, and where', () => {
    expect(input('first/africa#i1')).toEqual({
      ref: 'first/africa#i1',
      round: 'first',
      group: 'children',
      from: 'Alliance africa',
      on: '2022-09-14',
      kinds: ['gap'],
      codes: ['pillar/peace'],
      text: 'Ask us first. <script>alert(1)</script>',
      decision: 'accepted',
      reason: 'It binds now.',
      by: 'UNICEF',
      passages: ['p-consult'],
    });
  });

  test('without an answer have no decision', () => {
    expect(input('first/africa#i2')).not.toHaveProperty('decision');
  });

  test('that repeat another one are answered together with it, and nobody is told of a duplicate', () => {
    expect(input('first/africa#i3')).toMatchObject({ decision: 'together', together: 'first/africa#i1' });
    expect(JSON.stringify(data)).not.toContain('duplicate');
  });

  test('hold for the public nothing that was told to a narrower circle', () => {
    expect(JSON.stringify(data)).not.toMatch(/in confidence|first\/closed|Alliance closed/u);
    const withheld = data.inputs.filter((one) => one.withheld);
    expect(withheld.map(({ decision, reason, passages }) => [decision, reason, passages])).toEqual([
      ['accepted', undefined, undefined],
    ]);
    const inside = explorerData(sampleContext({ distribution: 'core-group' }));
    expect(JSON.stringify(inside)).toContain('A word in confidence.');
  });

  test('tell the reaction, and that the answer rests on a decision, but not outside the core group what it says', () => {
    const response = {
      decision: 'noted' as const,
      reason: 'It was weighed.',
      decisions: ['d2'],
      reaction: 'satisfied' as const,
    };
    const own = {
      ...workspaceOf([noteOf('answered', [{ text: 'Said.', response }])]),
      decisions: [
        {
          file: 'decisions/d2-secret.md',
          line: 1,
          frontMatter: { id: 'd2', date: '2022-10-01', stage: 'zero', title: 'A secret title' },
          text: 'Secret.',
        } as unknown as Workspace['decisions'][number],
      ],
    };
    const told = (distribution: 'public' | 'core-group') =>
      explorerData(explorerContext(['# One\n\nText. ^p-one'], own, { audience: { distribution } }));
    expect(told('public').inputs[0]).toMatchObject({
      reaction: 'satisfied',
      restsOn: ['Decision d2 of the core group, whose text is not public.'],
    });
    expect(JSON.stringify(told('public'))).not.toMatch(/secret/iu);
    expect(told('core-group').inputs[0]?.restsOn).toEqual(['Decision d2: A secret title']);
  });

  test('say to the core group who leads, and to nobody else', () => {
    const response = { decision: 'noted' as const, reason: 'It was weighed.', passages: ['p-one'] };
    const own = workspaceOf([noteOf('led', [{ text: 'Said.', response }])]);
    const workspace = { ...own, process: { ...own.process, 'core-group': [{ id: 'UNICEF', name: 'Fund' }] } };
    const leads = { ofPassage: new Map([['p-one', 'UNICEF']]), fedBy: new Map() };
    const told = (distribution: 'public' | 'core-group') =>
      explorerData({ ...explorerContext(['# One\n\nText. ^p-one'], workspace, { audience: { distribution } }), leads });
    expect(told('core-group')).toMatchObject({ leads: [{ id: 'UNICEF' }], inputs: [{ leads: ['UNICEF'] }] });
    expect(JSON.stringify(told('public'))).not.toContain('UNICEF');
  });

  test('name no group that the process does not know', () => {
    const own = workspaceOf([noteOf('odd', [{ text: 'Said.' }], { group: 'secret-name' })]);
    expect(explorerData(explorerContext(['# One\n\nText. ^p-one'], own)).inputs[0]).not.toHaveProperty('group');
  });

  test('say how far they have come where the workspace records which edits were made', () => {
    const response = { decision: 'accepted' as const, reason: 'Done.', passages: ['p-one'] };
    const own = workspaceOf([
      noteOf('edits', [
        { text: 'One.', response: { ...response, text: { 'p-one': 'aaaa' } } },
        { text: 'Two.', response: { ...response, text: { 'p-one': 'bbbb' } } },
        { text: 'Three.', response },
        { text: 'Four.', response: { decision: 'noted', reason: 'Known.' } },
      ]),
    ]);
    const context = { ...explorerContext(['# One\n\nText. ^p-one'], own), prints: new Map([['p-one', 'aaaa']]) };
    expect(explorerData(context).inputs.map(({ state }) => state)).toEqual(['done', 'suspect', 'pending', undefined]);
  });
});

describe('what inputs are chosen by', () => {
  test('is what they have, in the order of the process', () => {
    expect([data.rounds, data.groups, data.codes]).toEqual([
      [
        { id: 'first', title: 'First round' },
        { id: 'second', title: 'Second round' },
      ],
      [
        { id: 'children', title: 'Children' },
        { id: 'experts', title: 'Experts' },
      ],
      [{ id: 'pillar/peace', title: 'Pillar – Peace' }],
    ]);
  });
});

describe('the comparisons of an explorer', () => {
  test('are those of any two stages', () => {
    expect(data.redlines.map(({ from, to }) => `${from}–${to}`)).toEqual([
      'zero–second',
      'zero–advanced',
      'second–advanced',
    ]);
  });

  test('give back both wordings of every change', () => {
    const context = sampleContext();
    for (const [place, log] of context.logs.entries()) {
      for (const [index, change] of (data.redlines[place]?.changes ?? []).entries()) {
        const { runs } = change;
        const wordings = (sign: string) =>
          typeof runs === 'number'
            ? data.texts[runs]
            : runs
                .filter((run) => !run.startsWith(sign))
                .map((run) => run.slice(1))
                .join('');
        const words = log.changes[index]?.words ?? [];
        const side = (left: string) =>
          words
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        expect([wordings('-'), wordings('+')]).toEqual([side('deleted'), side('inserted')]);
      }
    }
  });

  test('mark which words changed', () => {
    const change = data.redlines[0]?.changes.find(({ ids }) => ids.includes('p-consult'));
    expect(change?.runs).toEqual([
      ' Entities ',
      '-should',
      '+shall',
      '  consult children before they plan programmes that concern them.',
    ]);
    expect(change?.reasons).toContainEqual({ input: 'first/africa#i1' });
  });

  test('say which changes of substance have neither an input nor a decision as their reason', () => {
    const open = data.redlines.flatMap(({ changes }) => changes.filter(({ unexplained }) => unexplained));
    expect(open.flatMap(({ ids }) => ids)).toContain('p-civil');
    expect(open.flatMap(({ ids }) => ids)).not.toContain('p-consult');
  });

  test('take a footnote for explained where the passage that bears its mark is', () => {
    const text = (note: string) =>
      `# One\n\nEntities must report on it[^a]. ^p-one\n\n[^a]: Within ${note} months of the decision.\n`;
    const open = (passages: string[]) => {
      const response = { decision: 'accepted' as const, reason: 'Sooner.', passages };
      const own = workspaceOf([noteOf('notes', [{ text: 'Sooner.', response }])]);
      const { redlines } = explorerData(explorerContext([text('six'), text('three')], own));
      return redlines[0]?.changes.filter(({ unexplained }) => unexplained).length;
    };
    expect([open(['p-one']), open(['p-other'])]).toEqual([0, 1]);
  });

  test('give a reason that is not public as such', () => {
    const fund = data.redlines[0]?.changes.find(({ ids }) => ids.includes('p-fund'));
    expect([fund?.reasons, fund?.unexplained]).toEqual([[{ words: 'The reason is not public.' }], undefined]);
  });
});

describe('the passages of an explorer', () => {
  test('are called as readers call them, also those that are gone', () => {
    expect(data.passages.map(({ id, gone }) => [id, gone])).toEqual([
      ['p-consult', undefined],
      ['p-report', undefined],
      ['p-fund', undefined],
      ['p-civil', 'Zero draft'],
    ]);
    for (const { name, words } of data.passages) expect([name === '', words === '']).toEqual([false, false]);
  });
});

describe('the Document of an explorer', () => {
  const { document } = explorer.build(sampleContext(), {});

  test('is for all formats but web pages a linear version', async () => {
    const text = new TextDecoder().decode(await md.render(document, PAGE_ASSETS));
    await expect(text).toMatchFileSnapshot('../../cases/reports/explorer/linear.md');
  });

  test('carries the draft and the data of the page', () => {
    expect(document.meta.explorer?.data).toEqual(data);
    expect(document.meta.explorer?.text).toHaveLength(1);
    expect(document.meta.kind).toBe('Explorer');
  });

  test('is the same for the same workspace', () => {
    expect(contentHash(JSON.stringify(explorer.build(sampleContext(), {})))).toBe(
      contentHash(JSON.stringify(explorer.build(sampleContext(), {}))),
    );
  });

  test('stays marked for a narrower circle where its draft is', () => {
    const context = sampleContext();
    const stages = context.stages.map((stage) => ({
      ...stage,
      document: { ...stage.document, meta: { ...stage.document.meta, distribution: 'core-group' as const } },
    })) as unknown as typeof context.stages;
    expect(explorer.build({ ...context, stages }, {}).document.meta.distribution).toBe('core-group');
  });
});
