import { describe, expect, test } from 'vitest';
import { md } from '../../../src/formats/md.ts';
import type { Assets } from '../../../src/model/contracts.ts';
import type { Process } from '../../../src/model/process.ts';
import type { Response } from '../../../src/model/response.ts';
import type { MatrixData, MatrixOptions } from '../../../src/reports/matrix/data.ts';
import { matrix } from '../../../src/reports/matrix.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import type { PassagePlace } from '../../../src/trace/passage-places.ts';

const PROCESS: Process = {
  penholder: 1,
  title: 'Example',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'first', title: 'First round' }],
  groups: [{ id: 'civil-society', title: 'Civil society' }],
};

function noteOf(name: string, keys: string, body: string) {
  const head = `---\nround: first\ndate: 2022-09-14\nmethod: written-input\ngroup: civil-society\n${keys}\n---\n`;
  const { note } = readConsultationNote(`${head}${body}`, `consultations/first/${name}.md`, PROCESS);
  if (note === undefined) throw new Error('The note does not hold.');
  return note;
}

const OPEN =
  'from: Open Coalition\ncapacity: institutional\nattribution: organisation\nquote: verbatim\ndistribution: public';
const CLOSED =
  'from: Closed Circle\ncapacity: institutional\nattribution: organisation\nquote: verbatim\ndistribution: core-group';

const NOTES = [
  noteOf(
    'open',
    OPEN,
    '## Data {#data}\n\n- Name budgets. #recommendation ^i1\n- Budgets again. #gap ^i2\n- Line 4: Unclear. #comment ^i3\n\n  Proposed change: Say who.\n',
  ),
  noteOf('closed', CLOSED, '## Points\n\n- Something for few ears. #gap ^i1\n'),
];

function response(note: string, entry: Response['entry']): Response {
  return { entry, note: `first/${note}`, inputRef: `first/${note}#${entry.input}`, file: 'x.yaml', line: 1 };
}

const RESPONSES = [
  response('open', {
    input: 'i1',
    decision: 'accepted',
    reason: 'Named now.',
    passages: ['p-b'],
    reaction: 'satisfied',
    by: 'OHCHR',
  }),
  response('open', { input: 'i2', decision: 'duplicate', reason: 'Said before.', 'duplicate-of': 'i1' }),
  response('closed', { input: 'i1', decision: 'noted', reason: 'Closed Circle will hear more.' }),
];

const PLACES = new Map<string, PassagePlace>([
  ['data', { heading: true, section: 'Data', sectionOrder: 0, title: 'Data', order: 0 }],
  ['p-b', { number: '12', heading: false, section: 'Money', sectionOrder: 1, title: 'Money', order: 1 }],
]);

const ASSETS: Assets = {
  ...{ picture: async () => undefined, shipped: async () => undefined, shippedIn: async () => [] },
  ...{ settings: {}, report: () => undefined },
};

function build(
  options: MatrixOptions = {},
  distribution: 'public' | 'core-group' = 'public',
  language = 'en',
  responses = RESPONSES,
) {
  const process = { ...PROCESS, language };
  const workspace = {
    ...{ prefix: '', process, notes: NOTES, responses },
    ...{ decisions: [], questionnaires: [], stakeholders: [], findings: [] },
  };
  const context = { workspace, audience: { distribution }, places: PLACES, prints: new Map<string, string>() };
  return matrix.build({ ...context, date: '2022-11-01' }, options);
}

async function textOf(...args: Parameters<typeof build>): Promise<string> {
  return new TextDecoder().decode(await md.render(build(...args).document, ASSETS));
}

describe('the comments matrix', () => {
  test('says what was said, what became of it and what its contributor says to that', async () => {
    const text = await textOf();
    expect(text).toContain('Inputs: 4, of which answered: 3.');
    expect(text).toContain('| **first/open#i1**<br>Open Coalition<br>Recommendation | Name budgets. |');
    expect(text).toContain('**Accepted**<br>Named now.<br>**See:** paragraph 12<br>OHCHR<br>**Reaction:** Satisfied');
    expect(text).toContain('Unclear.<br>**Proposed change:** Say who.');
    expect(text).toContain('No response yet');
  });

  test('totals come first, decisions against reactions', async () => {
    const text = await textOf();
    expect(text.indexOf('Totals')).toBeLessThan(text.indexOf('Name budgets'));
    expect(text).toMatch(/\| Accepted \|\s+1 \|\s+1 \|\s+0 \|\s+0 \|\s+0 \|/u);
    expect(text).toMatch(/\| All \|\s+4 \|\s+1 \|\s+0 \|\s+0 \|\s+3 \|/u);
  });

  test('by section: that of the answer, else that of the question, in the order of the text', async () => {
    const titles = [...(await textOf()).matchAll(/^### (.*)$/gmu)].map(([, title]) => title);
    expect(titles).toEqual(['Totals', 'Data (2)', 'Money (1)', 'Not about one section (1)']);
  });

  test('by contributor: who is not named comes last, together', async () => {
    const text = await textOf({ by: 'contributor' });
    expect([...text.matchAll(/^### (.*)$/gmu)].map(([, title]) => title)).toEqual([
      'Totals',
      'Open Coalition (3)',
      'Contributors who are not named (1)',
    ]);
    expect(text).not.toContain('Closed Circle');
    expect(text).not.toContain('few ears');
    expect(text).toContain('The reason is not public.');
  });

  test('nobody is told that an input repeats one whose words they may not know', async () => {
    const repeated = [
      response('open', { input: 'i2', decision: 'duplicate', reason: 'Said.', 'duplicate-of': 'first/closed#i1' }),
    ];
    const entries = (distribution: 'public' | 'core-group') => {
      const data = build({}, distribution, 'en', repeated).data as MatrixData;
      return data.groups.flatMap(({ inputs }) => inputs).filter(({ ref }) => ref === 'first/open#i2');
    };
    expect(entries('public')).toMatchObject([{ reason: 'Said.' }]);
    expect(entries('public')[0]).not.toHaveProperty('duplicate-of');
    expect(entries('core-group')).toMatchObject([{ 'duplicate-of': 'first/closed#i1' }]);
  });

  test('the core group reads what was given to it', async () => {
    const text = await textOf({ by: 'contributor' }, 'core-group');
    expect(text).toContain('Something for few ears.');
    expect(text).toContain('Closed Circle will hear more.');
  });

  test('a repeated input is told with the one it repeats, and never as a duplicate', async () => {
    const text = await textOf();
    expect(text).not.toMatch(/duplicate/iu);
    expect(text).toContain('**Together with:** first/open#i1');
  });

  test('filters choose inputs, and the data says the same', () => {
    const { data } = build({ by: 'round', filter: { decision: ['accepted'] } });
    expect(data).toMatchObject({
      by: 'round',
      inputs: 1,
      answered: 1,
      groups: [{ title: 'First round', inputs: [{ ref: 'first/open#i1', decision: 'accepted', passages: ['p-b'] }] }],
    });
  });

  test('nothing to show is said', async () => {
    expect(await textOf({ filter: { kind: ['barrier'] } })).toContain('No input matches what was asked for.');
  });

  test.each([
    ['fr', 'Tableau des contributions (par section)'],
    ['ar', 'مصفوفة التعليقات'],
    ['zh', '意见汇总表'],
    ['de', 'Comments matrix (by section)'],
  ])('speaks the language of the text: %s', async (language, words) => {
    expect(await textOf({}, 'public', language)).toContain(words);
  });
});
