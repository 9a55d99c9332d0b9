import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { sayAt } from '../say.ts';
import { meant } from '../words.ts';

/** Decisions on a stage that the process does not know. */
export const unknownStage: Check = {
  id: 'decisions/unknown-stage',
  about: 'The stage that a decision names is one the process declares.',
  why: `A decision is cited as the reason for changes of its stage; with an unknown stage it is never found.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'decisions/d1-minimum.md',
    failing: '---\nid: d1\ntitle: A common minimum\ndate: 2022-11-14\nstage: secnd\n---\n\nThe minimum is common.\n',
    passing: '---\nid: d1\ntitle: A common minimum\ndate: 2022-11-14\nstage: second\n---\n\nThe minimum is common.\n',
  },
  run: ({ workspace }) => {
    const known = workspace.process.stages.map(({ id }) => id);
    return workspace.decisions.flatMap(({ file, frontMatter: { stage } }) => {
      if (stage === undefined || known.includes(stage)) return [];
      const message = `This decision is about the stage "${stage}", which the process does not declare.`;
      return [sayAt(unknownStage, file, { key: ['stage'] }, { message, hint: meant(nearest(stage, known), known) })];
    });
  },
};
