import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** YAML files are well formed. */
export const syntax: Check = readingCheck({
  id: 'yaml/syntax',
  about: 'YAML files are well formed.',
  why: "What can't be parsed can't be read at all.",
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- id: ex-network\n  name: Example: network\n  group: civil-society\n',
    passing: '- id: ex-network\n  name: "Example: network"\n  group: civil-society\n',
  },
});
