import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { sayAt } from '../say.ts';
import { meant } from '../words.ts';

const BODY = '## What gets in the way? {#q1}\n';

/** The round of a questionnaire is one the process declares. */
export const unknownRound: Check = {
  id: 'questionnaires/unknown-round',
  about: 'The round of a questionnaire is one the process declares.',
  why: 'Deadlines, clearance and what is consulted on go by round.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { round: 'frist' }),
    passing: exampleQuestionnaire(BODY),
  },
  run: ({ workspace: { process, questionnaires } }) => {
    const known = (process.rounds ?? []).map(({ id }) => id);
    return questionnaires
      .filter(({ frontMatter: { round } }) => !known.includes(round))
      .map(({ file, frontMatter: { round } }) =>
        sayAt(
          unknownRound,
          file,
          { key: ['round'] },
          {
            message: `The process declares no round "${round}".`,
            hint: meant(nearest(round, known), known),
          },
        ),
      );
  },
};
