import type { Check } from '../../model/contracts.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { longestDuration, minutesOfPart, plannedMinutes } from '../../text/questionnaire/minutes.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import { type SpottedFinding, sayAt } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n\n`minutes: 30`\n\n## What helps? {#q2}\n\n`minutes: 15`\n';

/** The minutes of a questionnaire fit the time it promises to take. */
export const minutes: Check = {
  id: 'questionnaires/minutes',
  about: 'The minutes of questions and parts fit the duration that people are told.',
  why: 'Facilitators plan by these minutes; where they do not fit, the last questions, often those on what should change, are never asked.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(BODY, { duration: '20 to 40 minutes' }),
    passing: exampleQuestionnaire(BODY, { duration: 'About an hour' }),
  },
  run: (context) => setsOf(context).flatMap(({ source }) => [...whole(source), ...ofParts(source)]),
};

function whole(source: Questionnaire): SpottedFinding[] {
  const { duration } = source.frontMatter;
  const promised = duration === undefined ? undefined : longestDuration(duration);
  const planned = plannedMinutes(source);
  if (promised === undefined || planned <= promised) return [];
  const message = `Questions and parts take ${planned} minutes, but the questionnaire is said to take ${promised} at most.`;
  const hint = 'Cut questions or minutes, or tell people how long it really takes.';
  return [sayAt(minutes, source.file, { key: ['duration'] }, { message, hint })];
}

function ofParts(source: Questionnaire): SpottedFinding[] {
  return source.parts.flatMap((part) => {
    const needed = minutesOfPart(part);
    if (part.minutes === undefined || needed <= part.minutes) return [];
    const message = `The part "${part.title}" is given ${part.minutes} minutes, but its questions take ${needed}.`;
    return [sayOf(minutes, source, { question: part, words: 'minutes', message, hint: 'Mend one of the two.' })];
  });
}
