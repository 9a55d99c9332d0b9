/** One long-lived `git cat-file --batch`: every object of a run is read through it. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { type GitPlace, startError, startGit } from './run-git.ts';

/** An object as read. */
export interface GitObject {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Reads objects by id. */
export interface ObjectReader {
  /** Undefined where the repository has no such object. Only ids may be asked for. */
  readonly read: (id: string) => Promise<GitObject | undefined>;
  readonly close: () => void;
}

interface Waiting {
  readonly id: string;
  readonly done: (object: GitObject | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** What git says of an object that a partial clone left on the server. */
const PROMISED = /promisor|lazy fetching/u;
const LAST_WORDS = 4096;

/** Cuts the stream of answers into objects. */
function answers(waiting: Waiting[]): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 0;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    for (;;) {
      const taken = takeAnswer(rest);
      if (typeof taken === 'number') {
        wanted = taken;
        break;
      }
      rest = taken.rest;
      waiting.shift()?.done(taken.object);
    }
    chunks = [rest];
    held = rest.length;
  };
}

/** The first answer in what has arrived, or how many bytes it takes to have it. */
function takeAnswer(bytes: Buffer): { object: GitObject | undefined; rest: Buffer } | number {
  const lineEnd = bytes.indexOf(0x0a);
  if (lineEnd < 0) return bytes.length + 1;
  const header = bytes.toString('utf8', 0, lineEnd);
  const match = /^[0-9a-f]+ (commit|tree|blob|tag) (\d+)$/u.exec(header);
  if (match === null) return { object: undefined, rest: bytes.subarray(lineEnd + 1) };
  const end = lineEnd + 1 + Number(match[2]);
  if (bytes.length < end + 1) return end + 1;
  // A copy, so that a small object does not keep a large buffer alive.
  const content = Buffer.from(bytes.subarray(lineEnd + 1, end));
  return { object: { type: match[1] ?? '', bytes: content }, rest: bytes.subarray(end + 1) };
}

/** Lets the program end while git waits for more, but not while an answer is due. */
function hold(child: ChildProcessWithoutNullStreams, busy: boolean): void {
  for (const part of [child, child.stdin, child.stdout, child.stderr]) {
    const handle = part as unknown as { ref?: () => void; unref?: () => void };
    if (busy) handle.ref?.();
    else handle.unref?.();
  }
}

/** Opens a reader; git starts with the first object asked for. */
export function objectReader(place: GitPlace): ObjectReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  const waiting: Waiting[] = [];
  const lose = (lost: ChildProcessWithoutNullStreams, error: Error) => {
    if (child !== lost) return;
    child = undefined;
    for (const one of waiting.splice(0)) one.fail(error);
  };
  /** In a partial clone git ends at the first object that is not there: it is missing, and the rest is asked for anew. */
  const skip = (lost: ChildProcessWithoutNullStreams) => {
    if (child !== lost) return;
    waiting.shift()?.done(undefined);
    child = waiting.length === 0 ? undefined : start();
    for (const { id } of waiting) child?.stdin.write(`${id}\n`);
    if (child !== undefined) hold(child, true);
  };
  const start = (): ChildProcessWithoutNullStreams => {
    const started = startGit(place, ['cat-file', '--batch']);
    const take = answers(waiting);
    let said = '';
    started.stdout.on('data', (chunk: Buffer) => {
      take(chunk);
      if (waiting.length === 0) hold(started, false);
    });
    started.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-LAST_WORDS);
    });
    started.stdin.on('error', () => undefined);
    started.on('error', (error) => lose(started, startError(error)));
    started.on('close', () => {
      if (PROMISED.test(said)) skip(started);
      else lose(started, new Error(`git cat-file ended before it had answered. ${said.trim()}`.trim()));
    });
    return started;
  };
  return {
    read: (id) => {
      if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/u.test(id)) return Promise.resolve(undefined);
      return new Promise((done, fail) => {
        child ??= start();
        if (waiting.length === 0) hold(child, true);
        waiting.push({ id, done, fail });
        child.stdin.write(`${id}\n`);
      });
    },
    close: () => {
      child?.stdin.end();
      // While answers are due they still come; otherwise the next question starts git anew.
      if (waiting.length === 0) child = undefined;
    },
  };
}
