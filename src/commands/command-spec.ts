import type { CommandContext } from './context.ts';

/** One flag of a command, as commander writes flags. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: string;
  readonly choices?: readonly string[];
  /** May be given several times; the values come as a list. */
  readonly repeat?: boolean;
}

/** What a command was called with. */
export interface CommandInput {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Does the work of a command and gives its exit code. */
export type Run = (input: CommandInput, context: CommandContext) => Promise<number>;

/** A command as the program knows it before its module is loaded. */
export interface CommandSpec {
  readonly name: string;
  readonly about: string;
  /** Arguments as commander writes them: `<stage>`, `[dir]`, `<files...>`. */
  readonly arguments?: readonly (readonly [name: string, about: string])[];
  readonly options: readonly OptionSpec[];
  /** Left out of help: for programs, not for people. */
  readonly hidden?: boolean;
  readonly examples: readonly string[];
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** The value of a flag as text. */
export function text(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** True where a flag was given. */
export function flag(input: CommandInput, name: string): boolean {
  return input.options[name] === true;
}

/** The values of a flag that may be given several times, or with commas. */
export function texts(input: CommandInput, name: string): string[] {
  const value = input.options[name];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list
    .filter((item): item is string => typeof item === 'string')
    .flatMap((item) => item.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
