import { describe, expect, test } from 'vitest';
import type { ClearanceFile } from '../../../src/model/clearance.ts';
import { clearanceState } from '../../../src/workspace/clearance-state.ts';
import { digestOfFiles } from '../../../src/workspace/clearance-text.ts';

const [A, B, C] = ['a', 'b', 'c'].map((one) => one.repeat(40)) as [string, string, string];
const TEXT = { 'drafts/10.md': A, 'drafts/20.md': B };
const DIGEST = digestOfFiles(Object.entries(TEXT));
const PROCESS = {
  stages: [{ id: 'zero', title: 'Zero draft' }],
  'core-group': ['OHCHR', 'UNICEF', 'CAAC'].map((id) => ({ id, name: id })),
};
const signOff = (by: string, more: object = {}) => ({
  by,
  level: 'technical' as const,
  date: '2022-12-01',
  text: DIGEST,
  ...more,
});

function stateOf(record: ClearanceFile, now: Record<string, string> = TEXT, level?: 'technical' | 'principal') {
  const read = { stage: 'zero', file: 'clearances/zero.yaml', record: { texts: { [DIGEST]: TEXT }, ...record } };
  const stages = PROCESS.stages.map((stage) => ({ ...stage, ...(level !== undefined && { clearance: level }) }));
  const files = new Map(Object.entries(now));
  return clearanceState(read, { files, frozen: false, process: { ...PROCESS, stages }, today: '2022-12-20' });
}

test('the digest does not depend on the order of the files', () => {
  expect(digestOfFiles(Object.entries(TEXT).reverse())).toBe(DIGEST);
});

test('a member that has signed this very text has cleared it, for others too', () => {
  const { cleared, missing } = stateOf({ clearances: [signOff('OHCHR', { 'on-behalf': ['CAAC'] })] });
  expect(cleared.map(({ member }) => member)).toEqual(['OHCHR', 'CAAC']);
  expect(missing).toEqual(['UNICEF']);
});

test('the level that a stage asks for counts', () => {
  const signed = { clearances: [signOff('OHCHR'), signOff('UNICEF', { level: 'principal' })] };
  expect(stateOf(signed, TEXT, 'principal').missing).toEqual(['OHCHR', 'CAAC']);
});

test.each([
  ['an edit', { ...TEXT, 'drafts/10.md': C }, ['drafts/10.md']],
  ['a new file', { ...TEXT, 'drafts/30.md': C }, ['drafts/30.md']],
  ['a file that went', { 'drafts/20.md': B }, ['drafts/10.md']],
])('%s voids a clearance and is named', (_, now, changed) => {
  const { signOffs, missing } = stateOf({ clearances: [signOff('OHCHR')] }, now as Record<string, string>);
  expect(signOffs[0]?.changed).toEqual(changed);
  expect(missing).toContain('OHCHR');
});

describe('corrections', () => {
  const correction = {
    path: 'drafts/10.md',
    from: A,
    to: C,
    by: 'secretariat',
    date: '2022-12-02',
    why: 'A typing error.',
  };
  const now = { ...TEXT, 'drafts/10.md': C };
  const delegated = (delegation: object) => ({
    clearances: [signOff('OHCHR', { delegation })],
    corrections: [correction],
  });

  test('keep a clearance where they were delegated', () => {
    expect(stateOf(delegated({ to: ['secretariat'] }), now).signOffs[0]?.changed).toEqual([]);
    expect(stateOf(delegated({ to: ['secretariat'], paths: ['drafts'] }), now).signOffs[0]?.changed).toEqual([]);
  });

  test.each([
    ['to somebody else', { to: ['editor'] }],
    ['for other files', { to: ['secretariat'], paths: ['drafts/20.md'] }],
  ])('do not where they were delegated %s', (_, delegation) => {
    expect(stateOf(delegated(delegation), now).signOffs[0]?.changed).toEqual(['drafts/10.md']);
  });

  test('lead on in steps, and back', () => {
    const record = delegated({ to: ['secretariat'] });
    const chain = { ...record, corrections: [{ ...correction, from: C, to: B }, correction] };
    expect(stateOf(chain, { ...TEXT, 'drafts/10.md': B }).signOffs[0]?.changed).toEqual([]);
  });

  test('do nothing for a clearance without a delegation', () => {
    expect(stateOf({ clearances: [signOff('OHCHR')], corrections: [correction] }, now).missing).toContain('OHCHR');
  });
});

describe('a silence procedure', () => {
  const silence = { opened: '2022-12-01', deadline: '2022-12-15', level: 'technical' as const, text: DIGEST };

  test('clears for all once its deadline has passed', () => {
    expect(stateOf({ silence: [silence] })).toMatchObject({ missing: [], cleared: [{ how: 'silence' }, {}, {}] });
  });

  test('clears for those who were told only', () => {
    expect(stateOf({ silence: [{ ...silence, notified: ['OHCHR'] }] }).missing).toEqual(['UNICEF', 'CAAC']);
  });

  test.each([
    ['running', { ...silence, deadline: '2022-12-20' }, TEXT],
    ['broken', { ...silence, broken: [{ by: 'UNICEF', date: '2022-12-03', why: 'No.' }] }, TEXT],
    ['void', silence, { ...TEXT, 'drafts/10.md': C }],
  ])('does not while %s', (state, one, now) => {
    const found = stateOf({ silence: [one] }, now);
    expect([found.silence[0]?.state, found.missing.length]).toEqual([state, 3]);
  });
});
