import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Files of inputs stand beside their consultation note. */
export const noNote: Check = readingCheck({
  id: 'inputs/no-note',
  about: 'Files of inputs stand beside their consultation note.',
  why: 'Without the note nobody can tell whose inputs they are.',
  severity: 'error',
  needs: ['notes'],
});
