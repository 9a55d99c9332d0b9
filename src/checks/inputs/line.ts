import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Each line of a file of inputs holds an input. */
export const line: Check = readingCheck({
  id: 'inputs/line',
  about: 'Each line of a file of inputs holds an input.',
  why: 'What stands in a broken line is neither listed nor answered.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/survey.inputs/001.jsonl',
    failing: '{"id":"i1","heading":"What gets in the way?","text":"Nobody asks."}\n{"id":"i2","text":"Forms"\n',
    passing:
      '{"id":"i1","heading":"What gets in the way?","text":"Nobody asks."}\n{"id":"i2","heading":"What gets in the way?","text":"Forms"}\n',
    files: { 'consultations/first/survey.md': exampleNote('') },
  },
});
