import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Period, Round } from '../../model/process.ts';
import { daysBetween } from '../../trace/when.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { sayAt } from '../say.ts';

const WEEKS = 8;
const LONG = 'planned: { from: 2022-04-01, to: 2022-09-30 }';
const SHORT = 'planned: { from: 2022-09-01, to: 2022-09-30 }';

/** Rounds that give people little time. */
export const shortRound: Check = {
  id: 'workspace/short-round',
  about: 'A round of consultation is open for eight weeks, or says why not.',
  why: `Organisations have to ask their own members before they can answer, and children need preparation; a short window shuts them out.

The European Commission's minimum standards ask for at least eight weeks, twelve for consultations open to the public; a shorter time needs a recorded reason.`,
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
  if (days === undefined || days >= WEEKS * 7 || round.reason !== undefined) return [];
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

/** Days of a period given to the day; a month or a year alone says too little. */
function daysOf(when: Round['planned']): number | undefined {
  const period: Period | undefined = typeof when === 'object' ? when : undefined;
  if (period?.to === undefined || period.from.length !== 10 || period.to.length !== 10) return undefined;
  return daysBetween(period.from, period.to) + 1;
}
