import type { Check } from '../../model/contracts.ts';
import { exampleCirculation } from '../example-circulation.ts';
import { readingCheck } from '../reading-check.ts';

/** A circulation says what went to whom, and when. */
export const schema: Check = readingCheck({
  id: 'circulations/schema',
  about: 'A circulation says to which group it went, when, with which marking and which bytes.',
  why: 'Who asks later which text a group commented on needs an answer that can be proved.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'circulations/zero.yaml',
    failing: exampleCirculation({ distribution: 'everybody' }),
    passing: exampleCirculation({}),
  },
});
