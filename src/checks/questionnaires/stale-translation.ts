import type { Check } from '../../model/contracts.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { fingerprintWords } from '../../text/fingerprint.ts';
import { FRAME, frameFingerprint, questionFingerprint } from '../../text/questionnaire/merge-translations.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, setsOf } from '../questionnaires.ts';
import { type SpottedFinding, sayAt } from '../say.ts';

const SOURCE = exampleQuestionnaire('## What gets in the way? {#q1}\n');
const FRENCH = '## Quels sont les obstacles ? {#q1}\n';

/** A translation says what its source language says today. */
export const staleTranslation: Check = {
  id: 'questionnaires/stale-translation',
  about: 'A translation was made from the words that the source language has today.',
  why: 'Where the question was reworded since, people who answer in another language are asked something else.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/civil-society-first.fr.md',
    failing: exampleQuestionnaire(FRENCH, {
      language: 'fr',
      translation: '{ from: en, texts: { q1: 0000000000000000 } }',
    }),
    passing: exampleQuestionnaire(FRENCH, {
      language: 'fr',
      translation: `{ from: en, texts: { q1: "${fingerprintWords('What gets in the way?')}" } }`,
    }),
    files: { [EXAMPLE_FILE]: SOURCE },
  },
  run: (context) =>
    setsOf(context).flatMap(({ source, translations }) =>
      translations.flatMap((translation) => [...stale(source, translation), ...unstamped(source, translation)]),
    ),
};

function stale(source: Questionnaire, { file, frontMatter }: Questionnaire): SpottedFinding[] {
  const texts = frontMatter.translation?.texts ?? {};
  const today = new Map(source.questions.map((question) => [question.id, questionFingerprint(question)]));
  if (!today.has(FRAME)) today.set(FRAME, frameFingerprint(source));
  return Object.entries(texts).flatMap(([id, fingerprint]) => {
    const now = today.get(id);
    if (now === undefined || now === fingerprint) return [];
    const what = id === FRAME ? 'What stands around the questions' : `The question "${id}"`;
    const message = `${what} was reworded in ${source.file} after this translation was made.`;
    const hint = `Mend the translation, then take the line "${id}" out of translation.texts and run "penholder ids".`;
    return [sayAt(staleTranslation, file, { key: ['translation', 'texts', id] }, { message, hint })];
  });
}

/** Without a fingerprint nobody will ever know. */
function unstamped(source: Questionnaire, { file, frontMatter, questions }: Questionnaire): SpottedFinding[] {
  const { translation } = frontMatter;
  if (translation === undefined) {
    const message = `Nothing says what this was translated from; "${source.language}" is taken for the source language.`;
    const hint = `Add translation: { from: ${source.language} } and run "penholder ids".`;
    return [sayAt(staleTranslation, file, { key: ['language'] }, { message, hint, severity: 'info' })];
  }
  const known = new Set(questions.map(({ id }) => id));
  const bare = source.questions.filter(({ id }) => known.has(id) && translation.texts?.[id] === undefined);
  if (bare.length === 0) return [];
  const which = bare.length === 1 ? `the question "${bare[0]?.id}" was` : `${bare.length} questions were`;
  const message = `Nothing tells which words ${which} translated from, so a later change there will go unnoticed.`;
  const spot = { key: translation.texts === undefined ? ['translation'] : ['translation', 'texts'] };
  return [sayAt(staleTranslation, file, spot, { message, hint: 'Run "penholder ids".', severity: 'info' })];
}
