import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** YAML files have no aliases. */
export const alias: Check = readingCheck({
  id: 'yaml/alias',
  about: 'YAML files have no aliases.',
  why: 'A few aliases of aliases can grow to more than any memory holds.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- &one { id: ex-network, name: Example network, group: civil-society }\n- *one\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society }\n',
  },
});
