import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** No medium is published without consent to its publication. */
export const mediaConsent: Check = readingCheck({
  id: 'safeguarding/media-consent',
  about: 'No medium is published without consent to its publication.',
  why: `A drawing, a photo or a voice can tell who somebody is, and can not be taken back once it is out.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti): consent to take part is no consent to publish; drawings belong to those who made them.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      media: '[{ kind: drawing, description: A well, consent: core-group, retain-until: "2099", published: true }]',
    }),
    passing: exampleNote(BODY, {
      media: '[{ kind: drawing, description: A well, consent: public, retain-until: "2099", published: true }]',
    }),
  },
});
