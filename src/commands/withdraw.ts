import type { World } from '../io/world.ts';
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import { EMPTY_PLAN, type Plan, type PlannedWrite } from '../model/plan.ts';
import type { Response } from '../model/response.ts';
import type { Workspace } from '../model/workspace.ts';
import { withdrawnNote, withoutInput } from '../sources/consultation-note/tombstone.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { nearest } from '../text/nearest.ts';
import { mediaPaths } from '../workspace/safeguarding-findings.ts';
import { keyFiles } from '../workspace/sealed-keys.ts';
import { withdrawnResponses } from '../workspace/withdraw-responses.ts';
import { withdrawnShards } from '../workspace/withdraw-shards.ts';
import { messageAudience } from './audience.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { sealedShards } from './sealed-shards.ts';

/** What is withdrawn: a whole note, or one input of it. */
interface Target {
  readonly note: ConsultationNote;
  readonly input?: Input;
}

/** What a withdrawal does, and what rests on what it takes away. */
interface Withdrawal {
  readonly plan: Plan;
  readonly responses: readonly Response[];
}

/** `penholder withdraw <note|input>`: empties what somebody takes back, and says what rests on it. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const workspace = await loadWorkspace(world, { process, needs: new Set(['responses']) });
  const knows = messageAudience(context, { to: 'error', given: true }).distribution === 'custodian';
  const target = targetNamed(workspace, input.args[0] ?? '', knows);
  const keys = text(input, 'keys');
  const folder = keys === undefined ? undefined : absolutePath(keys, context);
  const { plan, responses } = await withdrawal(world, workspace, { target, ...(folder !== undefined && { folder }) });
  if (!flag(input, 'dryRun')) {
    await world.apply(plan);
    // Readings of the cache hold the words that were taken back.
    await world.cache.clear();
  }
  if (flag(input, 'json')) context.print(JSON.stringify(dataOf(plan, responses), null, 2));
  else report({ plan, responses }, context);
  if (flag(input, 'dryRun')) context.say('Nothing was written.');
  return EXIT.clean;
}

/** @param knows Whether names of notes may be proposed: they often tell who spoke. */
function targetNamed({ notes }: Workspace, name: string, knows: boolean): Target {
  const [noteName = '', inputName] = name.split('#');
  const note = notes.find(({ id, file }) => id === noteName || file === noteName);
  if (note === undefined) {
    const near = nearest(noteName, knows ? notes.map(({ id }) => id) : []);
    throw new CannotRun(
      `There is no consultation note "${noteName}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      'Notes are named by round and file, as in first/africa-children, and inputs as in first/africa-children#i3.',
    );
  }
  if (inputName === undefined) return { note };
  const input = note.inputs.find(({ id, ref }) => id === inputName || ref === name);
  if (input !== undefined) return { note, input };
  throw new CannotRun(
    `There is no input "${inputName}" in ${note.file}.`,
    'Run "penholder inputs --note" to see its inputs, and "penholder ids" where they have no ids.',
  );
}

interface WithdrawalRequest {
  readonly target: Target;
  /** Folder of the keys of sealed notes, where it is not the usual one. */
  readonly folder?: string;
}

async function withdrawal(world: World, workspace: Workspace, request: WithdrawalRequest): Promise<Withdrawal> {
  const { note, input } = request.target;
  const date = world.today();
  const bytes = await world.read(note.file);
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const ids = input === undefined ? note.inputs.flatMap(({ id }) => id ?? []) : [input.id ?? []].flat();
  // What is kept in a file beside the note leaves the note itself as it is.
  const isBeside = input?.file !== undefined && input.file !== note.file;
  const emptied =
    input === undefined ? withdrawnNote(ownInputs(note), date) : isBeside ? source : withoutInput(source, input, date);
  const writes: PlannedWrite[] = [
    {
      path: note.file,
      bytes: new TextEncoder().encode(emptied),
      mode: 'replace',
      ...(bytes !== undefined && { was: bytes }),
    },
  ];
  const beside = await withdrawnShards(world, { note: note.file, inputs: new Set(ids), date });
  const open = ids.filter((id) => !beside.answered.has(id));
  const answers = await responsesWrite(world, note, { ids: open, date });
  const deletes = input === undefined ? await belongings(world, note, request.folder) : [];
  const responses = workspace.responses.filter((one) => one.note === note.id && ids.includes(one.entry.input));
  return { plan: { ...EMPTY_PLAN, writes: [...writes, ...beside.writes, ...answers], deletes }, responses };
}

/** A note with the inputs that stand in its own file. */
function ownInputs(note: ConsultationNote): ConsultationNote {
  return { ...note, inputs: note.inputs.filter(({ file }) => file === undefined || file === note.file) };
}

async function responsesWrite(
  world: World,
  note: ConsultationNote,
  { ids, date }: { readonly ids: readonly string[]; readonly date: string },
): Promise<readonly PlannedWrite[]> {
  if (ids.length === 0) return [];
  const path = note.file.replace(/\.(?:md|markdown)$/iu, '.responses.yaml');
  const was = await world.read(path);
  const after = withdrawnResponses(was === undefined ? '' : new TextDecoder().decode(was), ids, date);
  return [
    {
      path,
      bytes: new TextEncoder().encode(after),
      mode: was === undefined ? 'new' : 'replace',
      ...(was !== undefined && { was }),
    },
  ];
}

/** What goes with a whole note: its media, its sealed words and their key, and what was kept out of git beside it. */
async function belongings(world: World, note: ConsultationNote, folder?: string): Promise<readonly string[]> {
  const sealed = `${note.file}.age`;
  const keys = keyFiles(sealed, folder);
  const stem = (note.file.split('/').at(-1) ?? '').replace(/\.(?:md|markdown)$/iu, '');
  const folders = ['.penholder/quarantine/kept-out', '.penholder/recovered'];
  const aside = (await Promise.all(folders.map((one) => world.list(one)))).flat().map(({ path }) => path);
  const own = aside.filter(
    (path) =>
      path
        .split('/')
        .at(-1)
        ?.replace(/-[0-9a-f]{8}\.(?:yaml|md)$/u, '') === stem,
  );
  const opened = `.penholder/opened/${note.file.split('/').at(-1)}`;
  const beside = await sealedShards(world, note.file);
  const openedBeside = (await world.list(`.penholder/opened/${stem}.inputs`)).map(({ path }) => path);
  const media = mediaPaths({ file: note.file, note, findings: [] });
  const candidates = [...media, sealed, opened, ...beside, ...openedBeside];
  const there: string[] = [];
  for (const path of candidates) if ((await world.read(path)) !== undefined) there.push(path);
  for (const path of [keys.open, keys.locked]) {
    const bytes = folder === undefined ? await world.read(path) : await world.readNamed(path);
    if (bytes !== undefined) there.push(path);
  }
  return [...there, ...own];
}

function report({ plan, responses }: Withdrawal, context: CommandContext): void {
  for (const { path } of plan.writes) context.print(escapeTerminal(`emptied or marked: ${path}`));
  for (const path of plan.deletes) context.print(escapeTerminal(`deleted: ${path}`));
  for (const { inputRef, entry } of responses) {
    const passages = entry.passages ?? [];
    const rests = passages.length === 0 ? 'no passage rests on it' : `passages that rest on it: ${passages.join(', ')}`;
    context.print(escapeTerminal(`${inputRef}: was ${entry.decision}; ${rests}`));
  }
  if (responses.some(({ entry }) => (entry.passages ?? []).length > 0)) {
    context.say('Look at these passages: what only this voice asked for may have to go, or rest on another one.');
  }
  if (plan.deletes.some((path) => path.endsWith('.key') || path.endsWith('.key.age'))) {
    context.say(
      'The key is destroyed: in every clone that never had it the sealed words are unreadable from now on. Delete copies of the key too.',
    );
  }
  context.say(
    'The words are still in earlier commits, if they were committed in clear: "penholder safeguard where --help-page" says what to do.',
  );
}

function dataOf(plan: Plan, responses: readonly Response[]) {
  return {
    written: plan.writes.map(({ path }) => path),
    deleted: plan.deletes,
    rests: responses.map(({ inputRef, entry }) => ({
      input: inputRef,
      decision: entry.decision,
      passages: entry.passages ?? [],
    })),
  };
}
