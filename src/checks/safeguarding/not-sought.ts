import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Where assent or consent was not sought, the note says why and which role decided so. */
export const notSought: Check = readingCheck({
  id: 'safeguarding/not-sought',
  about: 'Where assent or consent was not sought, the note says why and which role decided so.',
  why: `Unaccompanied children and open surveys are not shut out, but going without consent is a decision that somebody answers for.

General Comment No. 12 of the Committee on the Rights of the Child, paras. 134 (b) and 134 (h): participation is voluntary and safe, for the children too who have no guardian to ask.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      group: 'children',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: not-sought, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }',
    }),
    passing: exampleNote(BODY, {
      group: 'children',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: not-sought, referral-contact: held-by-focal-point, feedback-by: 2022-12-15, reason: unaccompanied children, authorised-by: safeguarding lead }',
    }),
  },
});
