import { expect, test } from 'vitest';
import { holdsName } from '../../../src/trace/protected-words.ts';

const holds = holdsName([
  'first/unicorn-interview',
  'unicorn-interview',
  'UN',
  'Ministry of Fables',
  'Ökofonds',
  '欧洲基金',
  '',
]);

test.each([
  ['See first/unicorn-interview#i1.', true],
  ['See consultations/first/unicorn-interview.md', true],
  ['The UNICORN interviews say so.', true],
  ['A unicorn was seen.', false],
  ['The UN says so', true],
  ['Under this rule', false],
  ['by the ministry\nof fables, again', true],
  ['The ministry of finance', false],
  ['O\u0308kofonds', true],
  ['见 欧洲基金 的意见', true],
  ['', false],
])('%j', (words, expected) => {
  expect(holds(words)).toBe(expected);
});

test('many names take no longer than few', () => {
  const names = Array.from({ length: 50_000 }, (_, index) => `institute number ${index} of examples`);
  const many = holdsName(names);
  expect(many('Nothing here is an institute number 60000 of examples.')).toBe(false);
  expect(many('This is institute number 49999 of examples.')).toBe(true);
});
