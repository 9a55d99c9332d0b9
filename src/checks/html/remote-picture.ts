import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Pictures of the web page lie in the workspace. */
export const remotePicture: Check = readingCheck({
  id: 'html/remote-picture',
  about: 'Pictures of the web page lie in the workspace.',
  why: 'A page that loads pictures tells their host who reads it, and breaks when they go away.',
  severity: 'warning',
  needs: ['text'],
});
