import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Round } from '../../model/process.ts';
import { type CoverageLine, measureCoverage } from '../../trace/coverage.ts';
import { hasEnded } from '../../trace/when.ts';
import { EXAMPLE_NOTE, EXAMPLE_PROCESS } from '../example-workspace.ts';
import { sayAt } from '../say.ts';
import { counted } from '../words.ts';

const TARGET = '\n    - { group: civil-society, region: asia, round: first, notes: 1 }';

/** Targets that were not reached, and nobody says why. */
export const coverageGap: Check = {
  id: 'workspace/coverage-gap',
  about: 'A coverage target that was not reached in a round that is over has an explanation.',
  why: `Who reads the text must be able to see who was not heard, and why; a gap that is explained is honest, one that is hidden is not.

The concept note for the consultations on child rights mainstreaming asks that all levels and groups be covered and gaps be explained.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'penholder.yaml',
    failing: `${EXAMPLE_PROCESS}coverage:\n  targets:${TARGET}\n`,
    passing: `${EXAMPLE_PROCESS}coverage:\n  targets:${TARGET.replace('asia', 'africa')}\n`,
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
  run: ({ workspace, today }) =>
    measureCoverage(workspace.process, workspace.notes)
      .filter(
        ({ met, explanation, target }) => !met && explanation === undefined && isOver(target.round, workspace, today),
      )
      .map(finding),
};

/** A target without a round is judged when all rounds are over. */
function isOver(id: string | undefined, { process }: CheckContext['workspace'], today: string): boolean {
  const rounds = (process.rounds ?? []).filter((round) => id === undefined || round.id === id);
  return rounds.length > 0 && rounds.every((round) => roundEnded(round, today));
}

function roundEnded({ actual, planned }: Round, today: string): boolean {
  const when = actual ?? planned;
  return when !== undefined && hasEnded(when, today);
}

function finding({ target, index, notes, participants }: CoverageLine): Finding {
  const whom = [target.group, target.region, target.level, target.round].filter((part) => part !== undefined);
  const wanted = [
    ...(target.notes === undefined ? [] : [counted(target.notes, 'consultation')]),
    ...(target.participants === undefined ? [] : [counted(target.participants, 'participant')]),
  ];
  return sayAt(
    coverageGap,
    'penholder.yaml',
    { key: ['coverage', 'targets', index] },
    {
      message: `Of ${wanted.join(' and ') || 'one consultation'} planned for ${whom.join(', ')}, there were ${counted(notes, 'consultation')}${target.participants === undefined ? '' : ` with ${counted(participants, 'participant')}`}, and no explanation is given.`,
      hint: 'Say why under coverage.explanations in penholder.yaml, with the same group and region.',
    },
  );
}
