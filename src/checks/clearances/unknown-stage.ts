import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_DIGEST, exampleClearance } from '../example-clearance.ts';
import { say } from '../say.ts';
import { meant } from '../words.ts';

/** Clearances of a stage that the process does not know. */
export const unknownStage: Check = {
  id: 'clearances/unknown-stage',
  about: 'The stage that a file of clearances is named after is one the process declares.',
  why: 'Clearances of an unknown stage count for nothing when a stage is frozen.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'clearances/zerro.yaml',
    failing: exampleClearance('OHCHR', EXAMPLE_DIGEST),
    passing: '',
  },
  run: ({ workspace }) => {
    const known = workspace.process.stages.map(({ id }) => id);
    return (workspace.clearances ?? [])
      .filter(({ stage, record }) => !known.includes(stage) && Object.keys(record).length > 0)
      .map(({ stage, file }) =>
        say(
          unknownStage,
          { file, line: 1, column: 1 },
          {
            message: `These clearances are of the stage "${stage}", which the process does not declare.`,
            hint: `${meant(nearest(stage, known), known)} The file is named after its stage.`,
          },
        ),
      );
  },
};
