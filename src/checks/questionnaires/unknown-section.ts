import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_SECTION } from '../example-workspace.ts';
import { passageIds } from '../passages.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import { meant } from '../words.ts';

/** The section that a question feeds exists. */
export const unknownSection: Check = {
  id: 'questionnaires/unknown-section',
  about: 'The section of the draft that a question feeds exists.',
  why: 'Drafters read the inputs on a section together; under an id that the text does not have nobody reads them.',
  severity: 'warning',
  needs: ['notes', 'text', 'stages'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## What gets in the way? {#q1}\n\n`feeds: introdution`\n'),
    passing: exampleQuestionnaire('## What gets in the way? {#q1}\n\n`feeds: introduction`\n'),
    files: { 'drafts/10-introduction.md': EXAMPLE_SECTION },
  },
  run: (context) => {
    const feeding = setsOf(context).filter(({ source }) => source.questions.some(({ feeds }) => feeds !== undefined));
    if (feeding.length === 0) return [];
    const texts = [context.text, ...(context.stages ?? [])];
    // Before there is a text, what it will consist of is a plan.
    if (texts.every((text) => (text?.sections.length ?? 0) === 0)) return [];
    const known = passageIds(texts);
    const sections = (context.text?.sections ?? []).flatMap(({ frontMatter: { id } }) => id ?? []);
    return feeding.flatMap(({ source }) =>
      source.questions
        .filter(({ feeds }) => feeds !== undefined && !known.has(feeds))
        .map((question) => {
          const message = `The question "${question.id}" feeds "${question.feeds}", which the text does not have.`;
          const near = nearest(question.feeds ?? '', known);
          const hint = meant(near, sections).replace('The process declares', 'Sections of the text are');
          return sayOf(unknownSection, source, { question, words: 'feeds', message, hint });
        }),
    );
  },
};
