import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { say } from '../say.ts';

/** A questionnaire has questions. */
export const noQuestions: Check = {
  id: 'questionnaires/no-questions',
  about: 'A questionnaire has questions.',
  why: 'Only headings with an id are questions; where none has one, guides and forms come out empty.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## What gets in the way?\n'),
    passing: exampleQuestionnaire('## What gets in the way? {#q1}\n'),
  },
  run: ({ workspace }) =>
    workspace.questionnaires
      .filter(({ questions }) => questions.length === 0)
      .map(({ file, parts }) =>
        say(
          noQuestions,
          { file, line: parts[0]?.line ?? 1, column: 1 },
          {
            message: 'None of the headings is a question.',
            hint: 'Give each question an id behind its words, such as {#q1}.',
          },
        ),
      ),
};
