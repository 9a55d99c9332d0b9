import { stringify } from 'yaml';
import type { World } from '../io/world.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import {
  type Acknowledgement,
  itemId,
  REVIEW_NAMES,
  REVIEWED_FILE,
  type ReviewItem,
  reviewMark,
} from '../workspace/review-queue.ts';
import { pendingReview } from '../workspace/safeguarding-findings.ts';
import { reviewedAs, shardReviews } from '../workspace/shard-review.ts';
import { keyOrNew } from '../workspace/workspace-key.ts';
import { ask } from './ask.ts';
import { messageAudience } from './audience.ts';
import { CannotRun } from './cannot-run.ts';
import { within, workspacePaths } from './check-files.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { disclosedFiles } from './disclosed-findings.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';

/** Something that waits, with the name it is called by. */
interface Waiting extends ReviewItem {
  readonly id: string;
}

/** What is decided about an item. */
interface Verdict {
  readonly item: Waiting;
  /** Words in the place of what stands there; kept as it is where absent. */
  readonly replacement?: string;
  readonly reason?: string;
  readonly by?: string;
}

interface Queue {
  readonly world: World;
  readonly key: string;
  readonly writes: readonly PlannedWrite[];
  readonly items: readonly Waiting[];
}

/** `penholder safeguard review`: what a person has to look at, one after another or by flags. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const queue = await openQueue(input, context, world);
  if (queue === undefined) return EXIT.findings;
  const [keep, replace] = [texts(input, 'keep'), texts(input, 'replace')];
  if (keep.length + replace.length > 0) {
    const verdicts = [...keep, ...replace].map((id) =>
      verdictByFlags(itemNamed(queue, id), replace.includes(id), input),
    );
    return settle(queue, verdicts, input, context);
  }
  // The log of a service goes round: it shows no words, and names no file that is not public.
  const audience = messageAudience(context, { to: 'out', given: true });
  const show = flag(input, 'show') && audience.distribution === 'custodian';
  if (context.terminal.interactive && !flag(input, 'json') && !flag(input, 'show'))
    return oneByOne(queue, input, context);
  const nameOf = await disclosedFiles(world, audience);
  const items = show ? queue.items : queue.items.map((item) => ({ ...item, file: nameOf(item.file) }));
  if (flag(input, 'json')) context.print(JSON.stringify(items.map(dataOf), null, 2));
  else await list({ ...queue, items }, show, context);
  await world.apply({ ...EMPTY_PLAN, writes: queue.writes });
  return EXIT.clean;
}

async function openQueue(input: CommandInput, context: CommandContext, world: World): Promise<Queue | undefined> {
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return undefined;
  const { loadNotes } = await import('../workspace/notes.ts');
  const paths = await workspacePaths(world, context, input.args);
  const { readings = [] } = await loadNotes(world, process);
  const beside = await shardReviews(world, await world.list('consultations'));
  const { items } = await pendingReview(world, [...readings, ...beside]);
  await world.cache.save();
  const { key, writes } = await keyOrNew(world);
  const named = items.filter(({ file }) => within(file, paths)).map((item) => ({ ...item, id: itemId(key, item) }));
  // What may be a disclosure comes first: it can't wait.
  const first = named.filter(({ kind }) => kind === 'disclosure');
  return { world, key, writes, items: [...first, ...named.filter(({ kind }) => kind !== 'disclosure')] };
}

function itemNamed({ items }: Queue, id: string): Waiting {
  const item = items.find((one) => one.id === id);
  if (item !== undefined) return item;
  throw new CannotRun(
    `Nothing with the id "${id}" waits for review.`,
    'Run "penholder safeguard review" to see what does.',
  );
}

function verdictByFlags(item: Waiting, replaced: boolean, input: CommandInput): Verdict {
  const [reason, by, role] = [text(input, 'reason'), text(input, 'by'), text(input, 'role')];
  if (replaced) {
    if (by === undefined)
      throw new CannotRun(
        'It is not said what to write instead.',
        'Give the role with --by, as in --by "a facilitator".',
      );
    return { item, replacement: by };
  }
  if (reason === undefined || role === undefined) {
    throw new CannotRun(
      'What is kept needs a reason, and the role that decided so.',
      'Give them with --reason and --role, as in --reason "The name of a river." --role "safeguarding lead".',
    );
  }
  return { item, reason, by: role };
}

async function oneByOne(queue: Queue, input: CommandInput, context: CommandContext): Promise<number> {
  const verdicts: Verdict[] = [];
  const role = text(input, 'role');
  for (const item of queue.items) {
    context.print(await shown(queue.world, item));
    const questions = [
      {
        name: 'verdict',
        message: 'What is to become of it?',
        flag: '--keep or --replace',
        choices: [
          { value: 'later', name: 'decide later' },
          { value: 'replace', name: 'replace it by a role' },
          { value: 'keep', name: 'keep it, with a reason' },
          { value: 'stop', name: 'stop here' },
        ],
      },
    ];
    const { verdict } = await ask(questions, {}, context);
    if (verdict === 'stop') break;
    if (verdict === 'replace') {
      const { by = '' } = await ask([{ name: 'by', message: 'What to write instead?', flag: '--by' }], {}, context);
      if (by !== '') verdicts.push({ item, replacement: by });
    }
    if (verdict === 'keep') verdicts.push({ item, ...(await reasonAsked(role, context)) });
  }
  return settle(queue, verdicts, input, context);
}

async function reasonAsked(role: string | undefined, context: CommandContext): Promise<Pick<Verdict, 'reason' | 'by'>> {
  const questions = [
    { name: 'reason', message: 'Why may it stay?', flag: '--reason' },
    { name: 'by', message: 'In which role do you decide so?', flag: '--role' },
  ];
  const { reason = '', by = '' } = await ask(questions, { by: role }, context);
  return { reason, by };
}

/** Writes what was decided: replaced words into the notes, and what is kept into the record, without its words. */
async function settle(
  queue: Queue,
  verdicts: readonly Verdict[],
  input: CommandInput,
  context: CommandContext,
): Promise<number> {
  const { world } = queue;
  const replaced = verdicts.filter(({ replacement }) => replacement !== undefined);
  const kept = verdicts.filter(({ reason }) => reason !== undefined && reason !== '');
  const writes = [...queue.writes, ...(await edits(world, replaced)), ...(await record(queue, kept, input))];
  if (flag(input, 'dryRun')) {
    context.say(`${writes.map(({ path }) => path).join(', ')} would be written; nothing was.`);
    return EXIT.clean;
  }
  await world.apply({ ...EMPTY_PLAN, writes });
  context.say(
    `Replaced: ${replaced.length}. Kept with a reason: ${kept.length}. Still waiting: ${queue.items.length - replaced.length - kept.length}.`,
  );
  if (replaced.length > 0) {
    context.say(
      'What was replaced is still in earlier commits, if it was committed: "penholder safeguard where" tells where.',
    );
  }
  return EXIT.clean;
}

/** Each file is edited once, from its end to its head, so that offsets hold. */
async function edits(world: World, verdicts: readonly Verdict[]): Promise<readonly PlannedWrite[]> {
  const files = [...new Set(verdicts.map(({ item }) => item.file))];
  const writes = await Promise.all(
    files.map(async (path): Promise<PlannedWrite | undefined> => {
      const bytes = await world.read(path);
      if (bytes === undefined) return undefined;
      const places = verdicts
        .filter(({ item }) => item.file === path && item.kind !== 'file-name')
        .flatMap(({ item, replacement = '' }) => item.places.map(({ start, end }) => ({ start, end, replacement })))
        .sort((a, b) => b.start - a.start);
      let source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      for (const { start, end, replacement } of places)
        source = source.slice(0, start) + written(path, replacement) + source.slice(end);
      return { path, bytes: new TextEncoder().encode(source), mode: 'replace', was: bytes };
    }),
  );
  return writes.filter((write) => write !== undefined);
}

/** In a file of inputs the words stand inside JSON. */
function written(path: string, words: string): string {
  return path.endsWith('.jsonl') ? JSON.stringify(words).slice(1, -1) : words;
}

async function record(queue: Queue, kept: readonly Verdict[], input: CommandInput): Promise<readonly PlannedWrite[]> {
  if (kept.length === 0) return [];
  const { world, key } = queue;
  const { keyCheck } = await import('../text/deny-list.ts');
  const entries = kept.map(({ item, reason = '', by = '' }): Acknowledgement => {
    const [place] = item.places;
    return {
      file: flag(input, 'everywhere') ? '*' : item.file,
      kind: item.kind,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      mark: reviewMark(key, item.kind, item.words),
      key: keyCheck(key),
      reason,
      by,
      date: world.today(),
    };
  });
  const was = await world.read(REVIEWED_FILE);
  const before = was === undefined ? '' : new TextDecoder().decode(was).replace(/\n*$/u, '\n');
  const bytes = new TextEncoder().encode(before + stringify(entries, { lineWidth: 0 }));
  return [
    { path: REVIEWED_FILE, bytes, mode: was === undefined ? 'new' : 'replace', ...(was !== undefined && { was }) },
  ];
}

/** Without `--show` the list can be sent on: it says where, never what. */
async function list({ world, items }: Queue, show: boolean, context: CommandContext): Promise<void> {
  const { told, more } = sampled(items);
  for (const item of told) {
    const { id, file, kind, places } = item;
    const lines = [...new Set(places.map(({ line }) => line))];
    const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ' …' : ''}`;
    if (show) context.print(await shown(world, item));
    else context.print(escapeTerminal(`${id}  ${file}  ${where}  ${REVIEW_NAMES[kind]?.[0] ?? kind}`));
  }
  for (const [folder, count] of more) {
    context.say(
      escapeTerminal(
        `${count} more in ${folder} are not listed; name a file of it, or use --json to have all of them.`,
      ),
    );
  }
  if (items.length === 0) context.say('Nothing waits for review.');
  else
    context.say(`${items.length} to look at. A disclosure of harm is no matter for a file: call the referral contact.`);
}

/** Items told of one survey: it may have many thousands, and the first of them show what they are. */
const SAMPLE = 50;

/** What is listed, and how much more there is in each folder of inputs. A possible disclosure is always listed. */
function sampled(items: readonly Waiting[]): { told: readonly Waiting[]; more: ReadonlyMap<string, number> } {
  const seen = new Map<string, number>();
  const more = new Map<string, number>();
  const isOneFile = new Set(items.map(({ file }) => file)).size === 1;
  const told = items.filter(({ file, kind }) => {
    const folder = reviewedAs(file);
    // Whoever named one file of inputs wants to see what is in it.
    if (folder === file || kind === 'disclosure' || isOneFile) return true;
    const count = (seen.get(folder) ?? 0) + 1;
    seen.set(folder, count);
    if (count > SAMPLE) more.set(folder, count - SAMPLE);
    return count <= SAMPLE;
  });
  return { told, more };
}

/** The words with what stands around them, for the eyes of who asked. */
async function shown(world: World, { id, file, kind, places }: Waiting): Promise<string> {
  const [place] = places;
  const bytes = await world.read(file);
  const source = bytes === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const head = escapeTerminal(`${id}  ${file}:${place?.line ?? 1}  ${REVIEW_NAMES[kind]?.[0] ?? kind}`);
  if (place === undefined || kind === 'file-name') return head;
  const before =
    source
      .slice(Math.max(0, place.start - 60), place.start)
      .split('\n')
      .at(-1) ?? '';
  const after = source.slice(place.end, place.end + 60).split('\n')[0] ?? '';
  const more = places.length > 1 ? `  (at ${places.length} places)` : '';
  return `${head}${more}\n    ${escapeTerminal(`${before}→ ${source.slice(place.start, place.end)} ←${after}`)}`;
}

function dataOf({ id, file, kind, places }: Waiting) {
  return { id, file, kind, places: places.map(({ line, column }) => ({ line, column })) };
}
