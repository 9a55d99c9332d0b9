import type { Check } from '../../model/contracts.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { sayAt } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n';

/** The file of a questionnaire is named after its group, round and language. */
export const fileName: Check = {
  id: 'questionnaires/file-name',
  about: 'The file of a questionnaire is named after its group, round and language.',
  why: 'Translations are found by file name, and notes name the questionnaire they answer by it.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { language: 'fr' }),
    passing: exampleQuestionnaire(BODY),
  },
  run: ({ workspace }) =>
    workspace.questionnaires
      .filter(({ id, language, file }) => !file.endsWith(`/${id}.${language}.md`))
      .map((questionnaire) =>
        sayAt(
          fileName,
          questionnaire.file,
          { key: [guilty(questionnaire)] },
          {
            message: `The file is called "${questionnaire.file.slice('questionnaires/'.length)}", but holds the questionnaire "${questionnaire.id}" in "${questionnaire.language}".`,
            hint: `Call it ${questionnaire.id}.${questionnaire.language}.md, or mend group, round and language.`,
          },
        ),
      ),
};

function guilty({ id, file }: Questionnaire): string {
  return file.includes(`/${id}.`) ? 'language' : 'group';
}
