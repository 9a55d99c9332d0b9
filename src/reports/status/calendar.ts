import type { Calendar, CalendarEvent } from '../../model/calendar.ts';
import type { When } from '../../model/dates.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { disclosures } from '../../trace/disclose-input.ts';
import { mayCount } from '../../trace/reach/note-facts.ts';
import type { StatusContext } from './data.ts';
import { firstDay, lastDay } from './deadlines.ts';

/**
 * The timeline as a calendar that everybody may have: stages, rounds, last days for comments, and feedback promised to
 * consultations of which the public may know. What is for the core group alone, such as clearances, is not in it.
 *
 * @param stamp ISO date and time of what it is made from.
 */
export function timeline(context: StatusContext, stamp: string): Calendar {
  const { workspace } = context;
  const { process } = workspace;
  const name = process.name ?? contentHash(process.title).slice(0, 12);
  const events = [
    ...stageEvents(context),
    ...roundEvents(context),
    ...commentEvents(context),
    ...feedbackEvents(context),
  ];
  return {
    name: process.title,
    stamp,
    events: events.map(({ uid, ...event }) => ({ ...event, uid: `${uid}@${name}.penholder` })),
  };
}

interface Dated {
  readonly what: string;
  readonly id: string;
  readonly title: string;
  readonly planned?: When | undefined;
  readonly actual?: When | undefined;
}

/** What was planned and what was; a plan that held is one entry. */
function datedEvents({ what, id, title, planned, actual }: Dated): CalendarEvent[] {
  const event = (kind: 'planned' | 'actual', when: When, words: string): CalendarEvent => ({
    uid: `${what}-${id}-${kind}`,
    from: firstDay(when),
    to: typeof when === 'object' && when.to === undefined ? firstDay(when) : lastDay(when),
    summary: words,
    category: what,
  });
  if (actual !== undefined) return [event('actual', actual, title)];
  return planned === undefined ? [] : [event('planned', planned, `${title} (planned)`)];
}

function stageEvents({ workspace, frozen }: StatusContext): CalendarEvent[] {
  return workspace.process.stages.flatMap(({ id, title, planned, actual }) => {
    const freeze = frozen?.find(({ stage }) => stage.id === id)?.date.slice(0, 10);
    return datedEvents({ what: 'stage', id, title, planned, actual: actual ?? freeze });
  });
}

function roundEvents({ workspace }: StatusContext): CalendarEvent[] {
  return (workspace.process.rounds ?? []).flatMap(({ id, title = id, planned, actual }) =>
    datedEvents({ what: 'round', id, title, planned, actual }),
  );
}

function commentEvents({ workspace }: StatusContext): CalendarEvent[] {
  const { groups = [], stages } = workspace.process;
  return (workspace.circulations ?? []).flatMap(({ stage, entry }, index) => {
    const group = groups.find(({ id }) => id === entry.to);
    const text = stages.find(({ id }) => id === stage);
    if (entry.deadline === undefined || entry.distribution !== 'public' || group === undefined) return [];
    const date = lastDay(entry.deadline);
    const summary = `Last day for comments on ${text?.title ?? stage}: ${group.title}`;
    return [{ uid: `comments-${stage}-${entry.to}-${index + 1}`, from: date, to: date, summary, category: 'comments' }];
  });
}

function feedbackEvents({ workspace }: StatusContext): CalendarEvent[] {
  const { notes, process } = workspace;
  const told = disclosures({ notes, process, audience: { distribution: 'public' } });
  const counts = new Map<string, number>();
  for (const note of notes) {
    const date = note.frontMatter.safeguarding?.['feedback-by'];
    if (date !== undefined && mayCount(note, told)) counts.set(lastDay(date), (counts.get(lastDay(date)) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({
    uid: `feedback-${date}`,
    from: date,
    to: date,
    summary: `Feedback is promised to ${count} ${count === 1 ? 'consultation' : 'consultations'}`,
    category: 'feedback',
  }));
}
