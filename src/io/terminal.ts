/** What a command sees of the terminal it was called from. Tests put their own in its place. */
export interface Terminal {
  readonly args: readonly string[];
  /** Absolute path of the folder the program was called in. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True where a person can be asked: input, output and messages all go to a terminal. */
  readonly interactive: boolean;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** Width in columns. */
  readonly width: number;
  /** Results. */
  readonly out: (text: string | Uint8Array) => void;
  /** Resolves when there is room for more results: whoever writes a great many waits for it now and then. */
  readonly drained?: () => Promise<void>;
  /** Progress and messages. */
  readonly error: (text: string) => void;
  /** Sets the exit code; the program ends when everything is written. */
  readonly exit: (code: number) => void;
  /** Calls back once when the user interrupts. */
  readonly onInterrupt: (callback: () => void) => void;
}

/** The terminal this process runs in. A closed or full standard output ends the program with code 2 instead of a crash. */
export function nodeTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  guard(stdout);
  guard(stderr);
  return {
    args: process.argv.slice(2),
    folder: process.cwd(),
    environment: process.env,
    interactive: stdin.isTTY === true && stdout.isTTY === true && stderr.isTTY === true,
    outIsTerminal: stdout.isTTY === true,
    errorIsTerminal: stderr.isTTY === true,
    width: Math.max(40, stderr.columns ?? 100),
    out: (text) => stdout.write(text),
    drained: () => drained(stdout),
    error: (text) => stderr.write(text),
    exit: (code) => {
      process.exitCode ??= code;
    },
    onInterrupt: (callback) => process.once('SIGINT', callback),
  };
}

/** A stream that has failed takes nothing any more: then nobody waits for it. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.writableNeedDrain || stream.destroyed) setImmediate(resolve);
    else {
      const done = () => {
        for (const event of OVER) stream.off(event, done);
        resolve();
      };
      for (const event of OVER) stream.on(event, done);
    }
  });
}

/** After these nobody need wait any longer. */
const OVER = ['drain', 'close', 'error'] as const;

/** Whoever read our output may have gone (`| head`): that is no error. A full disk is, and is said where there is still room. */
function guard(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream !== process.stdout || said) return;
    said = true;
    process.stderr.write(`penholder: ${unwritten(error.code)}\n`);
  });
}

/** A stream can fail once for each of its writes. */
let said = false;

function unwritten(code: string | undefined): string {
  const reason = code === 'ENOSPC' ? 'the disk behind it is full' : `the system says ${code ?? 'nothing'}`;
  return `The output could not be written whole, because ${reason}. Make room, or send it elsewhere, and run the command again.`;
}
