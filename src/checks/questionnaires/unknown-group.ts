import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { sayAt } from '../say.ts';
import { meant } from '../words.ts';

const BODY = '## What gets in the way? {#q1}\n';

/** The group of a questionnaire is one the process declares. */
export const unknownGroup: Check = {
  id: 'questionnaires/unknown-group',
  about: 'The group of a questionnaire is one the process declares.',
  why: 'Whether a group is under safeguarding stands in the process; for a group it does not know nothing would be asked.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { group: 'civil-socety' }),
    passing: exampleQuestionnaire(BODY),
  },
  run: ({ workspace: { process, questionnaires } }) => {
    const known = (process.groups ?? []).map(({ id }) => id);
    return questionnaires
      .filter(({ frontMatter: { group } }) => !known.includes(group))
      .map(({ file, frontMatter: { group } }) =>
        sayAt(
          unknownGroup,
          file,
          { key: ['group'] },
          {
            message: `The process declares no group "${group}".`,
            hint: meant(nearest(group, known), known),
          },
        ),
      );
  },
};
