import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Round } from '../../model/process.ts';
import { daysBetween, startOf } from '../../trace/when.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { sayAt } from '../say.ts';

const WEEKS = 8;
const SHORTEST = WEEKS * 7;
const LONG = 'planned: { from: 2022-04-01, to: 2022-09-30 }';
const SHORT = 'planned: { from: 2022-09-01, to: 2022-09-30 }';

/** Rounds that give people little time. */
export const shortRound: Check = {
  id: 'workspace/short-round',
  about: 'A round of consultation is open for eight weeks, or says why not.',
  why: `Organisations have to ask their own members before they can answer; translating, gathering a group and asking for consent take time, and children need preparation. A short window shuts out who needs most of it.

The European Commission's minimum standards for consultation (standard D) ask for at least eight weeks, twelve for consultations open to the public; a shorter time needs a recorded reason.`,
  severity: 'warning',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace(LONG, SHORT),
    passing: EXAMPLE_PROCESS.replace(LONG, `${SHORT}, reason: Prepared in talks since April`),
  },
  run: ({ workspace }) => (workspace.process.rounds ?? []).flatMap(judge),
};

function judge(round: Round, index: number): Finding[] {
  const key = round.actual === undefined ? 'planned' : 'actual';
  const days = daysOf(round[key]);
  if (days === undefined || days >= SHORTEST || round.reason !== undefined) return [];
  return [
    sayAt(
      shortRound,
      'penholder.yaml',
      { key: ['rounds', index, key] },
      {
        message: `The round "${round.id}" is open for ${days} days, less than ${WEEKS} weeks, and gives no reason.`,
        hint: 'Keep it open longer, or say why it is short under reason:.',
      },
    ),
  ];
}

/** Days of a period; one given by months or years begins with the first day of the first and ends with the last of the last. */
function daysOf(when: Round['planned']): number | undefined {
  if (typeof when !== 'object' || when.to === undefined) return undefined;
  const days = daysBetween(startOf(when.from), lastDay(when.to)) + 1;
  return Number.isNaN(days) || days < 0 ? undefined : days;
}

function lastDay(date: string): string {
  const [year = 1970, month = 12, day] = date.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}
