import { readWord } from '../files/word/read-word.ts';
import type { WordComment } from '../files/word/word-types.ts';
import { addReplies, type ThreadReply } from '../files/word-edit/add-replies.ts';
import type { ConsultationNote } from '../model/consultation-note.ts';
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
import { type AnswersByInput, answersTo, replyTo } from './review-answers.ts';

/** One file that went back to its reviewer. */
interface Reply {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly replies: number;
  readonly resolved: number;
  /** Threads nobody has answered yet. */
  readonly open: number;
  readonly problem?: string;
}

/** `penholder review reply FILE…`: the reviewers' own files back, with our answers in their threads. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  if (input.args.length === 0)
    throw new CannotRun('It is not said which file is answered.', 'Name the Word files that reviewers sent.');
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const answers = await answersTo(world, process);
  const replies: Reply[] = [];
  for (const name of input.args) replies.push(await replyFile(name, context, answers));
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

async function replyFile(name: string, context: CommandContext, answers: AnswersByInput): Promise<Reply> {
  const none = { name, replies: 0, resolved: 0, open: 0 };
  const bytes = await context.worldAt(context.folder).readNamed(absolutePath(name, context));
  if (bytes === undefined) return { ...none, problem: `There is no file ${name}.` };
  const reading = readWord(bytes);
  if ('problem' in reading) return { ...none, problem: `${name} can't be read. ${reading.problem.message}` };
  const note = noteOf(name, bytes, answers.notes);
  if (note === undefined)
    return {
      ...none,
      problem: `No consultation note was made from ${name}. Take it in with "penholder ingest" first.`,
    };
  const { comments } = reading.file;
  const given = repliesFor(comments, note, answers);
  const replied = addReplies(
    bytes,
    given.replies.filter((reply) => !isThere(reply, comments)),
  );
  if ('problem' in replied) return { ...none, problem: `${name} can't be written. ${replied.problem.message}` };
  const resolved = given.replies.filter((one) => one.resolved).length;
  return { name, bytes: replied.bytes, replies: replied.added, resolved, open: given.open };
}

/** The note that was made from these bytes, else from a file of this name. */
function noteOf(name: string, bytes: Uint8Array, notes: readonly ConsultationNote[]): ConsultationNote | undefined {
  const sha256 = contentHash(bytes);
  const same = notes.filter(({ frontMatter }) => frontMatter.source?.sha256 === sha256);
  if (same.length > 0) return same.find(({ frontMatter }) => frontMatter.source?.name === lastPart(name)) ?? same[0];
  const named = notes.filter(({ frontMatter }) => frontMatter.source?.name === lastPart(name));
  return named.length === 1 ? named[0] : undefined;
}

/** What stands in the file already is not said again. */
function isThere({ comment, author, text }: ThreadReply, comments: readonly WordComment[]): boolean {
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();
  return comments.some(
    (one) => one.parent === comment && one.author === author && plain(one.text) === plain(text.join(' ')),
  );
}

interface Given {
  readonly replies: readonly ThreadReply[];
  readonly open: number;
}

/** The answers to the threads of a file: each thread is the input that says its words, and each input is one thread. */
function repliesFor(comments: readonly WordComment[], note: ConsultationNote, answers: AnswersByInput): Given {
  const left = new Set(note.inputs);
  const replies: ThreadReply[] = [];
  let open = 0;
  for (const comment of comments) {
    if (comment.parent !== undefined) continue;
    const said = plainKey(comment.text);
    const quoted = plainKey(comment.quoted).slice(0, 80);
    const among = [...left].filter(
      ({ text, withdrawn }) => withdrawn === undefined && said !== '' && plainKey(text).includes(said),
    );
    const own = among.find(({ text }) => quoted !== '' && plainKey(text).includes(quoted)) ?? among[0];
    if (own === undefined) {
      open += 1;
      continue;
    }
    left.delete(own);
    const reply = replyTo({ note, input: own }, answers);
    if (reply === undefined) open += 1;
    else replies.push({ comment: comment.id, ...reply });
  }
  return { replies, open };
}

/** Words alone: signs may have been escaped, and shortened quotations end anywhere. */
function plainKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function tell(
  input: CommandInput,
  context: CommandContext,
  { replies, paths }: { readonly replies: readonly Reply[]; readonly paths: readonly string[] },
): void {
  const rows = replies.map(({ bytes: _, ...row }) => row);
  if (flag(input, 'json')) context.print(JSON.stringify(rows, null, 2));
  else for (const path of paths) context.print(escapeTerminal(path));
  for (const { name, replies: count, resolved, open, problem } of rows) {
    const told =
      problem ??
      `${lastPart(name)}: ${count === 1 ? '1 reply' : `${count} replies`}, ${resolved === 1 ? '1 thread' : `${resolved} threads`} resolved, ${open} without an answer.`;
    context.say(escapeTerminal(told));
  }
  if (flag(input, 'dryRun')) context.say('Nothing was written.');
}
