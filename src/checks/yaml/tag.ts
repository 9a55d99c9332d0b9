import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** YAML files have no tags of their own. */
export const tag: Check = readingCheck({
  id: 'yaml/tag',
  about: 'YAML files have no tags of their own.',
  why: 'Tags make some programs build objects or run code; here they are ignored.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: !shout Example network, group: civil-society }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society }\n',
  },
});
