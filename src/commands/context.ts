import type { ChalkInstance } from 'chalk';
import { type NodeWorld, nodeWorld } from '../io/node-world.ts';
import type { Terminal } from '../io/terminal.ts';
import type { World } from '../io/world.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { CannotRun } from './cannot-run.ts';

/** What every command works with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Absolute path of the folder the command works in: the one it was called in, or that of `-C`. */
  readonly folder: string;
  /** The world of the workspace around {@link folder}; throws {@link CannotRun} where there is none. */
  readonly world: () => Promise<World>;
  /** The world of a folder that need not be a workspace yet. */
  readonly worldAt: (root: string) => World;
  /** Colours for results (`out`) or messages (`error`). */
  readonly chalk: (stream: 'out' | 'error') => Promise<ChalkInstance>;
  /** A result. */
  readonly print: (text: string) => void;
  /** Progress, or a message. */
  readonly say: (text: string) => void;
  /** Lets go of programs and threads that worlds hold on to. */
  readonly close: () => Promise<void>;
}

/** Makes what a command works with from the terminal and the flags every command takes. */
export function commandContext(terminal: Terminal, globals: Readonly<Record<string, unknown>>): CommandContext {
  const folder = resolveFolder(terminal.folder, globals.C);
  const worlds = new Map<string, NodeWorld>();
  const worldAt = (root: string): World => {
    const world = worlds.get(root) ?? nodeWorld({ root, callerFolder: folder, env: terminal.environment });
    worlds.set(root, world);
    return world;
  };
  return {
    terminal,
    folder,
    worldAt,
    world: async () => {
      const root = await findWorkspace(folder);
      if (root === undefined) throw noWorkspace(folder);
      return worldAt(root);
    },
    chalk: async (stream) => {
      const { Chalk } = await import('chalk');
      return new Chalk({ level: colourLevel(terminal, globals.color, stream) });
    },
    print: (text) => terminal.out(ensureNewline(text)),
    say: (text) => terminal.error(ensureNewline(text)),
    close: async () => {
      for (const world of worlds.values()) await world.close();
    },
  };
}

function resolveFolder(folder: string, wanted: unknown): string {
  if (typeof wanted !== 'string') return folder;
  return wanted.startsWith('/') || /^[A-Za-z]:[\\/]/u.test(wanted) ? wanted : `${folder}/${wanted}`;
}

function noWorkspace(folder: string): CannotRun {
  return new CannotRun(
    `There is no penholder.yaml in ${folder} or in a folder above it, so there is no workspace to work on.`,
    'Run "penholder init" to make one here, or name another folder with -C.',
  );
}

/** A flag wins, then NO_COLOR where it is not empty, then FORCE_COLOR, then what the terminal can do. */
function colourLevel(terminal: Terminal, wanted: unknown, stream: 'out' | 'error'): 0 | 1 | 2 | 3 {
  if (terminal.args.includes('--no-color')) return 0;
  if (wanted === true && terminal.args.includes('--color')) return 1;
  if ((terminal.environment.NO_COLOR ?? '') !== '') return 0;
  const forced = terminal.environment.FORCE_COLOR;
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : 1;
  return (stream === 'out' ? terminal.outIsTerminal : terminal.errorIsTerminal) ? 1 : 0;
}

function ensureNewline(text: string): string {
  return text.endsWith('\n') || text === '' ? text : `${text}\n`;
}
