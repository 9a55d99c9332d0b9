import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, setsOf } from '../questionnaires.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const BODY = '## What gets in the way? {#q1}\n';

/** A questionnaire is there in the languages of the process. */
export const missingLanguage: Check = {
  id: 'questionnaires/missing-language',
  about: 'A questionnaire is there in every language of the process.',
  why: 'People who are asked in a language they do not speak answer little, or not at all.',
  severity: 'info',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY),
    passing: exampleQuestionnaire(BODY, { group: 'children' }),
    files: {
      'penholder.yaml': EXAMPLE_PROCESS.replace('language: en\n', 'language: en\nlanguages: [en, fr]\n'),
      'questionnaires/children-first.fr.md': exampleQuestionnaire(BODY, { group: 'children', language: 'fr' }),
    },
  },
  run: (context) => {
    const wanted = context.workspace.process.languages ?? [];
    return setsOf(context).flatMap(({ source, translations }) => {
      const there = new Set([source, ...translations].map(({ language }) => language));
      const missing = wanted.filter((language) => !there.has(language));
      if (missing.length === 0) return [];
      const message = `The questionnaire "${source.id}" is not there in ${someOf(missing)}.`;
      const hint = `Copy it to ${missing
        .map((language) => `${source.id}.${language}.md`)
        .slice(0, 3)
        .join(', ')} and translate its words, or leave it where nobody of this group needs the language.`;
      return [sayAt(missingLanguage, source.file, { key: ['group'] }, { message, hint })];
    });
  },
};
