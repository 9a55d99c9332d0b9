import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { startOf } from '../../trace/when.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, isInUse, roundOf, setsOf } from '../questionnaires.ts';
import { type SpottedFinding, sayAt } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n';

/** The core group cleared a questionnaire before it was used. */
export const notCleared: Check = {
  id: 'questionnaires/not-cleared',
  about: 'The core group cleared a questionnaire before its round began.',
  why: 'What is asked in the name of the core group is agreed by it first; once people have answered, a question cannot be taken back.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { clearance: '{ by: core group, date: 2022-05-20 }' }),
    passing: exampleQuestionnaire(BODY, { clearance: '{ by: core group, date: 2022-03-20 }' }),
  },
  run: (context) => setsOf(context).flatMap(({ source }) => (isInUse(context, source) ? judge(source, context) : [])),
};

function judge(source: Questionnaire, context: CheckContext): SpottedFinding[] {
  const { clearance, round: name } = source.frontMatter;
  const round = roundOf(context, source);
  const when = round?.actual ?? round?.planned;
  if (clearance === undefined) {
    const message = `The round "${name}" has begun, but nothing says that the core group cleared this questionnaire.`;
    const hint = 'Add clearance: { by: core group, date: 2022-07-28 } with the day it was cleared.';
    return [sayAt(notCleared, source.file, { key: ['clearance'] }, { message, hint })];
  }
  if (when === undefined || startOf(clearance.date) <= startOf(when)) return [];
  const message = `This questionnaire was cleared on ${clearance.date}, after the round "${name}" had begun.`;
  const hint = 'Mend the date, or keep the round closed until questionnaires are cleared.';
  return [sayAt(notCleared, source.file, { key: ['clearance'] }, { message, hint })];
}
