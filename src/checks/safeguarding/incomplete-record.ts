import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';
const WHOLE =
  '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }';

/** Sessions of groups under safeguarding whose record has gaps. */
export const incompleteRecord: Check = readingCheck({
  id: 'safeguarding/incomplete-record',
  about: 'The note of a consultation under safeguarding records that each safeguard was in place.',
  why: `What is not recorded was perhaps not done, and nobody can tell afterwards whether the children were safe and know whom to turn to.

General Comment No. 12 of the Committee on the Rights of the Child, para. 134: participation is voluntary, safe and accountable. Only that it was done is recorded here, never the forms and never a name. What is asked of sessions, surveys and child-led consultations stands in penholder.yaml under groups: safeguarding.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      group: 'children',
      safeguarding: '{ risk-assessment: 2022-09-01, assent: obtained, guardian-consent: obtained }',
    }),
    passing: exampleNote(BODY, { group: 'children', safeguarding: WHOLE }),
  },
});
