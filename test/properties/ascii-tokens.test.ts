import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTokens } from '../../src/changes/tokens.ts';

const ascii = fc.string({ unit: fc.constantFrom(...'aB7\'-.,:/@_%$`"() \t\n'), maxLength: 40 });

it('cuts plain text into the tokens it is cut into before a letter with an accent', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      const tokens = (value: string) =>
        readTokens([{ type: 'text', value }]).map(({ kind, key, lead }) => [kind, key, lead]);
      expect([...tokens(text), ['word', 'é', text.trim() === '' ? '' : ' ']]).toEqual(tokens(`${text} é`));
    }),
  );
});
