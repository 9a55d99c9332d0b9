import type { Check } from '../../model/contracts.ts';
import type { Process } from '../../model/process.ts';
import { nearest } from '../../text/nearest.ts';
import { isKind } from '../../text/questionnaire/question-attributes.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import { meant } from '../words.ts';

/** Codes of questions are in the codebook. */
export const unknownCode: Check = {
  id: 'questionnaires/unknown-code',
  about: 'The codes that a question gives its inputs are in the codebook.',
  why: 'Inputs get these codes where they carry none; with one that the codebook does not have they are missing from every table.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## What is missing? {#q1}\n\n`kind: gap` `codes: pillar/developement`\n'),
    passing: exampleQuestionnaire('## What is missing? {#q1}\n\n`kind: gap` `codes: pillar/development`\n'),
  },
  run: (context) => {
    const known = codesOf(context.workspace.process);
    return [...setsOf(context)]
      .flatMap(({ source, translations }) => [source, ...translations])
      .flatMap((questionnaire) =>
        questionnaire.questions.flatMap((question) =>
          question.tags
            .filter((tag) => !isKind(tag) && !known.includes(tag))
            .map((tag) => {
              const message = `The code "${tag.slice(0, 60)}" is not in the codebook.`;
              const hint = meant(nearest(tag, known), known);
              return sayOf(unknownCode, questionnaire, { question, words: tag, message, hint });
            }),
        ),
      );
  },
};

function codesOf({ codebook = {} }: Process): readonly string[] {
  return Object.entries(codebook).flatMap(([dimension, { values }]) => values.map(({ id }) => `${dimension}/${id}`));
}
