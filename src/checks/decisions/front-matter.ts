import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A decision has an id, a title and a date. */
export const frontMatter: Check = readingCheck({
  id: 'decisions/front-matter',
  about: 'A decision has an id, a title and a date.',
  why: "A decision is cited as a reason for changes, by its id and its date; without them it can't be.",
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'decisions/d1-minimum.md',
    failing: '---\nid: d1\ntitle: A common minimum\ndate: in November\n---\n\nThe minimum is common.\n',
    passing: '---\nid: d1\ntitle: A common minimum\ndate: 2022-11-14\n---\n\nThe minimum is common.\n',
  },
});
