import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The record of what was looked at holds. */
export const reviewed: Check = readingCheck({
  id: 'safeguarding/reviewed',
  about: 'The record of what was looked at holds.',
  why: `An entry that does not hold keeps nothing, and its place waits again.

What was kept needs its reason, the role that decided and the date, so that somebody answers for it.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/reviewed.yaml',
    failing: `- file: consultations/first/coalition.md
  kind: name
  line: 1
  column: 1
  mark: Amina
  key: 0123abcd
  reason: The name of a street.
  by: safeguarding lead
  date: 2022-10-01
`,
    passing: `- file: consultations/first/coalition.md
  kind: name
  line: 1
  column: 1
  mark: 0123456789abcdef0123456789abcdef
  key: 0123abcd
  reason: The name of a street.
  by: safeguarding lead
  date: 2022-10-01
`,
  },
});
