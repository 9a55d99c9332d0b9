import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Fewer than five children are counted as "<5". */
export const smallCount: Check = readingCheck({
  id: 'safeguarding/small-count',
  about: 'Fewer than five children are counted as "<5".',
  why: `So few can be told apart by whoever knows the place or the meeting.

Statistical disclosure control: cells under five are not published, and what is not needed exactly is not kept exactly.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      group: 'children',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }',
      participants: '{ total: 9, age-bands: { 7-12: 6, 13-17: 3 } }',
    }),
    passing: exampleNote(BODY, {
      group: 'children',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }',
      participants: '{ total: 9, age-bands: { 7-12: 6, 13-17: "<5" } }',
    }),
  },
});
