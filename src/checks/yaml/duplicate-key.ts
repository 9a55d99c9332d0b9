import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No key stands twice in one mapping. */
export const duplicateKey: Check = readingCheck({
  id: 'yaml/duplicate-key',
  about: 'No key stands twice in one mapping.',
  why: 'The first value is kept; which of the two was meant is not known.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network, group: civil-society, group: children }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society }\n',
  },
});
