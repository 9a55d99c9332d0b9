import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** What looks like HTML is HTML. */
export const htmlUnknown: Check = readingCheck({
  id: 'text/html-unknown',
  about: 'What looks like HTML is HTML.',
  why: 'A name in angle brackets that is no element of HTML is kept as text; often it is a blank to be filled in.',
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('The <entity> asks children. ^p-7k2m9qd\n'),
    passing: exampleSection('The [entity] asks children. ^p-7k2m9qd\n'),
  },
});
