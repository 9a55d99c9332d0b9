import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS, exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Where the process asks for months, no note gives the day on which a group met. */
export const fullDate: Check = readingCheck({
  id: 'safeguarding/full-date',
  about: 'Where the process asks for months, no note gives the day on which a group met.',
  why: `The day of a session, with its place, can be enough to know who was there.

Safeguarding policy of the Special Representative of the Secretary-General on Violence against Children: what identifies a child or the place where children can be found is not published.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      group: 'children',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }',
    }),
    passing: exampleNote(BODY, {
      group: 'children',
      date: '2022-09',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }',
    }),
    files: {
      'penholder.yaml': EXAMPLE_PROCESS.replace('safeguarding: required', 'safeguarding: { dates: month }'),
    },
  },
});
