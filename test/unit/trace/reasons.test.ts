import { describe, expect, test } from 'vitest';
import type { PassageRef } from '../../../src/model/change-log.ts';
import type { ConsultationNote, Visibility } from '../../../src/model/consultation-note.ts';
import type { Response } from '../../../src/model/response.ts';
import { type ChangedPassages, decisionsBehind, type ReasonSources, reasonsFor } from '../../../src/trace/reasons.ts';

const PASSAGE: PassageRef = {
  file: 'drafts/40.md',
  startLine: 3,
  endLine: 3,
  id: 'p-7k2m9qd',
  type: 'paragraph',
  section: 'Participation',
  order: 4,
};
const CHANGE: ChangedPassages = { from: [], to: [PASSAGE] };

function note(
  visibility: Partial<Visibility> = {},
  frontMatter: Partial<ConsultationNote['frontMatter']> = {},
): ConsultationNote {
  return {
    id: 'first/africa',
    file: 'consultations/first/africa.md',
    frontMatter: {
      round: 'first',
      date: '2022-09-14',
      method: 'online-discussion',
      group: 'children',
      from: 'Africa regional consultation',
      capacity: 'institutional',
      attribution: 'organisation',
      quote: 'paraphrase',
      distribution: 'public',
      ...frontMatter,
    },
    inputs: [
      {
        id: 'i1',
        ref: 'first/africa#i1',
        kinds: ['barrier'],
        codes: [],
        text: 'Nobody asks us.',
        visibility: {
          distribution: 'public',
          attribution: 'organisation',
          quote: 'paraphrase',
          chathamHouse: false,
          ...visibility,
        },
        line: 20,
        endLine: 20,
      },
    ],
  };
}

function response(decision: Response['entry']['decision'] = 'accepted', passages = ['p-7k2m9qd']): Response {
  return {
    entry: { input: 'i1', decision, reason: 'The obligation now falls on programme design.', passages },
    note: 'first/africa',
    inputRef: 'first/africa#i1',
    file: 'consultations/first/africa.responses.yaml',
    line: 1,
  };
}

function reasons(sources: Partial<ReasonSources>, change = CHANGE) {
  return reasonsFor({
    responses: [response()],
    notes: [note()],
    decisions: [],
    commits: [],
    process: {
      stages: [{ id: 'zero', title: 'Zero draft' }],
      rounds: [{ id: 'first' }],
      groups: [{ id: 'children', title: 'Children and young people' }],
    },
    audience: { distribution: 'public' },
    ...sources,
  })(change);
}

describe('inputs', () => {
  test('a response that names a passage of the change is a reason', () => {
    expect(reasons({})).toEqual([
      {
        kind: 'input',
        input: 'first/africa#i1',
        decision: 'accepted',
        from: 'Africa regional consultation',
        reason: 'The obligation now falls on programme design.',
        distribution: 'public',
      },
    ]);
  });

  test('one that names the table a row stands in is one too', () => {
    const row: PassageRef = { ...PASSAGE, type: 'tableRow', within: ['p-table01'] };
    expect(reasons({ responses: [response('accepted', ['p-table01'])] }, { from: [row], to: [] })).toHaveLength(1);
  });

  test('one that names another passage, or declines, is none', () => {
    expect(reasons({ responses: [response('accepted', ['p-other01'])] })).toEqual([]);
    expect(reasons({ responses: [response('not-accepted'), response('noted')] })).toEqual([]);
  });

  test.each([
    ['group', 'Children and young people'],
    ['organisation', 'Africa regional consultation'],
    ['named', 'Africa regional consultation'],
    ['none', undefined],
  ] as const)('attribution %s names %s', (attribution, from) => {
    expect(reasons({ notes: [note({ attribution })] })[0]).toHaveProperty('kind', 'input');
    expect(reasons({ notes: [note({ attribution })] })[0]).toEqual(
      from === undefined ? expect.not.objectContaining({ from: expect.anything() }) : expect.objectContaining({ from }),
    );
  });

  test('a person who speaks in a personal capacity, or does not say, is not named as an organisation', () => {
    for (const capacity of ['personal', undefined] as const) {
      const { capacity: _known, ...rest } = note().frontMatter;
      const frontMatter = capacity === undefined ? rest : { ...rest, capacity };
      expect(reasons({ notes: [{ ...note(), frontMatter }] })[0]).not.toHaveProperty('from');
    }
  });

  test('a note that may not be named is not named by its file either', () => {
    const anonymous = reasons({
      notes: [note({ attribution: 'none' }, { attribution: 'none', 'chatham-house': false })],
    })[0];
    expect(anonymous).toHaveProperty('input', expect.stringMatching(/^first\/withheld-[0-9a-f]{7}#i1$/u));
    const house = reasons({
      notes: [note({ chathamHouse: true, attribution: 'named' as const }, { 'chatham-house': true })],
      audience: { distribution: 'core-group' },
    })[0];
    expect(house).toHaveProperty('input', expect.stringMatching(/^first\/withheld-[0-9a-f]{7}#i1$/u));
  });

  test('under the Chatham House Rule nobody is named to anyone', () => {
    const sources = {
      notes: [note({ chathamHouse: true, attribution: 'named' as const })],
      audience: { distribution: 'custodian' as const },
    };
    expect(reasons(sources)[0]).not.toHaveProperty('from');
  });
});

describe('what the audience may not see', () => {
  test.each<[string, Partial<Visibility>]>([
    ['under the Chatham House Rule', { chathamHouse: true }],
    ['whose words may not be quoted', { quote: 'no' }],
    ['for custodians only', { distribution: 'custodian' }],
  ])('is the answer to an input %s: its reason would tell', (_, visibility) => {
    expect(reasons({ notes: [note(visibility)] })).toEqual([{ kind: 'not-public' }]);
  });

  test('becomes one reason that says no more than that', () => {
    const notes = [note({ distribution: 'core-group' })];
    expect(reasons({ notes, responses: [response(), response('duplicate')] })).toEqual([{ kind: 'not-public' }]);
    expect(reasons({ notes, audience: { distribution: 'core-group' } })).toHaveLength(1);
    expect(reasons({ notes, audience: { distribution: 'core-group' } })[0]).toHaveProperty('kind', 'input');
  });

  test('is the answer to another input as well, where it names who may not be named', () => {
    const house = note({ chathamHouse: true }, { 'chatham-house': true, from: 'The Unicorn Fund' });
    const other = { ...house, id: 'first/other', file: 'consultations/first/other.md', inputs: [] };
    const answer = response();
    const naming = { ...answer, entry: { ...answer.entry, reason: 'So says the unicorn fund’s letter.' } };
    const sources = { notes: [note(), other], responses: [naming] };
    expect(reasons(sources)).toEqual([{ kind: 'not-public' }]);
    expect(reasons({ ...sources, responses: [answer] })[0]).toHaveProperty('kind', 'input');
  });

  test('an input nobody knows is not public', () => {
    expect(reasons({ notes: [] })).toEqual([{ kind: 'not-public' }]);
  });

  test('a decision is for the core group unless it says otherwise', () => {
    const decision = {
      file: 'decisions/d1.md',
      frontMatter: { id: 'd1', title: 'On scope', date: '2022-10-01', passages: ['p-7k2m9qd'] },
      body: '',
    };
    const open = { ...decision, frontMatter: { ...decision.frontMatter, distribution: 'public' as const } };
    expect(reasons({ responses: [], decisions: [decision] })).toEqual([
      { kind: 'decision', decision: 'd1', distribution: 'core-group' },
    ]);
    expect(reasons({ responses: [], decisions: [open] })).toEqual([
      { kind: 'decision', decision: 'd1', title: 'On scope', distribution: 'public' },
    ]);
  });

  test('a decision whose title names somebody goes without it for those who may not know of them', () => {
    const frontMatter = {
      id: 'd1',
      title: 'On the Africa Regional Consultation',
      date: '2022-10-01',
      passages: ['p-7k2m9qd'],
    };
    const decisions = [{ file: 'decisions/d1.md', frontMatter, body: '' }];
    const told = (distribution: 'core-group' | 'custodian') =>
      reasons({
        responses: [],
        notes: [note({}, { distribution: 'custodian' })],
        decisions,
        audience: { distribution },
      });
    expect(told('core-group')).toEqual([{ kind: 'decision', decision: 'd1', distribution: 'core-group' }]);
    expect(told('custodian')).toMatchObject([{ title: 'On the Africa Regional Consultation' }]);
  });
});

describe('commits', () => {
  const commit = (id: string, subject: string, paths = ['drafts/40.md']) => ({
    id,
    subject,
    body: '',
    date: '2022-10-12',
    paths,
  });

  test('those that name the passage', () => {
    const commits = [commit('a1', 'Reword p-7k2m9qd.'), commit('b2', 'Reword p-7k2m9qdx')];
    expect(reasons({ responses: [], commits })).toEqual([
      { kind: 'commit', commit: 'a1', subject: 'Reword p-7k2m9qd.', date: '2022-10-12', named: true },
    ]);
  });

  test('without their subjects where notes or decisions hold what the public may not know', () => {
    const commits = [commit('a1', 'Reword p-7k2m9qd after the interview')];
    const notes = [note({ distribution: 'core-group' }, { distribution: 'core-group' })];
    expect(reasons({ responses: [], commits, notes })).toEqual([
      { kind: 'commit', commit: 'a1', date: '2022-10-12', named: true },
    ]);
  });

  test('without the subjects that name, to the core group, what is kept from it', () => {
    const audience = { distribution: 'core-group' as const };
    const house = note({ chathamHouse: true }, { 'chatham-house': true });
    const notes = [{ ...house, id: 'first/unicorn', file: 'consultations/first/unicorn.md' }];
    const commits = [commit('a1', 'Reword p-7k2m9qd after Unicorn'), commit('b2', 'Split p-7k2m9qd')];
    expect(reasons({ responses: [], commits, notes, audience })).toEqual([
      { kind: 'commit', commit: 'a1', date: '2022-10-12', named: true },
      { kind: 'commit', commit: 'b2', subject: 'Split p-7k2m9qd', date: '2022-10-12', named: true },
    ]);
  });

  test('else the only one that touched the file, and none where several did', () => {
    expect(
      reasons({ responses: [], commits: [commit('a1', 'Reword'), commit('b2', 'Other', ['drafts/50.md'])] }),
    ).toHaveLength(1);
    expect(reasons({ responses: [], commits: [commit('a1', 'Reword'), commit('b2', 'Reword again')] })).toEqual([]);
  });
});

test('a response brings the decisions it rests on, and those that decide on its input', () => {
  const decision = (id: string, more: object = {}) => ({
    file: `decisions/${id}.md`,
    body: '',
    frontMatter: { id, title: `Secret of ${id}`, date: '2022-11-14', ...more },
  });
  const decisions = [decision('d1'), decision('d2', { decides: ['first/africa#i1'] }), decision('d3')];
  const one = response();
  const cited = { ...one, entry: { ...one.entry, decisions: ['d3', 'd9'] } };
  expect(decisionsBehind(decisions)(cited).map(({ frontMatter }) => frontMatter.id)).toEqual(['d3', 'd2']);
  const reasons = (distribution: 'public' | 'core-group') =>
    reasonsFor({
      responses: [cited],
      notes: [note()],
      decisions,
      commits: [],
      process: { stages: [] },
      audience: { distribution },
    })(CHANGE);
  expect(reasons('public').map(({ kind }) => kind)).toEqual(['input', 'decision', 'decision']);
  expect(JSON.stringify(reasons('public'))).not.toContain('Secret');
  expect(JSON.stringify(reasons('core-group'))).toContain('Secret of d3');
});
