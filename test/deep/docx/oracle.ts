/** What an independent reader of Word files says: the validator of the Open XML SDK, and its accepting and rejecting. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Milliseconds after which the reader, which is another program's runtime, is taken to hang; it answers in a few seconds. */
const PATIENCE = 60_000;
const TRIES = 3;

interface Finding {
  readonly blocksDelivery: boolean;
  readonly code: string;
  readonly message: string;
  readonly xPath?: string;
}

interface Answers {
  readonly findings: readonly Finding[];
  readonly accepted: Uint8Array;
  readonly rejected: Uint8Array;
}

let thread: Worker | undefined;

/** Once in a while the reader hangs for good: then its thread is ended, and another is asked. */
async function ask<Question extends keyof Answers>(question: Question, bytes: Uint8Array): Promise<Answers[Question]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    thread ??= new Worker(new URL('oracle-thread.js', import.meta.url));
    const worker = thread;
    worker.unref();
    worker.postMessage({ question, bytes });
    const patience = AbortSignal.timeout(PATIENCE);
    const said = await once(worker, 'message', { signal: patience }).catch((error: Error) => {
      if (patience.aborted) return undefined;
      throw error;
    });
    if (said === undefined) {
      await worker.terminate();
      thread = undefined;
      continue;
    }
    const [{ answer, problem }] = said as [{ answer?: Answers[Question]; problem?: string }];
    if (answer === undefined) throw new Error(problem);
    return answer;
  }
  throw new Error('The independent reader of Word files hangs.');
}

/** Words between braces, and those like “to be determined”, are what a text says, no gap that somebody forgot to fill. */
const OF_THE_TEXT = /template|placeholder/u;

/** What is wrong with a Word file; empty where it is valid and whole. */
export async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  return (await ask('findings', bytes))
    .filter(({ blocksDelivery, code }) => blocksDelivery && !OF_THE_TEXT.test(code))
    .map(({ code, message, xPath }) => [code, message, xPath].join(' · '));
}

/** A Word file with all its tracked changes accepted, and with all rejected. */
export async function resolved(bytes: Uint8Array): Promise<{ accepted: Uint8Array; rejected: Uint8Array }> {
  return { accepted: await ask('accepted', bytes), rejected: await ask('rejected', bytes) };
}
