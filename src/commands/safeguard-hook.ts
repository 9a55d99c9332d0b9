import type { TreeEntry, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { rawKind } from '../text/raw-files.ts';
import { deniedFindings, type FindDenied, openDenyList } from '../workspace/denied-names.ts';
import { rawFileFinding } from '../workspace/safeguarding-findings.ts';
import { exposureFinding, exposuresIn, textOf } from '../workspace/scan-text.ts';
import { type CommandInput, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { printFindings } from './print-findings.ts';
import { isWatched } from './safeguard-scan.ts';

/** `penholder safeguard hook`: looks at what is staged, and nothing else; errors stop the commit. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { prefix } = await world.git.state();
  const staged = (await world.git.staged()).filter(({ path }) => path.startsWith(prefix));
  const entries = staged.map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
  const errors = (await stagedFindings(world, entries)).filter(({ severity }) => severity === 'error');
  const code = await printFindings(errors, world, context, {
    to: 'error',
    format: text(input, 'format') ?? 'concise',
    quiet: true,
  });
  if (code !== EXIT.clean) {
    context.say(
      'Nothing was committed: this would expose somebody, and history keeps what is committed. Mend it and stage it again.',
    );
  }
  return code;
}

/** What is wrong with the staged content of files, which may differ from what lies in the folder. */
async function stagedFindings(world: World, entries: readonly TreeEntry[]): Promise<readonly Finding[]> {
  const raw = entries.filter(({ path }) => rawKind(path) !== undefined && !path.startsWith('.penholder/'));
  const watched = entries.filter(({ path }) => isWatched(path) && rawKind(path) === undefined);
  const described = await describedMedia(world, raw);
  const found: Finding[] = raw.filter(({ path }) => !described.has(path)).map(({ path }) => rawFileFinding(path));
  if (watched.length === 0) return found;
  const contents = await world.git.blobs(watched.map(({ id }) => id));
  const list = await openDenyList(world);
  const denied = list?.find;
  if (list?.find === undefined && list?.problem !== undefined) found.push(list.problem);
  const notes = watched.filter(({ path }) => isNote(path));
  const process = notes.length === 0 ? undefined : await processOf(world);
  for (const { path, id } of watched) {
    const source = textOf(contents.get(id) ?? new Uint8Array());
    if (source !== undefined) found.push(...(await findingsIn(source, path, { process, denied })));
  }
  return found;
}

function isNote(path: string): boolean {
  return /^consultations\/.*\.(?:md|markdown)$/iu.test(path) && !/(?:^|\/)readme\.[^/]*$/iu.test(path);
}

interface Rules {
  readonly process: Process | undefined;
  readonly denied: FindDenied | undefined;
}

/** Of a note only what exposes somebody stops a commit; what is unfinished may be committed. */
async function findingsIn(source: string, path: string, { process, denied }: Rules): Promise<readonly Finding[]> {
  if (process === undefined || !isNote(path))
    return exposuresIn(source, denied).map((one) => exposureFinding(one, path));
  const { readConsultationNote } = await import('../sources/consultation-note/read-consultation-note.ts');
  const own = readConsultationNote(source, path, process).findings.filter(({ check }) =>
    check.startsWith('safeguarding/'),
  );
  return denied === undefined ? own : [...own, ...deniedFindings(denied, source, path)];
}

async function processOf(world: World): Promise<Process | undefined> {
  const { loadProcess } = await import('../workspace/load-process.ts');
  return (await loadProcess(world)).process;
}

/** Pictures that a note beside them describes. */
async function describedMedia(world: World, raw: readonly TreeEntry[]): Promise<ReadonlySet<string>> {
  if (raw.length === 0) return new Set();
  const process = await processOf(world);
  if (process === undefined) return new Set();
  const { loadNotes } = await import('../workspace/notes.ts');
  const { mediaPaths } = await import('../workspace/safeguarding-findings.ts');
  const { readings = [] } = await loadNotes(world, process);
  return new Set(readings.flatMap((reading) => mediaPaths(reading)));
}
