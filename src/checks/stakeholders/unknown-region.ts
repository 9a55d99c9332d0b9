import type { Check } from '../../model/contracts.ts';
import { stakeholderFindings } from '../stakeholder-findings.ts';

/** Stakeholders of a region that the process does not know. */
export const unknownRegion: Check = {
  id: 'stakeholders/unknown-region',
  about: 'The region of every stakeholder is one the process declares.',
  why: `Coverage is counted by region; a stakeholder of an unknown region is missing from every overview.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'stakeholders.yaml',
    failing: '- { id: ex-network, name: Example network, group: civil-society, region: afrika }\n',
    passing: '- { id: ex-network, name: Example network, group: civil-society, region: africa }\n',
  },
  run: ({ workspace }) => stakeholderFindings(unknownRegion, workspace, 'region'),
};
