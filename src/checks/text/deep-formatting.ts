import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const DEPTH = 40;

/** Formatting is not nested beyond what a reader could tell apart. */
export const deepFormatting: Check = readingCheck({
  id: 'text/deep-formatting',
  about: 'Formatting is not nested beyond what a reader could tell apart.',
  why: 'Bold in italics in bold … some dozens of times is an accident of marks that were never closed, or made to exhaust a program; the words inside are kept without formatting.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(`Every ${'*child '.repeat(DEPTH)}has${' rights*'.repeat(DEPTH)}. ^p-7k2m9qd\n`),
    passing: exampleSection('Every child *has* rights. ^p-7k2m9qd\n'),
  },
});
