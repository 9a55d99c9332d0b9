import type { Check } from '../../model/contracts.ts';
import { stakeholderFindings } from '../stakeholder-findings.ts';

/** Stakeholders of a level that the process does not know. */
export const unknownLevel: Check = {
  id: 'stakeholders/unknown-level',
  about: 'The level of every stakeholder is one the process declares.',
  why: `Whether global, regional, national and local voices were all heard is counted by level; an unknown one is missing from the count.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network, group: civil-society, level: nationale }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society, level: national }\n',
  },
  run: ({ workspace }) => stakeholderFindings(unknownLevel, workspace, 'level'),
};
