import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Keys are plain words. */
export const key: Check = readingCheck({
  id: 'yaml/key',
  about: 'Keys are plain words.',
  why: 'Keys such as `__proto__` reach into the language the program is written in; they are refused wherever they stand.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network, group: civil-society, __proto__: x }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society }\n',
  },
});
