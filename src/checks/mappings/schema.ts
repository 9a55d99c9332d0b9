import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A mapping says of each column what it is. */
export const schema: Check = readingCheck({
  id: 'mappings/schema',
  about: 'A mapping says of each column what it is.',
  why: 'A column whose reading is misspelt would be left out of every survey that comes in.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'mappings/survey.yaml',
    failing: 'kind: survey\ncolumns:\n  - column: What gets in the way?\n    as: opne\n',
    passing: 'kind: survey\ncolumns:\n  - column: What gets in the way?\n    as: open\n',
  },
});
