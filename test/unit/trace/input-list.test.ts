import { describe, expect, it } from 'vitest';
import type { ConsultationNote, Input, NoteFrontMatter, Visibility } from '../../../src/model/consultation-note.ts';
import { processSchema } from '../../../src/model/process.ts';
import type { Response } from '../../../src/model/response.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { contentHash } from '../../../src/text/fingerprint.ts';
import { type InputFilter, listInputs } from '../../../src/trace/input-list.ts';

const OPEN: Visibility = {
  distribution: 'public',
  attribution: 'organisation',
  quote: 'verbatim',
  chathamHouse: false,
};
const process = processSchema.parse({
  penholder: 1,
  title: 't',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero' }],
  rounds: [{ id: 'second' }, { id: 'first' }],
  groups: [{ id: 'children', title: 'Children' }],
});

const REGIONS = { ...process, regions: [{ id: 'africa', title: 'Africa' }] };

function note(
  name: string,
  visibilities: readonly Partial<Visibility>[],
  more: Partial<NoteFrontMatter> = {},
): ConsultationNote {
  const frontMatter: NoteFrontMatter = {
    round: 'first',
    date: '2022',
    method: 'survey',
    group: 'children',
    from: `Alliance ${name}`,
    region: 'africa',
    capacity: 'institutional',
    ...more,
  };
  const id = `${frontMatter.round}/${name}`;
  const inputs = visibilities.map(
    (visibility, index): Input => ({
      id: `i${index + 1}`,
      ref: `${id}#i${index + 1}`,
      kinds: index === 0 ? ['gap'] : ['barrier'],
      codes: ['pillar/peace'],
      text: `Secret words of ${name}`,
      heading: `Heading of ${name}`,
      question: `q${index + 1}`,
      visibility: { ...OPEN, ...visibility },
      line: 10 + index,
      endLine: 10 + index,
    }),
  );
  return { id, file: `consultations/${id}.md`, frontMatter, inputs };
}

const answer = (inputRef: string): Response => ({
  entry: { input: inputRef.split('#')[1] ?? '', decision: 'accepted', reason: 'Secret reason', passages: ['p-1'] },
  note: inputRef.split('#')[0] ?? '',
  inputRef,
  file: 'x.responses.yaml',
  line: 1,
});
const workspace = (notes: readonly ConsultationNote[], answered: readonly string[] = []): Workspace => ({
  prefix: '',
  process,
  notes,
  responses: answered.map(answer),
  decisions: [],
  questionnaires: [],
  stakeholders: [],
  findings: [],
});
const refs = (space: Workspace, filter: InputFilter = {}): readonly string[] =>
  listInputs(space, filter, { distribution: 'custodian' }).map(({ ref }) => ref);

describe('filters', () => {
  const space = workspace(
    [note('b', [{}, {}]), note('a', [{}]), note('z', [{}], { round: 'second', region: 'asia' })],
    ['first/b#i2'],
  );

  it('are all optional; order is that of the rounds, then of names and places', () => {
    expect(refs(space)).toEqual(['second/z#i1', 'first/a#i1', 'first/b#i1', 'first/b#i2']);
  });

  it.each<[InputFilter, readonly string[]]>([
    [{ unanswered: true, round: ['first'] }, ['first/a#i1', 'first/b#i1']],
    [{ region: ['asia', 'mena'] }, ['second/z#i1']],
    [{ kind: ['barrier'] }, ['first/b#i2']],
    [{ note: ['first/a'] }, ['first/a#i1']],
    [{ question: ['q2'] }, ['first/b#i2']],
    [{ decision: ['accepted'] }, ['first/b#i2']],
    [{ decision: ['noted'] }, []],
    [{ group: ['states'] }, []],
    [{ code: ['pillar/peace'], kind: [] }, ['second/z#i1', 'first/a#i1', 'first/b#i1', 'first/b#i2']],
  ])('hold together: %j', (filter, expected) => {
    expect(refs(space, filter)).toEqual(expected);
  });
});

describe('what the public sees', () => {
  const rows = (visibility: Partial<Visibility>, more: Partial<NoteFrontMatter> = {}) =>
    listInputs(workspace([note('unicorn', [visibility], more)], ['first/unicorn#i1']), {}, { distribution: 'public' });

  it('is not which answers to a survey are of one respondent', () => {
    const survey = note('survey', [{}, {}, {}, {}]);
    const ids = ['iq', 'ib', 'ic', 'ia'];
    const inputs = survey.inputs.map((input, index) => ({
      ...input,
      ref: `first/survey#${ids[index]}`,
      question: `q${(index % 2) + 1}`,
      respondent: index < 2 ? 'r1' : 'r2',
    }));
    const list = (distribution: 'public' | 'custodian') =>
      listInputs(workspace([{ ...survey, inputs }]), {}, { distribution });
    expect(list('public').map(({ ref, line }) => [ref.slice(-2), line])).toEqual([
      ['ic', undefined],
      ['iq', undefined],
      ['ia', undefined],
      ['ib', undefined],
    ]);
    expect(list('custodian').map(({ line }) => line)).toEqual([10, 11, 12, 13]);
  });

  it('is all of it where all is allowed', () => {
    expect(rows({})).toMatchObject([
      { ref: 'first/unicorn#i1', from: 'Alliance unicorn', text: 'Secret words of unicorn', region: 'africa' },
    ]);
    expect(rows({})[0]?.response).toEqual({ decision: 'accepted', reason: 'Secret reason', passages: ['p-1'] });
  });

  it.each<[string, Partial<Visibility>]>([
    ['distribution', { distribution: 'core-group' }],
    ['attribution', { attribution: 'none' }],
    ['the Chatham House Rule', { chathamHouse: true }],
  ])('names nobody where %s forbids it', (_, visibility) => {
    const [row] = rows(visibility);
    expect(row?.ref).toMatch(/^first\/withheld-[0-9a-f]{7}#i1$/u);
    const rest = JSON.stringify({ ...row, text: '' });
    expect(rest).not.toMatch(/unicorn|africa|children|2022/u);
  });

  it('withholds words and reasons that may not be passed on, and says so', () => {
    for (const visibility of [{ distribution: 'custodian' }, { quote: 'no' }] as const) {
      const [row] = rows(visibility);
      expect(row?.text).toMatch(/^Withheld: /u);
      expect(row?.response).toEqual({ decision: 'accepted' });
      expect(row).toMatchObject({ kinds: [], codes: [] });
      expect(row).not.toHaveProperty('question');
      expect(row).not.toHaveProperty('heading');
    }
  });

  it('withholds reason and author of the response to what was said under the Chatham House Rule', () => {
    expect(rows({ chathamHouse: true })[0]?.response).toEqual({ decision: 'accepted' });
  });

  it('leaves what was quoted out of a paraphrase, and passes on no paraphrase of what contributors wrote', () => {
    const said = (method: NoteFrontMatter['method']) => {
      const one = note('unicorn', [{ quote: 'paraphrase' }], { method });
      const inputs = one.inputs.map((input) => ({ ...input, text: 'They said “never again” and left.' }));
      return listInputs(workspace([{ ...one, inputs }]), {}, { distribution: 'public' })[0];
    };
    expect(said('interview')).toMatchObject({ text: 'They said […] and left.', words: 'paraphrase' });
    expect(said('written-input')?.text).toMatch(/^Withheld: /u);
  });

  it('does not name a group-attributed note whose name tells more than its group', () => {
    const refs = ['africa-children', 'unicef-interview', 'state-a'].map(
      (name) =>
        listInputs(
          { ...workspace([note(name, [{ attribution: 'group' }])]), process: REGIONS },
          {},
          { distribution: 'public' },
        )[0]?.ref,
    );
    expect(refs).toEqual([
      'first/africa-children#i1',
      expect.stringMatching(/withheld/u),
      expect.stringMatching(/withheld/u),
    ]);
  });

  it('does not give a narrowed input of a named note away by the gap it leaves', () => {
    const [named, narrowed] = listInputs(
      workspace([
        note('unicorn', [{}, { attribution: 'none' }], {
          attribution: 'named',
          'chatham-house': false,
          distribution: 'public',
          quote: 'verbatim',
        }),
      ]),
      {},
      { distribution: 'public' },
    );
    expect(named?.ref).toBe('first/unicorn#i1');
    expect(narrowed?.ref).toMatch(/^first\/withheld-[0-9a-f]{7}#i[0-9a-f]{5}$/u);
  });

  it('names the group only, or nobody who speaks for themselves', () => {
    expect(rows({ attribution: 'group' })[0]?.from).toBe('Children');
    expect(rows({}, { capacity: 'personal' })[0]).not.toHaveProperty('from');
    expect(rows({ attribution: 'named' }, { capacity: 'personal' })[0]?.from).toBe('Alliance unicorn');
  });

  it('does not tell by a filter what the rows leave out', () => {
    const space = workspace([note('unicorn', [{ chathamHouse: true }])]);
    expect(listInputs(space, { region: ['africa'] }, { distribution: 'public' })).toEqual([]);
    expect(listInputs(space, { note: ['first/unicorn'] }, { distribution: 'public' })).toEqual([]);
    expect(listInputs(space, { group: ['children'] }, { distribution: 'public' })).toEqual([]);
    expect(listInputs(space, { round: ['first'] }, { distribution: 'public' })).toHaveLength(1);
    const undeclared = workspace([note('unicorn', [{ chathamHouse: true }], { round: 'geneva' })]);
    expect(listInputs(undeclared, { round: ['geneva'] }, { distribution: 'public' })).toEqual([]);
    expect(listInputs(undeclared, { round: ['geneva'] }, { distribution: 'custodian' })).toHaveLength(1);
    const closed = workspace([note('unicorn', [{ distribution: 'custodian' }])]);
    for (const filter of [{ kind: ['gap'] }, { code: ['pillar/peace'] }, { question: ['q1'] }])
      expect(listInputs(closed, filter, { distribution: 'public' })).toEqual([]);
  });
});

describe('what custodians see', () => {
  it('is all of it, with the ref by which the public knows it', () => {
    const space = workspace([
      note('unicorn', [{ distribution: 'custodian' }]),
      note('open', [{ attribution: 'named' }]),
    ]);
    const rows = listInputs(space, {}, { distribution: 'custodian' });
    const known = listInputs(space, {}, { distribution: 'public' }).map(({ ref }) => ref);
    expect(rows.map(({ ref }) => ref)).toEqual(['first/open#i1', 'first/unicorn#i1']);
    expect(rows.map(({ ref, publicRef }) => publicRef ?? ref)).toEqual(known);
  });

  it('is what nobody can get to from a mask by guessing names', () => {
    const masks = ['unicorn', 'ministry'].map((name) => {
      const one = note(name, [{ distribution: 'custodian' }], { from: name, region: name });
      const inputs = one.inputs.map((input) => ({ ...input, id: name, ref: `${one.id}#${name}`, text: 'Said.' }));
      return listInputs(workspace([{ ...one, inputs }]), {}, { distribution: 'public' })[0]?.ref;
    });
    expect(masks[0]).toBe(masks[1]);
  });
});

describe('the ref of an input whose note may not be named', () => {
  it('is not made from its mask, its place and its words, which can be tried', () => {
    const survey = note('survey', [{ attribution: 'none' }, { attribution: 'none' }]);
    const inputs = survey.inputs.map((input, index) => ({
      ...input,
      id: `i7k2m9q${index}`,
      ref: `first/survey#i7k2m9q${index}`,
    }));
    const rows = listInputs(workspace([{ ...survey, inputs }]), {}, { distribution: 'public' });
    const tried = rows.flatMap(({ ref, text }) => {
      const [mask = ''] = ref.split('#');
      return [0, 1].map((index) => `${mask}#i${contentHash(`${mask}\n${index}\n${text}`).slice(0, 5)}`);
    });
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ ref }) => tried.includes(ref))).toEqual([]);
  });
});

describe('what the core group sees', () => {
  it('is the words, without the name where there is to be none', () => {
    const space = workspace([note('unicorn', [{ distribution: 'core-group', quote: 'no', attribution: 'none' }])]);
    const [row] = listInputs(space, {}, { distribution: 'core-group' });
    expect(row).toMatchObject({ ref: expect.stringMatching(/withheld/u), text: 'Secret words of unicorn' });
    expect(row).not.toHaveProperty('file');
    expect(row).not.toHaveProperty('from');
    const [closed] = listInputs(
      workspace([note('u', [{ distribution: 'custodian' }])]),
      {},
      { distribution: 'core-group' },
    );
    expect(closed?.text).toMatch(/^Withheld/u);
  });
});
