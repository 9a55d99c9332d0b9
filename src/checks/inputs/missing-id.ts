import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { say } from '../say.ts';
import { counted } from '../words.ts';

/** Inputs without an id; one finding for each note. */
export const missingId: Check = {
  id: 'inputs/missing-id',
  about: 'Inputs that have no id yet.',
  why: `An input is answered by its id; without one, nothing can be said about it that survives an edit of the note.`,
  severity: 'info',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #barrier #pillar/development\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
  run: ({ workspace }) =>
    workspace.notes.flatMap(({ file, inputs }) => {
      const without = inputs.filter(({ id }) => id === undefined);
      const [first] = without;
      if (first === undefined) return [];
      const message = `${counted(without.length, 'input')} of this note ${without.length === 1 ? 'has' : 'have'} no id.`;
      const hint = `Run "penholder ids ${file}" to give ids and change nothing else.`;
      return [say(missingId, { file, line: first.line, column: 1 }, { message, hint })];
    }),
};
