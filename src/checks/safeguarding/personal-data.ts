import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No e-mail address, telephone number, birth date or identity number stands in a consultation note. */
export const personalData: Check = readingCheck({
  id: 'safeguarding/personal-data',
  about: 'No e-mail address, telephone number, birth date or identity number stands in a consultation note.',
  why: `What identifies a person must not enter a file under git, whose history keeps it for good.

Ethical research involving children (UNICEF Office of Research – Innocenti) and the safeguarding policy of the Special Representative on Violence against Children: no name, contact, exact age, school or small locality of a child. Names can't be found surely by rules; a person has to look for them.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks; call +41 22 555 01 99. #barrier ^i1\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks; call the contact point. #barrier ^i1\n'),
  },
});
