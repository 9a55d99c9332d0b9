import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Files of inputs stand beside their consultation note. */
export const noNote: Check = readingCheck({
  id: 'inputs/no-note',
  about: 'Files of inputs stand beside their consultation note.',
  why: 'Without the note nobody can tell whose inputs they are.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/survey.inputs/001.jsonl',
    failing: '{"id":"i1","heading":"What gets in the way?","text":"Nobody asks."}\n',
    passing: '',
    files: { 'consultations/first/other.md': exampleNote('') },
  },
});
