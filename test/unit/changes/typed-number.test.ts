import { describe, expect, test } from 'vitest';
import { readTokens } from '../../../src/changes/tokens.ts';
import { typedNumber } from '../../../src/changes/typed-number.ts';

function numberOf(text: string): string {
  const tokens = readTokens([{ type: 'text', value: text }]);
  return tokens
    .slice(0, typedNumber(tokens))
    .map((token) => token.text)
    .join('');
}

describe('numbers that an author typed', () => {
  test.each([
    ['4.5.1. Resolution requirements', '4.5.1.'],
    ['4.5 Resolution requirements', '4.5'],
    ['12) Scope of the note', '12)'],
    ['(a) Children are heard', '(a)'],
    ['iv. Children are heard', 'iv.'],
    ['a) Children are heard', 'a)'],
  ])('%s begins with %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  test.each(['12 participants came', 'A child is a person', 'Children (12) came', '4.5', 'No. 25 applies'])(
    '%s begins with none',
    (text) => {
      expect(numberOf(text)).toBe('');
    },
  );
});
