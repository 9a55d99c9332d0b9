import { readWord } from '../files/word/read-word.ts';
import type { WordFile } from '../files/word/word-types.ts';
import { type Merged, mergeReviews, type ReviewedCopy } from '../files/word-edit/merge-reviews.ts';
import type { FormatId } from '../formats/index.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import { originOf } from '../sources/word/sent-file.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { formatAssets } from './assets.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { lastPart } from './plain-texts.ts';
import { chosenFormats, refuseSource, renderOutputs } from './render-outputs.ts';
import { competingDocument, competingPassages } from './review-competing.ts';
import { metaOf } from './review-show.ts';

interface Base {
  readonly bytes: Uint8Array;
  readonly file: WordFile;
}

/** `penholder review merge FILE…`: everybody's changes and comments side by side in the text that was sent. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  if (input.args.length === 0)
    throw new CannotRun('It is not said which files are merged.', 'Name the Word files that reviewers sent.');
  const problems: string[] = [];
  const copies: ReviewedCopy[] = [];
  for (const name of input.args) {
    const copy = await readCopy(name, context);
    if (typeof copy === 'string') problems.push(copy);
    else copies.push(copy);
  }
  for (const problem of problems) context.say(escapeTerminal(problem));
  if (copies.length === 0) return EXIT.findings;
  const base = await baseOf(input, context, copies);
  const merged = mergeReviews(base.bytes, copies);
  if ('problem' in merged)
    throw new CannotRun(`The files can't be merged. ${merged.problem.message}`, merged.problem.hint);
  await write(input, context, { base, merged, copies: copies.length });
  return problems.length > 0 ? EXIT.findings : EXIT.clean;
}

async function readCopy(name: string, context: CommandContext): Promise<ReviewedCopy | string> {
  const bytes = await context.worldAt(context.folder).readNamed(absolutePath(name, context));
  if (bytes === undefined) return `There is no file ${name}.`;
  const reading = readWord(bytes);
  return 'problem' in reading
    ? `${name} can't be read and is left out. ${reading.problem.message} ${reading.problem.hint}`
    : { name: lastPart(name), bytes, file: reading.file };
}

/** The file that was named, else the stage that was named, else the one the copies say they were made of. */
async function baseOf(input: CommandInput, context: CommandContext, copies: readonly ReviewedCopy[]): Promise<Base> {
  const named = text(input, 'base');
  if (named !== undefined && /\.docx$/iu.test(named)) {
    const bytes = await context.worldAt(context.folder).readNamed(absolutePath(named, context));
    if (bytes === undefined) throw new CannotRun(`There is no file ${named}.`, 'Name the Word file that was sent.');
    return cleanBase(bytes, named);
  }
  const stage = named ?? copies.map(({ file }) => originOf(file).stage).find((one) => one !== undefined);
  if (stage === undefined)
    throw new CannotRun(
      'None of these files says which stage it was made of.',
      'Name the stage, or the Word file that was sent, with --base.',
    );
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) throw new CannotRun('The process does not hold.', 'Mend penholder.yaml first.');
  const { composeStage } = await import('./stages.ts');
  const composed = await composeStage(world, process, stage);
  const assets = formatAssets(world, composed.text, () => undefined);
  const [rendered] = await renderOutputs([{ stem: stage, document: composed.document }], ['docx'], assets);
  return cleanBase(rendered?.bytes ?? new Uint8Array(), stage);
}

/** Changes that are tracked already would mix with those of reviewers. */
function cleanBase(bytes: Uint8Array, name: string): Base {
  const reading = readWord(bytes);
  if ('problem' in reading)
    throw new CannotRun(`${name} can't be read. ${reading.problem.message}`, reading.problem.hint);
  if (reading.file.revisions.some(({ kind }) => kind !== 'formatting'))
    throw new CannotRun(`${name} has tracked changes itself.`, 'Name the clean version that was sent with --base.');
  return { bytes, file: reading.file };
}

interface Writing {
  readonly base: Base;
  readonly merged: Merged;
  readonly copies: number;
}

async function write(input: CommandInput, context: CommandContext, { base, merged, copies }: Writing): Promise<void> {
  const world = context.worldAt(context.folder);
  const out = absolutePath(text(input, 'out') ?? 'merged.docx', context);
  const file = out.endsWith('.docx') ? out : `${out.replace(/\/+$/u, '')}/merged.docx`;
  const used = [...input.args, text(input, 'base')];
  if (used.some((name) => name !== undefined && absolutePath(name, context) === file))
    throw new CannotRun('The merged file would take the place of one it is made of.', 'Name another with --out.');
  const passages = competingPassages(merged.paragraphs);
  const wanted = texts(input, 'table');
  const formats = chosenFormats(
    wanted.filter((name) => name !== 'json'),
    wanted.length > 0 ? [] : ['md'],
  );
  const document = competingDocument(passages, metaOf(base.file));
  const stem = `${file.slice(0, -'.docx'.length)}-competing`;
  const rendered = await renderOutputs(
    [{ stem, document }],
    formats as FormatId[],
    formatAssets(world, undefined, () => undefined),
  );
  const json = new TextEncoder().encode(`${JSON.stringify(passages, null, 2)}\n`);
  const output = (path: string, bytes: Uint8Array): PlannedWrite => ({ path, bytes, mode: 'replace', durable: false });
  const writes = [
    output(file, merged.bytes),
    ...rendered.map(({ extension, bytes }) => output(`${stem}.${extension}`, bytes)),
    ...(wanted.includes('json') ? [output(`${stem}.json`, json)] : []),
  ];
  await keepSources(context, writes);
  if (!flag(input, 'dryRun')) await world.apply({ ...EMPTY_PLAN, writes });
  for (const { path } of writes) context.print(escapeTerminal(path));
  const changes = merged.paragraphs.reduce((sum, { edits }) => sum + edits.length, 0);
  const competing = passages.filter(({ proposals }) => proposals.some((one) => one.competes)).length;
  const told = [
    `${counted(copies, 'copy', 'copies')}: ${counted(changes, 'change', 'changes')} in ${counted(merged.paragraphs.length, 'paragraph', 'paragraphs')},`,
    `${counted(merged.comments, 'comment', 'comments')}; ${counted(competing, 'passage has', 'passages have')} proposals that compete.`,
  ];
  context.say(told.join(' '));
  for (const line of leftLines(merged)) context.say(escapeTerminal(line));
}

/** What is in a copy and not in the merged text, each in full. */
function leftLines({ left, foreign }: Merged): readonly string[] {
  const strange = foreign.map(
    (name) => `${name} has little in common with the text that was sent; what it has not is not taken for deleted.`,
  );
  const told = [...left].flatMap(([name, all]) => {
    if (all.length === 0) return [];
    const stands =
      all.length === 1
        ? "One change of it stands in the merged file as a comment, since it can't be carried over as a change:"
        : `${all.length} changes of it stand in the merged file as comments, since they can't be carried over as changes:`;
    return [`${name}: ${stands}`, ...all.map(({ author, what }) => `  ${author} ${what}.`)];
  });
  return [...strange, ...told];
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Inside a workspace no file that the text is made from is written over; outside there is none. */
async function keepSources(context: CommandContext, writes: readonly PlannedWrite[]): Promise<void> {
  const world = await context.world().catch((error: unknown) => {
    if (error instanceof CannotRun) return undefined;
    throw error;
  });
  if (world === undefined) return;
  const { process } = await openProcess(world, context, undefined);
  if (process !== undefined) for (const { path } of writes) await refuseSource(world, process, path);
}
