/** Work that may take too long or too much is done in a worker, which can be stopped. */
import { existsSync } from 'node:fs';
import { parentPort, Worker } from 'node:worker_threads';
import { WorldError } from './world-error.ts';

/** A piece of work: plain data in, plain data out. Loaded when first asked for. */
type Task = (input: unknown) => Promise<unknown>;

/** Tasks by name. */
export type TaskTable = Readonly<Record<string, Task>>;

/** Runs named tasks with a deadline. */
export interface Isolation {
  /** Undefined where the limit (milliseconds) ran out; rejects where the task failed. */
  readonly run: (task: string, input: unknown, limit: number) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Workers kept; more would only compete for the same cores. */
const POOL = 2;

/** Memory a worker may fill, in MB; beyond it the worker dies and the rest of the program goes on. */
const WORKER_MEMORY = 384;

interface Job {
  readonly task: string;
  readonly input: unknown;
  readonly limit: number;
  readonly done: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

type Answer = { readonly value: unknown } | { readonly error: string };

/** Serves tasks inside a worker; the worker's entry file calls it with the tasks it knows. */
export function serveTasks(tasks: TaskTable): void {
  const port = parentPort;
  port?.on('message', async ({ task, input }: { task: string; input: unknown }) => {
    port.postMessage(await answer(tasks[task], input));
  });
}

async function answer(task: Task | undefined, input: unknown): Promise<Answer> {
  try {
    if (task === undefined) return { error: 'There is no such task.' };
    return { value: await task(input) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * A pool of workers running a built worker file.
 * @param file absolute path of the worker's entry. Where there is none (sources not built), every run rejects with
 * `no-worker`, and the caller may do the work itself.
 */
export function isolation(file: string): Isolation {
  const idle: Worker[] = [];
  const waiting: Job[] = [];
  const all = new Set<Worker>();
  const next = () => {
    const job = waiting[0];
    if (job === undefined || (idle.length === 0 && all.size >= POOL)) return;
    waiting.shift();
    const worker = idle.pop() ?? startWorker(file, all);
    void runJob(worker, job).then((alive) => {
      if (alive) idle.push(worker);
      else all.delete(worker);
      worker.unref();
      next();
    });
  };
  return {
    run: (task, input, limit) => {
      if (!existsSync(file))
        return Promise.reject(new WorldError('no-worker', 'The worker of Penholder is not built.'));
      return new Promise((done, fail) => {
        waiting.push({ task, input, limit, done, fail });
        next();
      });
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}

function startWorker(file: string, all: Set<Worker>): Worker {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY }, env: {}, stdin: false });
  all.add(worker);
  return worker;
}

/** Runs one job; resolves to whether the worker can be used again. */
function runJob(worker: Worker, job: Job): Promise<boolean> {
  worker.ref();
  return new Promise((settled) => {
    const end = (alive: boolean, finish: () => void) => {
      clearTimeout(deadline);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      worker.removeAllListeners('exit');
      // A terminated worker may still report: nobody listens, and that must not bring the program down.
      if (!alive) worker.on('error', () => undefined);
      finish();
      settled(alive);
    };
    const deadline = setTimeout(() => {
      end(false, () => job.done(undefined));
      void worker.terminate();
    }, job.limit);
    worker.on('message', (message: Answer) =>
      end(true, () => ('error' in message ? job.fail(new Error(message.error)) : job.done(message.value))),
    );
    // Out of memory, for one: it counts as a limit that ran out.
    worker.on('error', () => end(false, () => job.done(undefined)));
    worker.on('exit', () => end(false, () => job.done(undefined)));
    worker.postMessage({ task: job.task, input: job.input });
  });
}
