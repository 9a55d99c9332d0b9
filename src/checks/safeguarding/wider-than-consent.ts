import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** No note allows more than its contributors agreed to. */
export const widerThanConsent: Check = readingCheck({
  id: 'safeguarding/wider-than-consent',
  about: 'No note allows more than its contributors agreed to.',
  why: `Who spoke agreed to be heard in one way, and to no other.

Permission to publish is given contribution by contribution (practice of consultation platforms such as Citizen Space); children’s words are quoted, and children named, only where consent for it is recorded (UNICEF Office of Research – Innocenti).`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, { quote: 'verbatim', consent: '{ quote: paraphrase }' }),
    passing: exampleNote(BODY, { quote: 'paraphrase', consent: '{ quote: paraphrase }' }),
  },
});
