import type { Check } from '../../model/contracts.ts';
import { stakeholderFindings } from '../stakeholder-findings.ts';

/** Stakeholders of a group that the process does not know. */
export const unknownGroup: Check = {
  id: 'stakeholders/unknown-group',
  about: 'The group of every stakeholder is one the process declares.',
  why: `Groups are asked in their own way and counted by name; a stakeholder of an unknown group is missing from every overview.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network, group: civil-sociaty }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society }\n',
  },
  run: ({ workspace }) => stakeholderFindings(unknownGroup, workspace, 'group'),
};
