import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No two decisions have the same id. */
export const duplicateId: Check = readingCheck({
  id: 'decisions/duplicate-id',
  about: 'No two decisions have the same id.',
  why: 'A reason that cites the id could mean either.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'decisions/d2-plans.md',
    failing: '---\nid: d1\ntitle: A common minimum\ndate: 2022-11-14\n---\n\nThe minimum is common.\n',
    passing: '---\nid: d2\ntitle: A common minimum\ndate: 2022-11-14\n---\n\nThe minimum is common.\n',
    files: {
      'decisions/d1-minimum.md':
        '---\nid: d1\ntitle: A common minimum\ndate: 2022-11-14\n---\n\nThe minimum is common.\n',
    },
  },
});
