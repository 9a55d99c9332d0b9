import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitWords } from '../../src/text/words.ts';

const ascii = fc.string({ unit: fc.constantFrom(...'aB7\'-.,:/@_%$ \t\n("é'), maxLength: 40 });

it('cuts plain text into the words it is cut into beside a letter with an accent', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      const plain = text.replaceAll('é', '');
      expect([...splitWords(plain), 'é']).toEqual(splitWords(`${plain} é`));
    }),
  );
});
