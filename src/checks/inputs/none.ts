import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A consultation note has inputs. */
export const none: Check = readingCheck({
  id: 'inputs/none',
  about: 'A consultation note has inputs.',
  why: 'Inputs are the paragraphs and list items under a heading; text before the first heading is none, and nobody would answer it.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('Nobody asks.\n'),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
