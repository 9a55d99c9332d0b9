import { describe, expect, it } from 'vitest';
import { EXAMPLE_PROCESS, exampleNote } from '../../../src/checks/example-workspace.ts';
import { processSchema } from '../../../src/model/process.ts';
import { readConsultationNote } from '../../../src/sources/consultation-note/read-consultation-note.ts';
import { readYaml } from '../../../src/text/yaml.ts';

const FILE = 'consultations/first/children.md';
const WHOLE: Readonly<Record<string, string>> = {
  'risk-assessment': '2022-09-01',
  'focal-point': 'safeguarding lead',
  assent: 'obtained',
  'guardian-consent': 'obtained',
  'referral-contact': 'held by the focal point',
  'feedback-by': '2022-12-15',
};

function found(keys: Record<string, string>, record: Record<string, string> = WHOLE, group = 'safeguarding: required') {
  const yaml = EXAMPLE_PROCESS.replace('safeguarding: required', group);
  const process = processSchema.parse(readYaml(yaml, 'penholder.yaml').value);
  const safeguarding = `{ ${Object.entries(record)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;
  const note = exampleNote('## H\n\n- One. #gap ^i1\n', { group: 'children', safeguarding, ...keys });
  const { findings } = readConsultationNote(note, FILE, process);
  return findings
    .filter(({ check }) => check.startsWith('safeguarding/'))
    .map(({ check, message }) => `${check}: ${message}`);
}

const without = (...keys: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(WHOLE).filter(([key]) => !keys.includes(key)));

describe('what the record of a consultation must say', () => {
  it('is all there in a whole one', () => {
    expect(found({})).toEqual([]);
  });

  it('is most for a session, less for a survey and for what children lead themselves', () => {
    const bare = without('risk-assessment', 'referral-contact');
    expect(found({ method: 'interview' }, bare)).toEqual([
      'safeguarding/incomplete-record: The record of this session with the group "children" does not say: risk-assessment, referral-contact.',
    ]);
    expect(found({ method: 'survey' }, bare)).toEqual([]);
    expect(
      found({ method: 'written-input' }, without('risk-assessment', 'referral-contact', 'guardian-consent')),
    ).toEqual([]);
    expect(
      found({}, { ...without('risk-assessment', 'referral-contact', 'guardian-consent'), 'child-led': 'true' }),
    ).toEqual([]);
  });

  it('is what the process says, where it says something', () => {
    const own = 'safeguarding: { session: [risk-assessment, trained-facilitators], survey: [] }';
    expect(found({}, WHOLE, own)).toEqual([expect.stringContaining('does not say: trained-facilitators')]);
    expect(found({ method: 'survey' }, { assent: 'obtained' }, own)).toEqual([]);
    expect(found({}, { assent: 'obtained' }, 'safeguarding: not-required')).toEqual([]);
  });

  it('lets unaccompanied children in, with a reason and the role that decided', () => {
    const open = { ...WHOLE, 'guardian-consent': 'not-sought' };
    expect(found({}, open)).toEqual([expect.stringContaining('safeguarding/not-sought')]);
    expect(found({}, { ...open, reason: 'unaccompanied children' })).toEqual([expect.stringContaining('which role')]);
    expect(found({}, { ...open, reason: 'unaccompanied children', 'authorised-by': 'safeguarding lead' })).toEqual([]);
  });
});

describe('what a note may not hold', () => {
  it.each([
    ['quote: verbatim', { quote: 'verbatim' }, 1],
    ['verbatim with consent', { quote: 'verbatim', consent: '{ quote: verbatim }' }, 0],
    ['a name', { attribution: 'named' }, 1],
    ['wider than recorded', { distribution: 'public', consent: '{ distribution: core-group }' }, 1],
    ['narrower than recorded', { quote: 'no', consent: '{ quote: verbatim }' }, 0],
    ['few children', { participants: '{ total: 4, age-bands: { 7-12: 3, 13-17: "<5" }, gender: { girls: 0 } }' }, 2],
    ['five children', { participants: '{ total: 5 }' }, 0],
    ['single years', { participants: '{ total: 9, age-bands: { "11": 9 } }' }, 1],
    ['single years in other digits', { participants: '{ total: 9, age-bands: { "١١": 9 } }' }, 1],
  ])('%s', (_, keys, count) => {
    expect(found(keys as Record<string, string>)).toHaveLength(count);
  });

  it('days, where the process wants months', () => {
    const months = 'safeguarding: { dates: month }';
    expect(found({ date: '2022-09-14', received: '2022-09-20' }, WHOLE, months)).toHaveLength(2);
    expect(found({ date: '2022-09', received: '2022-10' }, WHOLE, months)).toEqual([]);
  });
});
