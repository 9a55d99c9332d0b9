import type { ConsultationNote } from '../model/consultation-note.ts';
import type { SentText } from '../model/contracts.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { contentHash } from '../text/fingerprint.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { absolutePath, outputFolder } from './output-folder.ts';
import { lastPart } from './plain-texts.ts';
import { refuseSource } from './render-outputs.ts';
import type { NotedInput } from './reply-rows.ts';
import { answerSheet } from './reply-sheet.ts';
import { answerWord } from './reply-word.ts';
import { type AnswersByInput, answersTo, isAnswered, replyTo } from './review-answers.ts';
import { sentTexts } from './sent-passages.ts';

/** One file that went back to its reviewer. */
interface FileReply {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly replies: number;
  readonly resolved: number;
  /** What nobody has answered yet. */
  readonly open: number;
  /** Answers to what stands nowhere in the file. */
  readonly homeless: number;
  /** Answers that no letter to those who read the file may tell. */
  readonly kept: number;
  /** True where it has the name of a file that was taken in, and other content: it may be another reviewer's. */
  readonly changed?: true;
  readonly problem?: string;
}

/** What files are answered with. */
interface Replying {
  readonly answers: AnswersByInput;
  readonly texts: readonly SentText[];
}

/** `penholder review reply FILE…`: the reviewers' own files back, with our answers in their threads, on their changes and in their sheets. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  if (input.args.length === 0)
    throw new CannotRun('It is not said which file is answered.', 'Name the Word files that reviewers sent.');
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const answers = await answersTo(world, process);
  const replies: FileReply[] = [];
  const replying = { answers, texts: sentTexts(world, process) };
  for (const name of input.args) replies.push(await replyFile(name, context, replying));
  const out =
    outputFolder(typeof input.options.out === 'string' ? input.options.out : undefined, context) ?? 'build/replies';
  const writes = replies.flatMap(({ name, bytes }): PlannedWrite[] =>
    bytes === undefined ? [] : [{ path: `${out}/${lastPart(name)}`, bytes, mode: 'replace', durable: false }],
  );
  const paths = writes.map(({ path }) => path);
  if (new Set(paths).size < paths.length)
    throw new CannotRun('Two of these files have the same name.', 'Answer them in two calls, with another --out each.');
  for (const path of paths) {
    if (input.args.some((name) => absolutePath(name, context) === absolutePath(path, context)))
      throw new CannotRun('The reply would take the place of the file it answers.', 'Name another folder with --out.');
    await refuseSource(world, process, path);
  }
  if (!flag(input, 'dryRun')) await world.apply({ ...EMPTY_PLAN, writes });
  await world.cache.save();
  tell(input, context, { replies, paths });
  return replies.some(({ problem }) => problem !== undefined) ? EXIT.findings : EXIT.clean;
}

async function replyFile(name: string, context: CommandContext, { answers, texts }: Replying): Promise<FileReply> {
  const none = { name, replies: 0, resolved: 0, open: 0, homeless: 0, kept: 0 };
  const bytes = await context.worldAt(context.folder).readNamed(absolutePath(name, context));
  if (bytes === undefined) return { ...none, problem: `There is no file ${name}.` };
  const notes = notesOf(name, bytes, answers.notes);
  const inputs = notes.flatMap((note) => note.inputs.map((input) => ({ note, input })));
  if (inputs.length === 0)
    return {
      ...none,
      problem: `No consultation note was made from ${name} alone. Take it in with "penholder ingest" first; what became of the answers in questionnaires is told in a letter ("penholder report feedback").`,
    };
  const answer = (one: NotedInput) => replyTo(one, answers);
  const language = notes[0]?.frontMatter.languages?.[0] ?? answers.process.language;
  const replied = /\.xlsx$/iu.test(name)
    ? await answerSheet(bytes, { inputs, answer }, language)
    : await answerWord(bytes, { inputs, answer, texts });
  const kept = inputs.filter((one) => isAnswered(one, answers) && answer(one) === undefined).length;
  const sha256 = contentHash(bytes);
  const changed = notes.some(({ frontMatter }) => frontMatter.source?.sha256 === sha256)
    ? {}
    : { changed: true as const };
  return 'problem' in replied
    ? { ...none, problem: `${name} ${replied.problem}` }
    : { name, ...replied, kept, ...changed };
}

/** The notes that were made from these bytes, else from a file of this name: of a sheet there is one for each organisation. */
function notesOf(name: string, bytes: Uint8Array, notes: readonly ConsultationNote[]): readonly ConsultationNote[] {
  const sha256 = contentHash(bytes);
  const same = notes.filter(({ frontMatter }) => frontMatter.source?.sha256 === sha256);
  const named = (among: readonly ConsultationNote[]) =>
    among.filter(({ frontMatter }) => frontMatter.source?.name === lastPart(name));
  if (same.length > 0) return named(same).length > 0 ? named(same) : same;
  const own = named(notes);
  return new Set(own.map(({ frontMatter }) => frontMatter.source?.sha256)).size === 1 ? own : [];
}

function keptBack(kept: number): string {
  if (kept === 0) return '';
  return ` ${kept === 1 ? 'One answer is' : `${kept} answers are`} kept back: its consultation note lets nobody who reads the file be told; its "distribution" says who may be.`;
}

function tell(
  input: CommandInput,
  context: CommandContext,
  { replies, paths }: { readonly replies: readonly FileReply[]; readonly paths: readonly string[] },
): void {
  const rows = replies.map(({ bytes: _, ...row }) => row);
  if (flag(input, 'json')) context.print(JSON.stringify(rows, null, 2));
  else for (const path of paths) context.print(escapeTerminal(path));
  for (const { name, replies: count, resolved, open, homeless, kept, changed, problem } of rows) {
    const told =
      problem ??
      `${lastPart(name)}: ${count === 1 ? '1 reply' : `${count} replies`}, ${resolved === 1 ? '1 thread' : `${resolved} threads`} resolved, ${open} without an answer.${
        homeless === 0
          ? ''
          : ` ${homeless === 1 ? 'One answer is' : `${homeless} answers are`} to what stands nowhere in the file; a letter tells ${homeless === 1 ? 'it' : 'them'} ("penholder report feedback").`
      }${keptBack(kept)}`;
    context.say(escapeTerminal(told));
    if (changed === true)
      context.say(
        `It has the name of a file that was taken in, and other content: make sure that it is the same reviewer's before it goes back. Answers to somebody else would go with it.`,
      );
  }
  if (flag(input, 'dryRun')) context.say('Nothing was written.');
}
