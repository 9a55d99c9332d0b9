import { expect, test } from 'vitest';
import { plainNames } from '../../../src/text/plain-name.ts';

const isPlain = plainNames({
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'first' }],
  groups: [{ id: 'children', title: 'Children of Ministry X' }],
  regions: [{ id: 'latin-america', title: 'Latin America' }],
  levels: [{ id: 'regional', title: 'Regional' }],
});

test.each([
  ['first/latin-america-children', true],
  ['first/survey-children-2', true],
  ['children online discussion', true],
  ['first/unicef-interview', false],
  ['first/state-a', false],
  // Titles are written freely, and may name who is meant.
  ['first/ministry-x-children', false],
  ['first/africa-children', false],
])('%s', (name, expected) => {
  expect(isPlain(name)).toBe(expected);
});
