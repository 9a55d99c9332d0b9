import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Media that a note describes are beside it. */
export const missingMedium: Check = readingCheck({
  id: 'safeguarding/missing-medium',
  about: 'Media that a note describes are beside it.',
  why: `Nobody can tell whether it was deleted as promised or lies somewhere else.

Data-protection practice: what is kept, where and until when is recorded.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      media: '[{ file: drawing.png, kind: drawing, description: A well, consent: core-group, retain-until: "2099" }]',
    }),
    passing: exampleNote(BODY, {
      media: '[{ kind: drawing, description: A well, consent: core-group, retain-until: "2099" }]',
    }),
  },
});
