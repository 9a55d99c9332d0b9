import type { Check } from '../../model/contracts.ts';
import { personalDataAsked } from '../../text/questionnaire/personal-data-asked.ts';
import { asksGuarded, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import { someOf } from '../words.ts';

/** Personal only where somebody is to be protected from being seen or heard. */
const ONLY_GUARDED: ReadonlySet<string> = new Set(['a recording']);

/** Questions do not ask who somebody is. */
export const personalData: Check = {
  id: 'questionnaires/personal-data',
  about:
    'No question asks for a name, a phone number, an e-mail address, a position, an exact age, a school or the like.',
  why: `What was never asked cannot leak. Names and contacts that organisers need stay with the focal point, apart from the answers.

Data protection by design, and the guidance of UNICEF Innocenti on ethical research involving children: collect no more than is needed. For a group under safeguarding such a question is an error.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/children-first.en.md',
    failing: exampleQuestionnaire('## What is your name? {#q1}\n', { group: 'children' }),
    passing: exampleQuestionnaire('## What gets in the way? {#q1}\n', { group: 'children' }),
  },
  run: (context) =>
    setsOf(context).flatMap(({ source, translations }) => {
      const guarded = asksGuarded(context, source);
      const choices = new Map(source.questions.map((question) => [question.id, question.choices]));
      return [source, ...translations].flatMap((questionnaire) =>
        questionnaire.questions.flatMap((question) => {
          // A translation need not repeat the choices that make an age a band.
          const full = { ...question, choices: choices.get(question.id) ?? question.choices };
          const asked = personalDataAsked(full).filter((what) => guarded || !ONLY_GUARDED.has(what));
          if (asked.length === 0) return [];
          const message = `The question "${question.id}" asks for ${someOf(asked)}.`;
          const hint =
            'Take it out, or ask for what is needed instead: a role, a kind of organisation, an age band, a region.';
          const severity = guarded ? 'error' : 'warning';
          return [sayOf(personalData, questionnaire, { question, words: `{#${question.id}`, message, hint, severity })];
        }),
      );
    }),
};
