/** Answers inputs at a terminal, one after another; each answer is saved at once. */
import type { Response } from '../model/response.ts';
import { ACCEPTING } from '../trace/response-state.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, text } from './command-spec.ts';
import { EXIT } from './exit-codes.ts';
import { printFindings } from './print-findings.ts';
import type { Desk, Target } from './respond-desk.ts';
import { doneEntry } from './respond-done.ts';
import { entryWith } from './respond-entry.ts';
import { type Hinter, type Hints, hinter } from './respond-hints.ts';
import { resolvedEntry } from './respond-problems.ts';
import { askAnswer, askBy, askDone, askMove, type Move } from './respond-questions.ts';
import { record } from './respond-record.ts';
import { inputScreen } from './respond-screen.ts';
import { keepSkipped, readSkipped } from './respond-skipped.ts';
import { namedTargets, selectedTargets, selects } from './respond-targets.ts';

/** One sitting. */
interface Session {
  readonly desk: Desk;
  readonly hints: Hinter;
  /** What became of inputs by now. */
  readonly answers: Map<string, Response>;
  readonly skipped: Set<string>;
  readonly by: string | undefined;
  recorded: number;
}

/** Asks for answers to the inputs that were named or selected, else to all without one. */
export async function answerOneByOne(input: CommandInput, desk: Desk): Promise<number> {
  const queue = await queueOf(input, desk);
  const { context, world } = desk;
  if (queue.length === 0) {
    context.say('Every input has a response.');
    return EXIT.clean;
  }
  const skipped = new Set(await readSkipped(world));
  const ordered = [
    ...queue.filter(({ input: one }) => !skipped.has(one.ref)),
    ...queue.filter(({ input: one }) => skipped.has(one.ref)),
  ];
  const by = text(input, 'by') ?? (await askBy(desk));
  const session = { desk, hints: await hinter(desk), answers: new Map(desk.answers), skipped, by, recorded: 0 };
  const left = await goThrough(session, ordered).catch(interrupted);
  await keepSkipped(world, new Set([...skipped].filter((ref) => !session.answers.has(ref))));
  const open = queue.filter(({ input: one }) => !session.answers.has(one.ref)).length;
  context.say(
    `${session.recorded === 1 ? '1 response' : `${session.recorded} responses`} recorded. ${open === 0 ? 'Every one of these inputs has a response.' : `${open} still without one: they are asked next time.`}`,
  );
  return left === 'interrupted' ? EXIT.interrupted : EXIT.clean;
}

/** Whoever interrupts leaves as who quits: what was answered is saved. */
function interrupted(error: unknown): 'interrupted' {
  if (error instanceof Error && error.name === 'ExitPromptError') return 'interrupted';
  throw error;
}

async function queueOf(input: CommandInput, desk: Desk): Promise<readonly Target[]> {
  const targets = input.args.length > 0 ? namedTargets(input, desk) : await selectedTargets(input, desk);
  const isChosen = input.args.length > 0 || input.options.decided !== undefined || input.options.pending === true;
  const open = isChosen ? targets : targets.filter(({ response }) => response === undefined);
  const answerable = open.filter(({ input: { id, withdrawn } }) => id !== undefined && withdrawn === undefined);
  if (answerable.length < open.length && !selects(input)) {
    desk.context.say(
      `${open.length - answerable.length} of the inputs have no id and can not be answered yet: "penholder ids" gives them one.`,
    );
  }
  return answerable;
}

async function goThrough(session: Session, queue: readonly Target[]): Promise<void> {
  const { desk, answers, skipped } = session;
  const chalk = await desk.context.chalk('out');
  const { width } = desk.context.terminal;
  for (let index = 0; index < queue.length; ) {
    const known = queue[index];
    if (known === undefined) return;
    const target: Target = { ...known, response: answers.get(known.input.ref) };
    const hints = session.hints.hintsOn(target, answers);
    desk.context.print(inputScreen(target, hints, { chalk, width, place: index + 1, of: queue.length }));
    const move = await askMove(desk, target);
    if (move === 'quit') return;
    if (move === 'skip') skipped.add(target.input.ref);
    if (move === 'back') index = Math.max(0, index - 1);
    else if (isLeft(move) || (await answered(session, target, { decision: move, hints }))) index += 1;
  }
}

function isLeft(move: Move): move is 'skip' | 'keep' | undefined {
  return move === 'skip' || move === 'keep' || move === undefined;
}

/** Asks for the answer and saves it; false where it could not be, and the input is asked once more. */
async function answered(
  session: Session,
  target: Target,
  {
    decision,
    hints,
  }: { readonly decision: Exclude<Move, undefined | 'keep' | 'skip' | 'back' | 'quit'>; readonly hints: Hints },
): Promise<boolean> {
  const { desk, by } = session;
  const { id = '' } = target.input;
  const answer = await askAnswer(desk, target, { decision, hints, by });
  try {
    const said = entryWith(target.response?.entry, answer, { input: id, today: desk.world.today() });
    const entry = await resolvedEntry(desk, target, { entry: said, answer });
    const asksDone = ACCEPTING.has(decision) && (entry.passages ?? []).length > 0;
    const done = asksDone && (await askDone(desk)) ? await doneEntry(desk, target, entry) : { entry };
    if ('finding' in done) await printFindings([done.finding], desk.world, desk.context, { to: 'error', given: true });
    return await saved(session, target, 'entry' in done ? done.entry : entry);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    desk.context.say([error.message, error.hint].filter((part) => part !== undefined).join(' '));
    return false;
  }
}

async function saved(session: Session, target: Target, entry: Response['entry']): Promise<boolean> {
  const { desk, answers, skipped } = session;
  const { findings, files } = await record(desk, [{ target, entry }]);
  await printFindings(findings, desk.world, desk.context, { to: 'error', quiet: true, given: true });
  if (findings.some(({ severity }) => severity === 'error')) return false;
  const { note, input } = target;
  answers.set(input.ref, {
    entry,
    note: note.id,
    inputRef: input.ref,
    file: files[0] ?? target.response?.file ?? '',
    line: 1,
  });
  skipped.delete(input.ref);
  session.recorded += 1;
  return true;
}
