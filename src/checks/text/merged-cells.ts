import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Tables have no merged cells. */
export const mergedCells: Check = readingCheck({
  id: 'text/merged-cells',
  about: 'Tables have no merged cells.',
  why: 'A table in Markdown, and one that a screen reader can follow, has one cell for each row and column; a merged cell becomes one filled cell and empty ones.',
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(
      '<table><tr><th>Who</th><th>What</th></tr><tr><td colspan="2">All</td></tr></table>\n\n^t-7k2m9qd\n',
    ),
    passing: exampleSection(
      '<table><tr><th>Who</th><th>What</th></tr><tr><td>All</td><td>All</td></tr></table>\n\n^t-7k2m9qd\n',
    ),
  },
});
