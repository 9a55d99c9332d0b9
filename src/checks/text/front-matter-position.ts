import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Front matter begins on the first line of its file. */
export const frontMatterPosition: Check = readingCheck({
  id: 'text/front-matter-position',
  about: 'Front matter begins on the first line of its file.',
  why: 'It is read all the same, but other tools take such a file for one without front matter.',
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '\n---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
    passing: '---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
});
