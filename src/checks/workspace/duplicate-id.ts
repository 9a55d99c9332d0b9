import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Ids are unique within each list of the process. */
export const duplicateId: Check = readingCheck({
  id: 'workspace/duplicate-id',
  about: 'Ids are unique within each list of the process.',
  why: 'What refers to such an id could mean either.',
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace('- { id: asia, title: Asia }', '- { id: africa, title: Asia }'),
    passing: EXAMPLE_PROCESS.replace('- { id: asia, title: Asia }', '- { id: asia, title: Asia }'),
  },
});
