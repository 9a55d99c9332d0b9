import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The text of a stage is where the process says. */
export const noText: Check = readingCheck({
  id: 'stages/no-text',
  about: 'The text of a stage is where the process says.',
  why: 'The text is read from where penholder.yaml says it is; where it was elsewhere at one stage, `text:` below that stage says so.',
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace('language: en', 'language: en\ntext: pages'),
    passing: EXAMPLE_PROCESS,
    files: { 'drafts/10-introduction.md': EXAMPLE_SECTION },
  },
});
