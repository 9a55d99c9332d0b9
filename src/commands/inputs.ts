import { keepHeapSmall } from '../io/thrift.ts';
import type { World } from '../io/world.ts';
import type { Distribution } from '../model/document.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { type InputRow, inputRows } from '../trace/input-list.ts';
import type { LeadIndex } from '../trace/leads.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { printFindings } from './print-findings.ts';

/** Filters that take lists of values, named as their flags. */
const FILTERS = ['round', 'group', 'region', 'kind', 'code', 'note', 'question', 'decision', 'lead'] as const;

/** `penholder inputs`: every input with what became of it, as its reader may see it. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  keepHeapSmall();
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const workspace = await loadWorkspace(world, { process, needs: new Set(['responses']) });
  const filters = Object.fromEntries(FILTERS.map((name) => [name, texts(input, name)]));
  const distribution = (text(input, 'distribution') ?? 'public') as Distribution;
  const leads = await leadsFor(world, process, filters.lead ?? []);
  const rows = inputRows(workspace, { ...filters, ...leads, unanswered: flag(input, 'unanswered') }, { distribution });
  await world.cache.save();
  if (flag(input, 'json')) await printJson(rows, context);
  else await printRows(rows, context, { distribution, byName: filters.note !== undefined && filters.note.length > 0 });
  const errors = workspace.findings.filter(({ severity }) => severity === 'error');
  return printFindings(errors, world, context, {
    to: 'error',
    format: 'concise',
    quiet: true,
    distribution: text(input, 'distribution'),
    workspace,
  });
}

/** Who leads on what, where that is asked for: it is read from the text, which a list needs for nothing else. */
async function leadsFor(world: World, process: Process, wanted: readonly string[]): Promise<{ leads?: LeadIndex }> {
  if (wanted.length === 0) return {};
  const { knownMembers } = await import('./clearance.ts');
  knownMembers(process, wanted);
  const { readStage } = await import('../workspace/read-stage.ts');
  const { loadQuestionnaires } = await import('../workspace/questionnaires.ts');
  const { leadIndex } = await import('../trace/leads.ts');
  const [{ text: working }, { questionnaires }] = await Promise.all([
    readStage(world, process, WORKING),
    loadQuestionnaires(world),
  ]);
  return { leads: leadIndex(working?.sections ?? [], questionnaires) };
}

/** Rows written at a time: few enough for a text that is let go of at once. */
const BATCH = 50;

/** The rows as one JSON array, written piece by piece: a survey has hundreds of thousands. */
async function printJson(rows: Iterable<InputRow>, { terminal }: CommandContext): Promise<void> {
  let before = '[\n';
  const write = (batch: readonly InputRow[]) => {
    if (batch.length === 0) return;
    terminal.out(before + JSON.stringify(batch, null, 2).slice(2, -2));
    before = ',\n';
  };
  let batch: InputRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    write(batch);
    await terminal.drained?.();
    batch = [];
  }
  write(batch);
  terminal.out(before === '[\n' ? '[]\n' : '\n]\n');
}

/** Who reads a list, and whether it was asked for by the names of notes. */
interface Asked {
  readonly distribution: Distribution;
  readonly byName: boolean;
}

async function printRows(rows: Iterable<InputRow>, context: CommandContext, asked: Asked): Promise<void> {
  const chalk = await context.chalk('out');
  let heading = '';
  const count: Count = { rows: 0, open: 0, withheld: 0, masked: false };
  for (const row of rows) {
    countRow(count, row);
    const note = row.ref.slice(0, row.ref.lastIndexOf('#'));
    if (note !== heading)
      context.print(chalk.bold(`${heading === '' ? '' : '\n'}${escapeTerminal(note)}${aboutNote(row)}`));
    heading = note;
    const tags = [...row.kinds, ...row.codes, ...marksOf(row)].join(', ');
    const answer = row.response === undefined ? chalk.yellow('no response') : row.response.decision;
    context.print(`  ${idLabel(row)}  ${answer}${tags === '' ? '' : chalk.dim(`  ${tags}`)}`);
    context.print(wrap(escapeTerminal(row.text), context.terminal.width - 4, '    '));
  }
  context.say(summary(count, asked));
}

/** What whoever drafts should know of an input before its words. */
function marksOf({ late, outranked, translation }: InputRow): readonly string[] {
  return [
    ...(late === true ? ['late'] : []),
    ...(outranked === true ? ['outranked by a consolidated reply'] : []),
    ...(translation === undefined ? [] : [`translated by ${translation === 'human' ? 'a person' : 'a machine'}`]),
  ];
}

/** The id of an input, or where it stands as long as it has none; the line of a note that stays unnamed is not told. */
function idLabel({ ref }: InputRow): string {
  const id = ref.slice(ref.lastIndexOf('#'));
  if (!id.startsWith('#?')) return id;
  return id === '#?' ? 'no id' : `line ${id.slice(2)}, no id`;
}

function aboutNote(row: InputRow): string {
  const open = row.publicRef?.slice(0, row.publicRef.lastIndexOf('#'));
  const parts = [row.from, row.date, open === undefined ? undefined : `in public ${open}`].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? '' : escapeTerminal(` – ${parts.join(', ')}`);
}

/** What a list of inputs comes to. */
interface Count {
  rows: number;
  open: number;
  withheld: number;
  /** Whether a note is not named. */
  masked: boolean;
}

function countRow(count: Count, { ref, response, withheld }: InputRow): void {
  count.rows += 1;
  if (response === undefined) count.open += 1;
  if (withheld !== undefined) count.withheld += 1;
  count.masked ||= /\/withheld-[0-9a-f]+#/u.test(ref);
}

function summary({ rows, open, withheld, masked }: Readonly<Count>, { distribution, byName }: Asked): string {
  const counted = `${rows === 1 ? '1 input' : `${rows} inputs`}, ${open} without a response.`;
  if (rows === 0 && byName && distribution !== 'custodian') return `${counted}${NAME_UNKNOWN}`;
  if (withheld === 0) return distribution === 'custodian' ? counted : `${counted}${masked ? NAMES_WITHHELD : ''}`;
  if (distribution !== 'public') return `${counted} The words of ${withheld} are for their custodian only.`;
  return `${counted} The words of ${withheld} are withheld from a public list; the core group may see more with --distribution core-group.`;
}

/** Whoever keeps the notes looks for them under the names of their files. */
const NAMES_WITHHELD =
  ' A note called "withheld-…" may not be named to these readers; --distribution custodian shows its file.';

/** Said of any name that is not found, so that it does not tell whether there is such a note. */
const NAME_UNKNOWN =
  ' These readers know no note of that name, or not by that name; whoever keeps the notes adds --distribution custodian.';

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + word.length + 1 > Math.max(30, width)) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => indent + each).join('\n');
}
