import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Whoever facilitates a consultation with children was trained for it. */
export const untrainedFacilitators: Check = readingCheck({
  id: 'safeguarding/untrained-facilitators',
  about: 'Whoever facilitates a consultation with children was trained for it.',
  why: `Adults need preparation and skills to let children take part in safety and to know what to do when one of them tells of harm.

General Comment No. 12 of the Committee on the Rights of the Child, para. 134 (g): participation is supported by training.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, { safeguarding: '{ trained-facilitators: false }' }),
    passing: exampleNote(BODY, { safeguarding: '{ trained-facilitators: true }' }),
  },
});
