import { expect, test } from 'vitest';
import type { Questionnaire } from '../../../src/model/questionnaire.ts';
import { leadIndex, leadOf } from '../../../src/trace/leads.ts';
import { parseSection } from '../../../src/workspace/parse-section.ts';

const section = (file: string, front: string, body: string) =>
  parseSection({ file, language: 'en', source: `---\n${front}\n---\n\n${body}\n` });
const sections = [
  section('drafts/10.md', 'id: scope\nlead: OHCHR', 'Everybody. ^p-0000001'),
  section('drafts/20.md', 'id: systems\nlead: UNICEF', '- One. ^p-0000002\n\n  More. ^p-0000003'),
  section('drafts/30.md', 'id: review', 'Nobody leads. ^p-0000004'),
];
const index = leadIndex(sections, [{ questions: [{ id: 'q1', feeds: 'systems' }] } as unknown as Questionnaire]);
const answered = (...passages: string[]) => ({
  entry: { input: 'i1', decision: 'noted', reason: 'R.', passages } as const,
});

test('an input is led by who leads on its section, or on what its question feeds', () => {
  expect(leadOf({ question: 'scope' }, undefined, index)).toEqual(['OHCHR']);
  expect(leadOf({ question: 'q1' }, undefined, index)).toEqual(['UNICEF']);
  expect(leadOf({ question: 'review' }, undefined, index)).toEqual([]);
  expect(leadOf({}, undefined, index)).toEqual([]);
});

test('and by who leads on the passages of its response, first', () => {
  expect(leadOf({ question: 'scope' }, answered('p-0000003', 'p-0000004'), index)).toEqual(['UNICEF', 'OHCHR']);
});

test('what the reader may not know of an input selects nothing', () => {
  const input = { question: 'scope' };
  expect(leadOf(input, answered('p-0000002'), index, { subject: true, passages: false })).toEqual(['OHCHR']);
  expect(leadOf(input, answered('p-0000002'), index, { subject: false, passages: false })).toEqual([]);
});
