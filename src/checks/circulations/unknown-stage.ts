import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { exampleCirculation } from '../example-circulation.ts';
import { say } from '../say.ts';
import { meant } from '../words.ts';

/** Circulations of a stage that the process does not know. */
export const unknownStage: Check = {
  id: 'circulations/unknown-stage',
  about: 'The stage that a file of circulations is named after is one the process declares.',
  why: 'What was sent is told with its stage; under a name that is no stage it is told nowhere.',
  severity: 'error',
  needs: ['notes'],
  examples: { file: 'circulations/zerro.yaml', failing: exampleCirculation({}), passing: '' },
  run: ({ workspace }) => {
    const known = workspace.process.stages.map(({ id }) => id);
    const files = new Map((workspace.circulations ?? []).map((one) => [one.file, one] as const));
    return [...files.values()]
      .filter(({ stage }) => !known.includes(stage))
      .map(({ stage, file, line }) =>
        say(
          unknownStage,
          { file, line, column: 1 },
          {
            message: `These circulations are of the stage "${stage}", which the process does not declare.`,
            hint: `${meant(nearest(stage, known), known)} The file is named after its stage.`,
          },
        ),
      );
  },
};
