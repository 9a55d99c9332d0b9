import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatState, NO_FILTER, parseState, type State, settled } from '../../../src/browser/explorer/state.ts';

const BEGIN: State = {
  selection: '',
  view: 'text',
  from: 'second',
  to: 'advanced',
  changed: true,
  list: 'inputs',
  filter: NO_FILTER,
};

const STATES = fc.record({
  selection: fc.oneof(
    fc.constantFrom('', 'p-7k2m9qd', 'first/africa#i1', 'first/withheld-1#?'),
    fc.string({ unit: 'grapheme' }),
  ),
  view: fc.constantFrom('text' as const, 'redline' as const),
  from: fc.constantFrom('zero', 'second'),
  to: fc.constantFrom('second', 'advanced'),
  changed: fc.boolean(),
  list: fc.constantFrom('inputs' as const, 'unexplained' as const),
  filter: fc.record({
    round: fc.string(),
    group: fc.string(),
    kind: fc.string(),
    code: fc.constantFrom('', 'pillar/peace'),
    decision: fc.constantFrom('', '-', 'accepted'),
    reaction: fc.constantFrom('', 'satisfied'),
    lead: fc.constantFrom('', 'UNICEF'),
    search: fc.string({ unit: 'grapheme' }),
  }),
});

describe('the address of what a reader chose', () => {
  test('of a passage is its id', () => {
    expect(formatState({ ...BEGIN, selection: 'p-7k2m9qd' }, BEGIN)).toBe('#p-7k2m9qd');
    expect(parseState('#p-7k2m9qd', BEGIN)).toEqual({ ...BEGIN, selection: 'p-7k2m9qd' });
  });

  test('of an input can be typed as it is cited', () => {
    expect(parseState('#first/africa#i1', BEGIN).selection).toBe('first/africa#i1');
  });

  test('brings back all that was chosen', () => {
    fc.assert(
      fc.property(STATES, (state) => {
        const back = parseState(formatState(state, BEGIN), BEGIN);
        const known =
          state.view === 'redline' ? state : { ...state, from: BEGIN.from, to: BEGIN.to, changed: BEGIN.changed };
        expect(back).toEqual(known);
      }),
    );
  });

  test('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => typeof parseState(hash, BEGIN).selection === 'string'),
    );
    expect(parseState('#%E0%A4%A', BEGIN).selection).toBe('%E0%A4%A');
  });
});

describe('stages that are not compared with each other', () => {
  const PAIRS = [
    { from: 'zero', to: 'second' },
    { from: 'second', to: 'advanced' },
  ];

  test('give way to a pair that is, with the end that was chosen', () => {
    expect(settled({ ...BEGIN, to: 'second' }, BEGIN, PAIRS)).toMatchObject({ from: 'zero', to: 'second' });
    expect(settled({ ...BEGIN, from: 'zero' }, BEGIN, PAIRS)).toMatchObject({ from: 'zero', to: 'second' });
    expect(settled({ ...BEGIN, from: 'x', to: 'y' }, BEGIN, PAIRS)).toMatchObject({ from: 'second', to: 'advanced' });
  });

  test('are not shown where there is one stage alone', () => {
    expect(settled({ ...BEGIN, view: 'redline' }, BEGIN, [])).toMatchObject({ view: 'text' });
  });
});
