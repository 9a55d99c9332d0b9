import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Links lead to pages, and pictures lie in the workspace. */
export const unsafeLink: Check = readingCheck({
  id: 'text/unsafe-link',
  about: 'Links lead to pages, and pictures lie in the workspace.',
  why: 'A target such as `javascript:` can run code, and `data:` hide content, in whatever is made from the text.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Read [this](javascript:alert(1)). ^p-7k2m9qd\n'),
    passing: exampleSection('Read [this](https://example.org). ^p-7k2m9qd\n'),
  },
});
