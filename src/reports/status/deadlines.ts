import type { ClearanceState } from '../../model/clearance.ts';
import type { When } from '../../model/dates.ts';
import { byCodePoint } from '../../model/order.ts';
import { daysBetween, endOf, startOf } from '../../trace/when.ts';
import type { RoundStatus, StageStatus, StatusContext } from './data.ts';

/** What a date is of. */
export type DeadlineKind = 'stage' | 'round' | 'feedback' | 'retention' | 'silence' | 'circulation';

/** A day by which something is to be done, or was. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** ISO date of the last day. */
  readonly date: string;
  /** In words that name nobody. */
  readonly title: string;
  readonly state: 'overdue' | 'coming' | 'done';
  /** Days from today; negative for days that have passed. */
  readonly days: number;
}

/** What dates are gathered from, besides the workspace. */
export interface DeadlineSources {
  readonly stages: readonly StageStatus[];
  readonly rounds: readonly RoundStatus[];
  readonly clearances: readonly ClearanceState[];
}

/**
 * Gathers the dates of a process: what is overdue first, the longest first; then what comes, the nearest first; then
 * what is done. Consultations are counted, never named.
 */
export function deadlines(context: StatusContext, sources: DeadlineSources): readonly Deadline[] {
  const { today } = context;
  const all = [
    ...sources.stages.map((stage) => stageDeadline(stage, today)),
    ...sources.rounds.map((round) => roundDeadline(round, today)),
    ...feedbackDeadlines(context),
    ...retentionDeadlines(context),
    ...silenceDeadlines(sources.clearances, context),
    ...circulationDeadlines(context),
  ].flatMap((one) => one ?? []);
  const order = ['overdue', 'coming', 'done'];
  return all.sort(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) ||
      byCodePoint(one.date, other.date) ||
      byCodePoint(one.title, other.title),
  );
}

type Draft = Pick<Deadline, 'kind' | 'date' | 'title'> & { readonly done: boolean };

function deadline({ done, ...draft }: Draft, today: string): Deadline {
  const state = done ? 'done' : draft.date < today ? 'overdue' : 'coming';
  return { ...draft, state, days: daysBetween(today, draft.date) };
}

/** The last day of a date or period that there is in a calendar. */
export function lastDay(when: When): string {
  const end = endOf(when);
  const [year = '', month = ''] = end.split('-');
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(end.slice(8)) > days ? `${year}-${month}-${days}` : end;
}

function stageDeadline(stage: StageStatus, today: string): Deadline | undefined {
  const { title, planned, actual, state } = stage;
  if (planned === undefined) return undefined;
  const done = state === 'frozen' || actual !== undefined;
  return deadline({ kind: 'stage', date: lastDay(planned), title: `${title} planned`, done }, today);
}

function roundDeadline(round: RoundStatus, today: string): Deadline | undefined {
  const { title, planned, actual, state } = round;
  const when = actual ?? planned;
  if (when === undefined || (typeof when === 'object' && when.to === undefined)) return undefined;
  return deadline({ kind: 'round', date: lastDay(when), title: `${title} ends`, done: state === 'over' }, today);
}

/** Dates that consultations share are one line, with their number. */
function counted<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => string | undefined,
): readonly { readonly date: string; readonly items: readonly Item[] }[] {
  const byDate = new Map<string, Item[]>();
  for (const item of items) {
    const date = dateOf(item);
    if (date === undefined) continue;
    const known = byDate.get(date);
    if (known === undefined) byDate.set(date, [item]);
    else known.push(item);
  }
  return [...byDate].map(([date, own]) => ({ date, items: own }));
}

function consultations(number: number): string {
  return `${number} ${number === 1 ? 'consultation' : 'consultations'}`;
}

function feedbackDeadlines({ workspace, today }: StatusContext): Deadline[] {
  const asked = workspace.notes.flatMap(({ frontMatter }) => frontMatter.safeguarding ?? []);
  const isGiven = (one: (typeof asked)[number]) => one['feedback-given'] !== undefined;
  return [asked.filter((one) => !isGiven(one)), asked.filter(isGiven)].flatMap((own, index) =>
    counted(own, (one) => one['feedback-by']).map(({ date, items }) =>
      deadline(
        {
          kind: 'feedback',
          date: lastDay(date),
          title: `Feedback to ${consultations(items.length)}`,
          done: index === 1,
        },
        today,
      ),
    ),
  );
}

/** A note that stands in the workspace after the day until which it may be kept is one too many. */
function retentionDeadlines({ workspace, today }: StatusContext): Deadline[] {
  const kept = workspace.notes.filter(({ frontMatter }) => frontMatter.withdrawn === undefined);
  return counted(kept, ({ frontMatter }) => frontMatter['retain-until']).map(({ date, items }) =>
    deadline(
      {
        kind: 'retention',
        date: lastDay(date),
        title: `Notes of ${consultations(items.length)} to be deleted`,
        done: false,
      },
      today,
    ),
  );
}

function silenceDeadlines(clearances: readonly ClearanceState[], { workspace, today }: StatusContext): Deadline[] {
  const titleOf = (id: string) => workspace.process.stages.find((stage) => stage.id === id)?.title ?? id;
  return clearances.flatMap(({ stage, silence }) =>
    silence.map(({ silence: { deadline: date }, state }) => {
      const title = `Silence procedure on ${titleOf(stage)}${state === 'broken' || state === 'void' ? `, ${state}` : ''}`;
      return deadline({ kind: 'silence', date: lastDay(date), title, done: state !== 'running' }, today);
    }),
  );
}

function circulationDeadlines({ workspace, today }: StatusContext): Deadline[] {
  const { groups = [], stages } = workspace.process;
  return (workspace.circulations ?? []).flatMap(({ stage, entry }) => {
    if (entry.deadline === undefined) return [];
    const text = stages.find(({ id }) => id === stage)?.title ?? stage;
    const group = groups.find(({ id }) => id === entry.to)?.title ?? 'a group';
    const date = lastDay(entry.deadline);
    // What comes in later is late, and answered all the same: nobody has to do anything about the day.
    return [
      deadline({ kind: 'circulation', date, title: `Comments on ${text} from ${group}`, done: date < today }, today),
    ];
  });
}

/** First day of a date or period. */
export function firstDay(when: When): string {
  return startOf(when);
}
