import { keepHeapSmall } from '../io/thrift.ts';
import type { Finding } from '../model/finding.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { ask } from './ask.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { printFindings } from './print-findings.ts';
import { type Desk, openDesk, type Target } from './respond-desk.ts';
import { doneEntry } from './respond-done.ts';
import { type Answer, answerOfFlags, entryWith } from './respond-entry.ts';
import { resolvedEntry } from './respond-problems.ts';
import { type Answered, type Recorded, record, rowsOf } from './respond-record.ts';
import { namedTargets, selectedTargets, selects } from './respond-targets.ts';

/** `penholder respond`: answers inputs, by flags or one after another, and records what was carried out. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  keepHeapSmall();
  const desk = await openDesk(input, context);
  if (desk === undefined) return EXIT.findings;
  const answer = answerOfFlags(input);
  const names = input.args.length > 0;
  if (flag(input, 'suspect') && !names && answer === undefined) return listSuspect(input, desk);
  if (says(answer) === 'nothing' && !flag(input, 'done') && !flag(input, 'suspect')) return oneByOne(input, desk);
  if (!names && !selects(input) && !flag(input, 'suspect')) throw nothingNamed();
  const targets = names ? namedTargets(input, desk) : await bulkTargets(input, desk, answer);
  if (targets.length === 0) {
    context.say('No input is selected, so nothing was recorded.');
    return EXIT.clean;
  }
  if (!names && !(await confirmed(input, context, targets.length))) {
    context.say('Nothing was recorded.');
    return EXIT.clean;
  }
  return settle(input, desk, await answersFor(input, desk, { targets, answer }));
}

/** Who answers is no answer yet: with nothing else said, inputs are asked one after another in their name. */
function says(answer: Answer | undefined): 'nothing' | 'something' {
  return Object.keys(answer ?? {}).every((key) => key === 'by') ? 'nothing' : 'something';
}

function nothingNamed(): CannotRun {
  return new CannotRun(
    'It is not said which inputs are answered.',
    'Name them, as in first/africa-children#i3, or select them with --note, --group, --round, --unanswered or another of the flags that "penholder respond --help" lists.',
  );
}

/** A selection answers what nobody has answered yet, unless it asks for what has an answer. */
async function bulkTargets(input: CommandInput, desk: Desk, answer: Answer | undefined): Promise<readonly Target[]> {
  if (flag(input, 'suspect')) return selectedTargets(input, desk, 'suspect');
  const targets = await selectedTargets(input, desk);
  const chosen = input.options.decided !== undefined || flag(input, 'pending');
  const decides = answer?.decision !== undefined;
  if (!decides) return targets.filter(({ response }) => response !== undefined);
  return chosen ? targets : targets.filter(({ response }) => response === undefined);
}

/** Many inputs are not answered alike by a slip of the hand. */
async function confirmed(input: CommandInput, context: CommandContext, count: number): Promise<boolean> {
  if (flag(input, 'yes') || flag(input, 'dryRun')) return true;
  const message = `Record this for ${count === 1 ? '1 input' : `${count} inputs`}?`;
  const choices = [
    { value: 'no', name: 'no, leave all as it is' },
    { value: 'yes', name: 'yes' },
  ];
  const { record: said } = await ask([{ name: 'record', message, flag: '--yes', choices }], {}, context);
  return said === 'yes';
}

interface Work {
  readonly targets: readonly Target[];
  readonly answer: Answer | undefined;
}

/** Every answer that holds, and what is wrong with the others. */
async function answersFor(
  input: CommandInput,
  desk: Desk,
  { targets, answer }: Work,
): Promise<{ readonly answers: readonly Answered[]; readonly findings: readonly Finding[] }> {
  const answers: Answered[] = [];
  const findings: Finding[] = [];
  const today = desk.world.today();
  for (const target of targets) {
    const { id, withdrawn } = target.input;
    if (withdrawn !== undefined) throw new CannotRun('An input that its contributor withdrew is not answered.');
    if (id === undefined) throw noId();
    const before = target.response?.entry;
    if (before === undefined && answer === undefined) throw unanswered(id);
    const said =
      answer === undefined && before !== undefined ? before : entryWith(before, answer ?? {}, { input: id, today });
    const entry = answer === undefined ? said : await resolvedEntry(desk, target, { entry: said, answer });
    const done = flag(input, 'done') || flag(input, 'suspect') ? await doneEntry(desk, target, entry) : { entry };
    if ('finding' in done) findings.push(done.finding);
    else answers.push({ target, entry: done.entry });
  }
  return { answers, findings };
}

function noId(): CannotRun {
  return new CannotRun(
    'An input without an id can not be answered: nothing would tie the answer to it.',
    'Run "penholder ids" to give every input an id.',
  );
}

function unanswered(id: string): CannotRun {
  return new CannotRun(
    `The input "${id}" has no response yet, so there is nothing to record as carried out.`,
    'Answer it in the same call, with --decision, --reason and --passage.',
  );
}

async function settle(
  input: CommandInput,
  desk: Desk,
  { answers, findings }: { readonly answers: readonly Answered[]; readonly findings: readonly Finding[] },
): Promise<number> {
  const dryRun = flag(input, 'dryRun');
  const recorded = await record(desk, answers, dryRun);
  await report(input, desk, recorded);
  return printFindings([...findings, ...recorded.findings], desk.world, desk.context, {
    to: 'error',
    quiet: true,
    given: input.args.length > 0,
    distribution: text(input, 'distribution'),
    workspace: desk.workspace,
  });
}

/** Answers that are told one by one; of more, their number says enough. */
const TOLD = 20;

async function report(input: CommandInput, desk: Desk, { answered, files }: Recorded): Promise<void> {
  const { context } = desk;
  // What was selected by what a reader may not know of it is counted, not named.
  const mayName = ({ target: { note, input: one } }: Answered) => {
    const { note: named, group, occasion, subject } = desk.told.ofInput(note, one);
    return input.args.length > 0 || (named && group && occasion && subject);
  };
  const all = answered.length;
  const rows = await rowsOf(desk, answered.filter(mayName));
  if (flag(input, 'json')) context.print(JSON.stringify(rows, null, 2));
  else
    for (const row of rows.slice(0, TOLD))
      context.print(escapeTerminal(`${row.ref}  ${row.decision}${stateOf(row.state)}`));
  if (!flag(input, 'json') && rows.length > TOLD) context.print(`… and ${rows.length - TOLD} more.`);
  const counted = all === 1 ? '1 response' : `${all} responses`;
  const unchanged = files.length === 0 && all > 0 ? ' They stood so already.' : '';
  if (flag(input, 'dryRun')) context.say(`${counted} would be recorded; nothing was written.`);
  else if (all > 0) context.say(`${counted} recorded.${unchanged}${nextStep(rows.map(({ state }) => state))}`);
}

function stateOf(state: string): string {
  return state === 'answered' ? '' : `, ${state}`;
}

function nextStep(states: readonly string[]): string {
  return states.includes('pending') ? ' When the edit is made, record it with "penholder respond <input> --done".' : '';
}

async function listSuspect(input: CommandInput, desk: Desk): Promise<number> {
  const { context } = desk;
  const { suspectRows, suspectText } = await import('./respond-suspect.ts');
  const listed = await suspectRows(desk, await selectedTargets(input, desk, 'suspect'));
  const { rows, withheld } = listed;
  if (flag(input, 'json')) context.print(JSON.stringify(rows, null, 2));
  else if (rows.length > 0) context.print(suspectText(listed));
  const more = withheld === 0 ? '' : ` ${withheld} more may not be shown to these readers.`;
  context.say(
    rows.length === 0
      ? `No response is suspect.${more}`
      : `${rows.length === 1 ? '1 response is' : `${rows.length} responses are`} suspect: a passage changed after it was recorded.${more} Where the answer still holds, say so with "penholder respond <input> --suspect".`,
  );
  return EXIT.clean;
}

async function oneByOne(input: CommandInput, desk: Desk): Promise<number> {
  if (!desk.context.terminal.interactive) {
    throw new CannotRun(
      'There is nobody to ask, and --decision is not given.',
      'Give --decision and --reason, or --done, or --suspect; at a terminal inputs are asked one after another.',
    );
  }
  const { answerOneByOne } = await import('./respond-one-by-one.ts');
  return answerOneByOne(input, desk);
}
