import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** What may name somebody or tell of harm has been looked at by a person. */
export const reviewPending: Check = readingCheck({
  id: 'safeguarding/review-pending',
  about: 'What may name somebody or tell of harm has been looked at by a person.',
  why: `No rule can tell surely who is named or who speaks of harm; a disclosure goes to the referral contact and never stays in a note.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti) and the safeguarding policy of the Special Representative on Violence against Children. Programs find too few names to let pass and too many to forbid: so they point, and a person decides.`,
  severity: 'info',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote(
      '## Barriers\n\n- The club of Amina Diallo was never asked. #barrier #pillar/development ^i1\n',
    ),
    passing: exampleNote(
      '## Barriers\n\n- The club of the facilitator was never asked. #barrier #pillar/development ^i1\n',
    ),
  },
});
