import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every resource has an id, and its fields hold what CSL says. */
export const schema: Check = readingCheck({
  id: 'resources/schema',
  about: 'Every resource has an id, and its fields hold what CSL says.',
  why: `A resource that can't be read can't be cited.

The Citation Style Language: https://docs.citationstyles.org`,
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'resources/instruments.yaml',
    failing: '- { title: Convention on the Rights of the Child }\n',
    passing: '- { id: crc, title: Convention on the Rights of the Child }\n',
  },
});
