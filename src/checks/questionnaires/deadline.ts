import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { daysBetween, endOf, startOf } from '../../trace/when.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, roundOf, setsOf } from '../questionnaires.ts';
import { type Said, type SpottedFinding, sayAt } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n';
const WEEKS = 8;

/** The deadline of a questionnaire lies in its round and leaves time to answer. */
export const deadline: Check = {
  id: 'questionnaires/deadline',
  about: 'The deadline of a questionnaire lies in its round, and leaves eight weeks unless a reason is recorded.',
  why: `An answer that arrives after its round counts as late, and a short time shuts out those who have to ask others first.

The European Commission's minimum standards ask for at least eight weeks, twelve for consultations open to the public.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { deadline: '2022-10-31' }),
    passing: exampleQuestionnaire(BODY, { deadline: '2022-09-21' }),
  },
  run: (context) => setsOf(context).flatMap(({ source }) => judge(source, context)),
};

function judge(source: Questionnaire, context: CheckContext): SpottedFinding[] {
  const due = source.frontMatter.deadline;
  const round = roundOf(context, source);
  const when = round?.actual ?? round?.planned;
  if (due === undefined || round === undefined || when === undefined) return [];
  const said = outside(due, when, round.id) ?? (round.reason === undefined ? tooSoon(due, when) : undefined);
  return said === undefined ? [] : [sayAt(deadline, source.file, { key: ['deadline'] }, said)];
}

type When = NonNullable<ReturnType<typeof roundOf>>['planned'] & {};

function outside(due: string, when: When, round: string): Said | undefined {
  const open = typeof when === 'object' && when.to === undefined;
  if (!open && startOf(due) > endOf(when)) {
    const message = `The deadline ${due} lies after the end of the round "${round}".`;
    return { message, hint: 'Move the deadline, or the end of the round in penholder.yaml.' };
  }
  if (endOf(due) >= startOf(when)) return undefined;
  const message = `The deadline ${due} lies before the round "${round}" begins.`;
  return { message, hint: 'Move the deadline, or the beginning of the round in penholder.yaml.' };
}

/** Only where both days are known, and where the round itself is long enough: else the round is what is too short. */
function tooSoon(due: string, when: When): Said | undefined {
  const from = typeof when === 'string' ? when : when.from;
  const to = typeof when === 'string' ? when : when.to;
  if (due.length !== 10 || from.length !== 10) return undefined;
  if (to?.length === 10 && daysBetween(from, to) + 1 < WEEKS * 7) return undefined;
  const days = daysBetween(from, due) + 1;
  if (days >= WEEKS * 7) return undefined;
  const message = `The deadline ${due} leaves ${days} days from the beginning of the round, less than ${WEEKS} weeks.`;
  return { message, hint: 'Leave more time, or record the reason under reason: of the round in penholder.yaml.' };
}
