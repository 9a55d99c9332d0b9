import type { Check } from '../../model/contracts.ts';
import type { Round } from '../../model/process.ts';
import { daysBetween, startOf } from '../../trace/when.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { type SpottedFinding, sayAt } from '../say.ts';

/** Eight weeks. */
const SHORTEST = 56;

/** Rounds so short that many can't take part. */
export const shortRound: Check = {
  id: 'safeguarding/short-round',
  about: 'A round of consultation lasts eight weeks, or the process says why it is shorter.',
  why: `Translating, gathering a group, asking for consent and answering take time; who needs most of it is left out first.

General principles and minimum standards for consultation of interested parties by the European Commission, standard D: at least eight weeks for written consultations, twelve for public ones. A shorter round wants a recorded reason.`,
  severity: 'warning',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace('on: zero }', 'on: zero, planned: { from: 2022-11-01, to: 2022-11-20 } }'),
    passing: EXAMPLE_PROCESS.replace(
      'on: zero }',
      'on: zero, planned: { from: 2022-11-01, to: 2022-11-20 }, reason: Comments on a known text. }',
    ),
  },
  run: ({ workspace }) => (workspace.process.rounds ?? []).flatMap(judge),
};

function judge(round: Round, index: number): SpottedFinding[] {
  const key = round.actual === undefined ? 'planned' : 'actual';
  const when = round[key];
  if (round.reason !== undefined || when === undefined || typeof when === 'string' || when.to === undefined) return [];
  const days = daysBetween(startOf(when.from), lastDay(when.to)) + 1;
  if (Number.isNaN(days) || days >= SHORTEST || days < 0) return [];
  return [
    sayAt(
      shortRound,
      'penholder.yaml',
      { key: ['rounds', index, key] },
      {
        message: `The round "${round.id}" lasts ${days} days, fewer than the ${SHORTEST} that good practice asks.`,
        hint: 'Give it more time, or say in `reason` why it is shorter.',
      },
    ),
  ];
}

/** Months end when they end, since days are counted here. */
function lastDay(date: string): string {
  const [year = 1970, month = 12, day] = date.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}
