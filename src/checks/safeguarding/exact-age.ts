import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Ages so exact that, with a place, they say who somebody is. */
export const exactAge: Check = readingCheck({
  id: 'safeguarding/exact-age',
  about: 'Participants are counted in bands of age, not by single years.',
  why: `An exact age, with the place and the day of a session, can be enough to know who a child is.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti): no exact age, school or small locality of a child in what is published.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, { participants: '{ total: 9, age-bands: { "11": 4, "12": 5 } }' }),
    passing: exampleNote(BODY, { participants: '{ total: 9, age-bands: { 7-12: 9 } }' }),
  },
});
