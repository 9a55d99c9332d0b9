import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** HTML in the text runs, loads and draws nothing. */
export const htmlDropped: Check = readingCheck({
  id: 'text/html-dropped',
  about: 'HTML in the text runs, loads and draws nothing.',
  why: "A document can't carry what runs, loads or draws by itself; it is left out, and its place is named.",
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('<script src="https://example.org/x.js"></script>\n\nEvery child has rights. ^p-7k2m9qd\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
