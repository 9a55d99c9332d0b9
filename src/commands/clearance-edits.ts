import type { SignOff } from '../model/clearance.ts';
import { isLevelEnough } from '../model/clearance-asked.ts';
import { dateSchema } from '../model/dates.ts';
import { CLEARANCE_LEVELS, type ClearanceLevel } from '../model/vocabulary.ts';
import { digestOfFiles, type FileIds } from '../workspace/clearance-text.ts';
import type { ClearanceEdit } from '../workspace/plan-clearance.ts';
import { CannotRun } from './cannot-run.ts';
import { type ClearanceCall, knownMembers } from './clearance.ts';
import { text, texts } from './command-spec.ts';

/** What is recorded, and what to say of it. */
export interface RecordedClearance {
  readonly edit: ClearanceEdit;
  readonly said: string;
}

/**
 * What the flags of a call ask to be recorded.
 *
 * @throws CannotRun where something is missing or does not fit what is recorded so far.
 */
export async function clearanceEdit(call: ClearanceCall): Promise<RecordedClearance> {
  const { input } = call;
  if (input.options.openSilence === true) return openSilence(call);
  if (text(input, 'break') !== undefined) return breakSilence(call);
  if (texts(input, 'notify').length > 0) return notify(call);
  if (text(input, 'correct') !== undefined) return (await import('./clearance-corrections.ts')).correct(call);
  return sign(call);
}

async function sign(call: ClearanceCall): Promise<RecordedClearance> {
  const { process, input, stage } = call;
  const by = whoDoes(call, 'clears');
  const level = levelOf(call);
  const others = knownMembers(process, texts(input, 'onBehalf'));
  const reservation = text(input, 'withReservation');
  const signOff = {
    by,
    level,
    date: dateOf(call, 'date'),
    ...(others.length > 0 && { 'on-behalf': [...others] }),
    ...(reservation !== undefined && { reservation }),
    ...delegationOf(call),
  };
  const files = await clearableFiles(call);
  const extra = others.length > 0 ? ` on behalf of ${others.join(', ')} too` : '';
  return {
    edit: { kind: 'sign', signOff, files },
    said: `${by} has cleared ${counted(files)} of "${stage.id}" at ${level} level${extra}.${notEnough(call, level)}${reservation === undefined ? '' : ' Its reservation stands in that file and in no tag: it is for the core group only.'}`,
  };
}

async function openSilence(call: ClearanceCall): Promise<RecordedClearance> {
  const { process, input, stage } = call;
  if (text(input, 'deadline') === undefined)
    throw new CannotRun('A silence procedure needs a last day for objections.', 'Add --deadline with a date.');
  const [opened, deadline] = [dateOf(call, 'date'), dateOf(call, 'deadline')];
  const files = await clearableFiles(call);
  refuseSecond(call, files);
  if (deadline < opened)
    throw new CannotRun(
      `The deadline ${deadline} lies before ${opened}, when the procedure opens.`,
      'Give a later one.',
    );
  const told = texts(input, 'notify');
  const members = (process['core-group'] ?? []).map(({ id }) => id);
  const notified = told.length > 0 ? [...knownMembers(process, told)] : members;
  const level = levelOf(call, 'technical');
  return {
    edit: { kind: 'silence', silence: { opened, deadline, level, notified, ...delegationOf(call) }, files },
    said: `The silence procedure on "${stage.id}" is open until ${deadline}; nothing is sent by this program, so tell ${notified.join(', ')}.${notEnough(call, level)}`,
  };
}

/** Who may correct the wording without asking again. */
function delegationOf({ input }: ClearanceCall): Pick<SignOff, 'delegation'> {
  const [to, paths] = [texts(input, 'delegate'), texts(input, 'paths')];
  if (to.length > 0) return { delegation: { to: [...to], ...(paths.length > 0 && { paths: [...paths] }) } };
  if (paths.length === 0) return {};
  throw new CannotRun('What may be corrected was said, and not by whom.', 'Add --delegate with who may correct it.');
}

/** @throws CannotRun where silence on this very text runs already: two deadlines for one silence are none. */
function refuseSecond({ record, stage, world }: ClearanceCall, files: FileIds): void {
  const last = record.record.silence?.at(-1);
  if (last === undefined || (last.broken ?? []).length > 0 || last.deadline < world.today()) return;
  if (last.text !== digestOfFiles(files)) return;
  throw new CannotRun(
    `A silence procedure on this very text of "${stage.id}" is open until ${last.deadline} already.`,
    'Wait for that day; whoever objects before breaks it with --break, and then another can be opened.',
  );
}

/** A level below the one at which the stage is agreed is recorded, and does not do. */
function notEnough({ stage }: ClearanceCall, level: ClearanceLevel): string {
  const wanted = stage.clearance;
  if (isLevelEnough(level, wanted)) return '';
  return ` The stage is agreed at ${wanted} level, so that is still needed.`;
}

/** @throws CannotRun where nobody was named, or no member. */
function whoDoes({ process, input }: ClearanceCall, what: string): string {
  const by = text(input, 'as');
  if (by === undefined) throw new CannotRun(`Who ${what} was not said.`, 'Add --as with a member of the core group.');
  knownMembers(process, [by]);
  return by;
}

async function notify(call: ClearanceCall): Promise<RecordedClearance> {
  const { silence } = lastSilence(call);
  const members = knownMembers(call.process, texts(call.input, 'notify')).filter(
    (member) => !(silence.notified ?? []).includes(member),
  );
  if (members.length === 0) throw new CannotRun('They are recorded as told already, so there is nothing to record.');
  return { edit: { kind: 'notify', members }, said: `Recorded as told: ${members.join(', ')}.` };
}

async function breakSilence(call: ClearanceCall): Promise<RecordedClearance> {
  const { silence } = lastSilence(call);
  const by = whoDoes(call, 'breaks the silence');
  const why = (text(call.input, 'break') ?? '').trim();
  if (why === '') throw new CannotRun('Silence is broken with a reason, and none was given.', 'Add --break "…".');
  const date = dateOf(call, 'date');
  if (date > silence.deadline)
    throw new CannotRun(
      `The silence procedure ended on ${silence.deadline}, before ${date}.`,
      'An objection that comes later is a matter for the core group: record its decision with "penholder new decision".',
    );
  return {
    edit: { kind: 'break', broken: { by, date, why } },
    said: `${by} has broken the silence. Settle the point; then each member clears the text, or another procedure is opened.`,
  };
}

function lastSilence({ record, stage }: ClearanceCall) {
  const silence = record.record.silence?.at(-1);
  if (silence !== undefined) return { silence };
  throw new CannotRun(
    `No silence procedure on "${stage.id}" is open.`,
    `Open one: penholder clearance ${stage.id} --open-silence --deadline <date>`,
  );
}

function levelOf({ input, stage }: ClearanceCall, fallback?: ClearanceLevel): ClearanceLevel {
  const level = CLEARANCE_LEVELS.find((one) => one === text(input, 'level')) ?? stage.clearance ?? fallback;
  if (level !== undefined) return level;
  throw new CannotRun(
    'At which level the text is cleared was not said.',
    'Add --level technical or --level principal.',
  );
}

/**
 * A date of a flag; today where `date` was not given.
 *
 * @throws CannotRun where it is no day.
 */
export function dateOf({ input, world }: Pick<ClearanceCall, 'input' | 'world'>, name: string): string {
  const date = text(input, name) ?? world.today();
  if (dateSchema.safeParse(date).success && date.length === 10) return date;
  throw new CannotRun(`"${date.slice(0, 40)}" is no day such as 2022-12-14.`, `Correct --${name}.`);
}

/** What is cleared: the frozen text where the stage is frozen, else the text as it is committed. */
async function clearableFiles({ world, process, stage, input }: ClearanceCall): Promise<FileIds> {
  const { stateProblem } = await import('../workspace/stage-problems.ts');
  const state = await world.git.state();
  const problem = stateProblem(state);
  if (problem !== undefined || state.head === undefined)
    throw new CannotRun(problem?.message ?? 'There is no commit yet.', problem?.hint);
  const { committedFileIds, workingFileIds } = await import('../workspace/clearance-text.ts');
  const { freezesOf } = await import('../workspace/stage-tags.ts');
  const frozen = freezesOf(stage, state.prefix, await world.git.tags()).at(-1);
  if (frozen !== undefined && input.options.working !== true)
    return (await import('../workspace/standings.ts')).frozenFileIds(world, { process, state, frozen });
  const files = await committedFileIds(world, { commit: state.head, prefix: state.prefix, process });
  if (digestOfFiles(await workingFileIds(world, process)) !== digestOfFiles(files))
    throw new CannotRun(
      'The text or its resources have changes that are not committed, and what is cleared must be found again later.',
      'Commit them, then clear: git add -A && git commit -m "…"',
    );
  if (files.size > 0) return files;
  throw new CannotRun('There is no text to clear.', 'Write a section, or correct text: in penholder.yaml.');
}

function counted(files: FileIds): string {
  return files.size === 1 ? 'the one file' : `the ${files.size} files`;
}
