import { EMPTY_PLAN, type Plan, type PlannedWrite } from '../model/plan.ts';
import type { ResponseEntry } from '../model/response.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { DELETED } from '../trace/response-state.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { printFindings } from './print-findings.ts';
import { calledAs, type Desk, openDesk, type Target } from './respond-desk.ts';
import { entryWith } from './respond-entry.ts';
import { namedTargets } from './respond-targets.ts';
import { type Carried, carry, type Draft, printsOf, type Wanted } from './review-carry.ts';

/** What contributors are told where nobody says more. */
const TAKEN_OVER = 'The proposed wording was taken over.';

type Refused = Extract<Carried, { readonly refused: unknown }>;

/** One proposal that was carried out. */
interface Accepted {
  readonly target: Target;
  readonly passages: readonly string[];
  readonly file: string;
  readonly changed: boolean;
}

/** `penholder review accept <input…>`: carries proposed wording into the draft at its passage, and records the response. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  if (input.args.length === 0)
    throw new CannotRun('It is not said which proposal is accepted.', 'Name its input, as in second/agency-letter#i3.');
  const desk = await openDesk(input, context);
  if (desk === undefined) return EXIT.findings;
  const { text: stage, document } = await desk.draft();
  const before: Draft = { text: stage, document };
  let draft = before;
  const accepted: Accepted[] = [];
  const refused: string[] = [];
  for (const target of namedTargets(input, desk)) {
    const wanted = wantedOf(input, desk, target);
    const carried = carry(desk.world, draft, wanted);
    if ('refused' in carried) {
      refused.push(refusal(desk, target, { wanted, carried }));
      continue;
    }
    draft = carried.draft;
    accepted.push({ target, ...carried });
  }
  if (refused.length > 0) {
    for (const words of refused) context.say(escapeTerminal(words));
    context.say('Nothing was written.');
    return EXIT.findings;
  }
  return settle(input, desk, { before, after: draft, accepted });
}

/** The wording and the passage it is for. */
function wantedOf(input: CommandInput, desk: Desk, target: Target): Wanted {
  const { proposal, passages = [], guesses = [], withdrawn, id } = target.input;
  if (withdrawn !== undefined) throw new CannotRun('What its contributor withdrew is not accepted.');
  if (id === undefined)
    throw new CannotRun('An input without an id can not be answered.', 'Run "penholder ids" first.');
  if (proposal === undefined)
    throw new CannotRun(
      `The input ${calledAs(desk, target)} proposes no wording that could be carried over.`,
      'Edit the draft by hand and record the response with "penholder respond".',
    );
  const named = texts(input, 'passage').map((one) => one.replace(/^[#^]/u, ''));
  // What is new stands nowhere yet: the passage before it is the best that can be said.
  const known = [...named, ...passages, ...(proposal.from === '' ? guesses.slice(0, 1) : [])];
  const [passage] = known;
  if (passage === undefined)
    throw new CannotRun(
      `The input ${calledAs(desk, target)} does not say surely which passage it is about.`,
      `Name the passage with --passage${guesses.length === 0 ? '' : `; it may be ${guesses.slice(0, 3).join(', ')}`}.`,
    );
  return { passage, proposal };
}

const WHY: Readonly<Record<Refused['refused'], string>> = {
  changed: 'the words it replaces, or those beside them, read differently by now',
  made: 'it edits words that the program writes, such as a citation or a reference to a paragraph',
  several: 'its words stand more than once in that passage',
  'holds-more': 'the passage holds more than the words that are to go',
  'no-room': 'no paragraph can stand behind that passage',
  'no-passage': 'the draft has no such passage',
  unsafe: 'the draft would not read as proposed, or something else in it would change',
};

function refusal(
  desk: Desk,
  target: Target,
  { wanted, carried }: { readonly wanted: Wanted; readonly carried: Refused },
): string {
  const { proposal, passage } = wanted;
  const { words } = desk.told.ofInput(target.note, target.input);
  const side = (title: string, value: string) => `  ${title}: ${value === '' ? '(nothing)' : value}`;
  const proposed = [side('Proposal was made to', proposal.from), side('Proposed', proposal.to)];
  return [
    `The proposal of ${calledAs(desk, target)} was not carried into ${passage}: ${WHY[carried.refused]}.`,
    side('The draft reads', carried.current.replace(/\s+/gu, ' ').trim()),
    ...(words !== 'none' ? proposed : ['  The proposed words may not be shown to these readers.']),
    '  Edit the passage by hand and record it with "penholder respond --done", or name another passage with --passage.',
  ].join('\n');
}

interface Settled {
  readonly before: Draft;
  readonly after: Draft;
  readonly accepted: readonly Accepted[];
}

async function settle(input: CommandInput, desk: Desk, settled: Settled): Promise<number> {
  const { context, world } = desk;
  const { planResponses } = await import('../workspace/plan-responses.ts');
  const prints = printsOf(settled.after);
  const edits = settled.accepted.map((one) => ({
    note: one.target.note.id,
    entry: entryOf(input, desk, { one, prints }),
    ...(one.target.response !== undefined && { was: one.target.response.entry }),
  }));
  const { plan, findings } = await planResponses(world, desk.workspace, edits);
  const failed = findings.some(({ severity }) => severity === 'error');
  const writes: Plan = { ...EMPTY_PLAN, writes: [...sectionWrites(settled), ...plan.writes] };
  if (!failed && !flag(input, 'dryRun')) await world.apply(writes);
  if (!failed) tell(input, desk, settled);
  return printFindings(findings, world, context, {
    to: 'error',
    quiet: true,
    given: true,
    distribution: text(input, 'distribution'),
    workspace: desk.workspace,
  });
}

/** Who saves a file in an editor meanwhile must not lose what they wrote. */
function sectionWrites({ before, after }: Settled): readonly PlannedWrite[] {
  const encoder = new TextEncoder();
  return after.text.sections.flatMap(({ file, source }, at) => {
    const was = before.text.sections[at]?.source ?? '';
    if (was === source) return [];
    return [{ path: file, bytes: encoder.encode(source), mode: 'replace' as const, was: encoder.encode(was) }];
  });
}

interface Recording {
  readonly one: Accepted;
  readonly prints: ReadonlyMap<string, string>;
}

function entryOf(input: CommandInput, desk: Desk, { one, prints }: Recording): ResponseEntry {
  const { target, passages } = one;
  const before = target.response?.entry;
  const by = text(input, 'as') ?? text(input, 'by');
  const said = {
    decision: before?.decision === 'accepted-in-part' ? ('accepted-in-part' as const) : ('accepted' as const),
    reason: text(input, 'reason') ?? (before?.decision.startsWith('accepted') ? before.reason : TAKEN_OVER),
    passages: [...passages],
    ...(by !== undefined && { by }),
  };
  const entry = entryWith(before, said, { input: target.input.id ?? '', today: desk.world.today() });
  return { ...entry, text: Object.fromEntries(passages.map((id) => [id, prints.get(id) ?? DELETED])) };
}

function tell(input: CommandInput, desk: Desk, { accepted }: Settled): void {
  const { context } = desk;
  const rows = accepted.map((one) => ({ input: calledAs(desk, one.target), ...rowOf(desk, one) }));
  if (flag(input, 'json')) context.print(JSON.stringify(rows, null, 2));
  else
    for (const { input: name, file, passages, changed } of rows)
      context.print(
        escapeTerminal(`${name}  ${file}  ${passages.join(', ')}${changed ? '' : '  (the draft read so already)'}`),
      );
  const count = accepted.length === 1 ? 'One proposal' : `${accepted.length} proposals`;
  const are = accepted.length === 1 ? 'is' : 'are';
  if (flag(input, 'dryRun')) context.say(`${count} would be carried into the draft; nothing was written.`);
  else
    context.say(
      `${count} ${are} carried into the draft, and the response${accepted.length === 1 ? ' is' : 's are'} recorded.`,
    );
}

/** Where an input led to may be known to those who may read its response. */
function rowOf(desk: Desk, { target, file, passages, changed }: Accepted) {
  const { reason } = desk.told.ofInput(target.note, target.input);
  return { file: reason ? file : '', passages: reason ? passages : [], changed };
}
