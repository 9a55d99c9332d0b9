import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every entry of stakeholders.yaml has an id, a name and a group. */
export const schema: Check = readingCheck({
  id: 'stakeholders/schema',
  about: 'Every entry of stakeholders.yaml has an id, a name and a group.',
  why: "An entry that can't be read is missing from the list of those to be reached.",
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society }\n',
  },
});
