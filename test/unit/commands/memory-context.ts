import { Chalk } from 'chalk';
import { CannotRun } from '../../../src/commands/cannot-run.ts';
import type { CommandContext } from '../../../src/commands/context.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { Terminal } from '../../../src/io/terminal.ts';
import type { World } from '../../../src/io/world.ts';

/** A command's context on a World in memory, and what it printed. */
export interface Called {
  readonly context: CommandContext;
  /** Results, as they would go to standard output. */
  readonly printed: () => string;
  /** Messages, as they would go to standard error. */
  readonly said: () => string;
}

/** What a test may choose about the terminal. */
export interface TerminalChoices {
  /** Absolute; the workspace lies in `/workspace`. */
  readonly folder?: string;
  readonly width?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Worlds of other folders by absolute path; the one World stands for all folders where absent. */
  readonly worlds?: Readonly<Record<string, World>>;
  /** True where the folder lies in no workspace. */
  readonly outside?: boolean;
}

/** Makes a context for a command that is called without colours in a World in memory. */
export function memoryContext(world: World, choices: TerminalChoices = {}): Called {
  const { folder = '/workspace', width = 100, environment = {}, worlds, outside = false } = choices;
  const [out, error]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    args: [],
    folder,
    environment,
    interactive: false,
    outIsTerminal: false,
    errorIsTerminal: false,
    width,
    out: (text) => out.push(typeof text === 'string' ? text : new TextDecoder().decode(text)),
    error: (text) => error.push(text),
    exit: () => undefined,
    onInterrupt: () => undefined,
  };
  const context: CommandContext = {
    terminal,
    folder,
    worldAt: (root) => worlds?.[root] ?? (worlds === undefined || root === folder ? world : memoryWorld()),
    world: async () => {
      if (outside) throw new CannotRun('There is no workspace here.');
      return world;
    },
    chalk: async () => new Chalk({ level: 0 }),
    print: (text) => out.push(text.endsWith('\n') ? text : `${text}\n`),
    say: (text) => error.push(text.endsWith('\n') ? text : `${text}\n`),
    close: async () => undefined,
  };
  return { context, printed: () => out.join(''), said: () => error.join('') };
}
