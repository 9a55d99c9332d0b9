import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { sayAt } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n';

/** A questionnaire is there once in each language. */
export const sameLanguage: Check = {
  id: 'questionnaires/same-language',
  about: 'A questionnaire is there once in each language.',
  why: 'Of two files with the same questionnaire in one language, one would be used and the other forgotten.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/first-survey.en.md',
    failing: exampleQuestionnaire(BODY, { language: 'en' }),
    passing: exampleQuestionnaire(BODY, { language: 'fr' }),
    files: { [EXAMPLE_FILE]: exampleQuestionnaire(BODY) },
  },
  run: ({ workspace: { questionnaires } }) =>
    questionnaires.flatMap((one, index) => {
      const before = questionnaires
        .slice(0, index)
        .find(({ id, language }) => id === one.id && language === one.language);
      if (before === undefined) return [];
      const message = `The questionnaire "${one.id}" is there in "${one.language}" already, in ${before.file}.`;
      return [sayAt(sameLanguage, one.file, { key: ['language'] }, { message, hint: 'Take one of the files away.' })];
    }),
};
