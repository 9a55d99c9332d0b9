import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Exports, recordings, scans and pictures of consultations are not in git unless they are sealed. */
export const rawFile: Check = readingCheck({
  id: 'safeguarding/raw-file',
  about: 'Exports, recordings, scans and pictures of consultations are not in git unless they are sealed.',
  why: `Raw files hold names, devices, places and voices, and the history of git keeps them for good.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti): what identifies a child is kept apart from what is analysed, and is destroyed when it is no longer needed.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY),
    passing: exampleNote(BODY, {
      media: '[{ file: drawing.png, kind: drawing, description: A well, consent: core-group, retain-until: "2099" }]',
    }),
    files: { 'consultations/first/drawing.png': '' },
  },
});
