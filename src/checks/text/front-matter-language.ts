import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Front matter is written in YAML. */
export const frontMatterLanguage: Check = readingCheck({
  id: 'text/front-matter-language',
  about: 'Front matter is written in YAML.',
  why: 'Front matter in a programming language would run code from the file, whoever wrote it.',
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---js\n{ title: "Introduction" }\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
    passing: '---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
});
