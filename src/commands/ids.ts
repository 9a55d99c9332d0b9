import type { Root } from 'mdast';
import type { World } from '../io/world.ts';
import type { Audience } from '../model/contracts.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { findIds, type Stamped, stampIds, stampInputIds } from '../text/ids.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { messageAudience } from './audience.ts';
import { within, workspacePaths } from './check-files.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { stampTranslations } from './stamp-translations.ts';

/** A file and what would be written into it. */
export interface Stampable {
  readonly file: string;
  /** What is stamped. */
  readonly noun: 'id' | 'fingerprint';
  /** The file as it may be named. */
  readonly shown: string;
  /** The file as it was read. */
  readonly source: string;
  readonly stamped: Stamped;
}

/** `penholder ids`: writes ids for passages and inputs that have none, byte for byte leaving everything else. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const wanted = await workspacePaths(world, context, input.args);
  const audience = messageAudience(context, { to: 'out', distribution: text(input, 'distribution') });
  const all = [
    ...(await stampSections(world, process)),
    ...(await stampNotes(world, process, audience)),
    ...(await stampTranslations(world, process)),
  ];
  const results = all.filter(({ file, stamped }) => stamped.stamped.length > 0 && within(file, wanted));
  const none = results.length === 0;
  for (const result of results) context.print(escapeTerminal(`${result.shown}: ${totals([result])}`));
  if (flag(input, 'check')) {
    context.say(none ? 'Everything has its id.' : `${totals(results)} missing; "penholder ids" writes them.`);
    return none ? EXIT.clean : EXIT.findings;
  }
  if (flag(input, 'dryRun')) {
    context.say(`${totals(results)} would be written; nothing was.`);
    return EXIT.clean;
  }
  await world.apply({ ...EMPTY_PLAN, writes: results.map(writeOf) });
  context.say(
    none ? 'Everything had its id already.' : `${totals(results)} written into ${count(results.length, 'file')}.`,
  );
  return EXIT.clean;
}

/** Who saves the file in an editor meanwhile must not lose what they wrote. */
function writeOf({ file, source, stamped }: Stampable): PlannedWrite {
  const encoder = new TextEncoder();
  return { path: file, bytes: encoder.encode(stamped.source), mode: 'replace', was: encoder.encode(source) };
}

/** `3 ids and 1 fingerprint`; `0 ids` where nothing is stamped. */
function totals(results: readonly Stampable[]): string {
  const of = (wanted: Stampable['noun']) =>
    results.reduce((sum, { noun, stamped }) => sum + (noun === wanted ? stamped.stamped.length : 0), 0);
  const [ids, fingerprints] = [of('id'), of('fingerprint')];
  const parts = [
    ...(ids > 0 ? [count(ids, 'id')] : []),
    ...(fingerprints > 0 ? [count(fingerprints, 'fingerprint')] : []),
  ];
  return parts.length === 0 ? count(0, 'id') : parts.join(' and ');
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

type Process = NonNullable<Awaited<ReturnType<typeof openProcess>>['process']>;

/** An id is never reused: what any stage has is taken, not only what the text has today. */
async function stampSections(world: World, process: Process): Promise<Stampable[]> {
  const { readStage } = await import('../workspace/read-stage.ts');
  const { text } = await readStage(world, process, 'working');
  const taken = new Set<string>();
  for (const { id } of process.stages) {
    const stage = (await readStage(world, process, id)).text;
    for (const section of stage?.sections ?? []) remember(section.tree, taken);
  }
  for (const section of text?.sections ?? []) remember(section.tree, taken);
  return (text?.sections ?? [])
    .filter(({ findings }) => !findings.some(isUnwritable))
    .map(({ file, source, tree }) => {
      const stamped = stampIds(source, tree, { newId: () => world.randomId(7), taken });
      for (const { id } of stamped.stamped) taken.add(id);
      return { file, noun: 'id' as const, shown: file, source, stamped };
    });
}

function remember(tree: Root, taken: Set<string>): void {
  for (const { id } of findIds(tree)) taken.add(id);
}

/** What was not UTF-8 would not come back byte for byte. */
function isUnwritable({ check }: { check: string }): boolean {
  return check === 'workspace/encoding' || check === 'text/too-slow';
}

async function stampNotes(world: World, process: Process, audience: Audience): Promise<Stampable[]> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { decodeText } = await import('../workspace/decode.ts');
  const { readFrontMatter } = await import('../text/front-matter.ts');
  const { notes, responses } = await loadWorkspace(world, { process, needs: new Set(['responses']) });
  const { disclosures } = await import('../trace/disclose-input.ts');
  const { shownFile } = await import('../trace/disclose-findings.ts');
  const told = disclosures({ notes, process, audience });
  const results: Stampable[] = [];
  for (const note of notes) {
    const bytes = await world.read(note.file);
    const { text: source, findings } = bytes === undefined ? { findings: [] } : decodeText(bytes, note.file);
    if (source === undefined || findings.length > 0) continue;
    const { bodyOffset } = readFrontMatter(source, note.file);
    const { tree } = parseMarkdown(source, { file: note.file, bodyOffset });
    const taken = responses.filter((response) => response.note === note.id).map(({ entry }) => entry.input);
    results.push({
      file: note.file,
      noun: 'id',
      shown: shownFile(note, note.file, told),
      source,
      stamped: stampInputIds(source, tree, { newId: () => world.randomId(5), taken }),
    });
  }
  return results;
}
