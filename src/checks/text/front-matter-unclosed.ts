import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Front matter ends with a line of its own. */
export const frontMatterUnclosed: Check = readingCheck({
  id: 'text/front-matter-unclosed',
  about: 'Front matter ends with a line of its own.',
  why: 'Without its closing line, front matter is read as text and printed.',
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\n\nEvery child has rights. ^p-7k2m9qd\n',
    passing: '---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
});
