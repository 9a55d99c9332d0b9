import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { sayAt } from '../say.ts';

const decision = (ref: string) =>
  `---\nid: d1\ntitle: Budget lines\ndate: 2022-11-14\ndecides: [${ref}]\n---\n\nThey stay with the entities.\n`;

/** Decisions on inputs that nobody gave. */
export const unknownInput: Check = {
  id: 'decisions/unknown-input',
  about: 'The inputs that a decision decides on are there.',
  why: 'What the core group decided on an input reaches its contributor only where the input can be found.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'decisions/d1-budget.md',
    failing: decision('first/coalition#i7'),
    passing: decision('first/coalition#i2'),
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
  run: ({ workspace }) => {
    if (workspace.decisions.every(({ frontMatter }) => frontMatter.decides === undefined)) return [];
    const known = new Set(workspace.notes.flatMap(({ inputs }) => inputs.map(({ ref }) => ref)));
    return workspace.decisions.flatMap(({ file, frontMatter: { decides = [] } }) =>
      decides.flatMap((ref, index) => {
        if (known.has(ref)) return [];
        const near = nearest(ref, known);
        const message = `This decision decides on the input "${ref}", which does not exist.`;
        const hint =
          near === undefined ? 'Give the input with its note, as in first/coalition#i3.' : `Did you mean "${near}"?`;
        return [sayAt(unknownInput, file, { key: ['decides', index] }, { message, hint })];
      }),
    );
  },
};
