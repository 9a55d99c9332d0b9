import type { When } from '../../model/dates.ts';
import type { ClearanceLine, RoundStatus, SilenceLine, StageStatus, StatusFacts } from './data.ts';
import type { Deadline } from './deadlines.ts';
import type { LeadLine } from './progress.ts';

/** A date or period in short: `2022-09-01 – 2022-09-30`; an open one `since 2022-09-01`; a dash where there is none. */
export function whenWords(when: When | undefined): string {
  if (when === undefined) return '–';
  if (typeof when === 'string') return when;
  if (when.to === undefined) return `since ${when.from}`;
  return when.to === when.from ? when.from : `${when.from} – ${when.to}`;
}

/** How a stage stands, in words. */
export function stageWords(stage: StageStatus, { repository }: StatusFacts): string {
  const late = stage.overdue ? ', overdue' : '';
  if (stage.state === 'frozen') return `frozen on ${stage.frozenOn ?? '?'} as ${stage.tag ?? '?'}`;
  if (stage.waitsFor.length > 0) return `waits for ${stage.waitsFor.join(', ')}${late}`;
  if (!repository) return `not frozen: there is no git here${late}`;
  if (stage.state !== 'next') return `later${late}`;
  if (stage.unanswered > 0)
    return `waits for ${stage.unanswered === 1 ? 'one answer' : `${stage.unanswered} answers`}${late}`;
  return `${stage.uncleared.length > 0 ? 'waits for clearance' : 'can be frozen'}${late}`;
}

/** How a round stands, in words. */
export function roundWords({ state, overdue }: RoundStatus): string {
  return overdue ? `${state}, overdue` : state;
}

/** How far the inputs of a round are answered: `112 of 112 answered`. */
export function answerWords({ inputs, answered, pending, suspect }: RoundStatus): string {
  if (inputs === 0) return 'no inputs yet';
  const open = inputs - answered;
  const parts = [
    `${answered} of ${inputs} answered`,
    ...(open > 0 ? [`${open} open`] : []),
    ...(pending > 0 ? [`${pending} accepted without a recorded edit`] : []),
    ...(suspect > 0 ? [`${suspect} changed since they were carried out`] : []),
  ];
  return parts.join(', ');
}

/** Coverage in a sentence. */
export function coverageWords({ coverage }: StatusFacts): string {
  const { targets, met, explained, unexplained } = coverage;
  if (targets === 0) return 'No targets are declared.';
  if (targets === met) return `All ${targets} targets are met.`;
  const parts = [
    `${met} of ${targets} targets ${met === 1 ? 'is' : 'are'} met`,
    ...(explained > 0 ? [`${explained} missed with an explanation`] : []),
    ...(unexplained > 0 ? [`${unexplained} missed without one`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** How far away a day is: `12 days ago`, `today`, `in 3 days`. */
export function daysWords(days: number): string {
  if (days === 0) return 'today';
  const number = Math.abs(days);
  const told = number === 1 ? '1 day' : `${number} days`;
  return days < 0 ? `${told} ago` : `in ${told}`;
}

/** A date in a line: `2023-02-28  Feedback to 3 consultations (12 days ago)`. */
export function deadlineWords({ date, title, days }: Deadline): string {
  return `${date} – ${title} (${daysWords(days)})`;
}

/** How a clearance stands, in a sentence. */
export function clearanceWords({ title, cleared, missing, void: lost, silence }: ClearanceLine): string {
  const parts = [
    cleared.length === 0 ? 'nobody has cleared it' : `cleared by ${cleared.join(', ')}`,
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(lost.length > 0 ? [`void after later edits: ${lost.join(', ')}`] : []),
    ...(missing.length > 0 && silence !== undefined ? [SILENCE[silence.state](silence)] : []),
  ];
  return `${title}: ${parts.join('; ')}.`;
}

const SILENCE: Readonly<Record<SilenceLine['state'], (silence: SilenceLine) => string>> = {
  running: ({ deadline }) => `silence runs until ${deadline}`,
  broken: ({ brokenBy }) => `silence broken by ${brokenBy.join(', ')}`,
  void: () => 'the silence procedure is void, because the text changed',
  completed: ({ deadline }) => `silence kept until ${deadline}`,
};

/** What waits for a lead, as cells of a table. */
export function leadCells({ lead, unanswered, pending, suspect }: LeadLine): readonly string[] {
  return [lead ?? 'Nobody leads', String(unanswered), String(pending), String(suspect)];
}

/** Heads of the table of what waits. */
export const LEAD_HEAD = ['Lead', 'Unanswered', 'Not yet written', 'To be looked at again'] as const;

/** So many of the dates that come are shown, and none more than a year away; JSON and the calendar have all. */
const COMING = { most: 5, days: 366 };

/** The next dates. */
export function nextDates(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.filter(({ state, days }) => state === 'coming' && days <= COMING.days).slice(0, COMING.most);
}
