import { CannotRun } from './cannot-run.ts';
import type { CommandContext } from './context.ts';

/** One thing to be asked, where no flag and no answers file says it. */
export interface Ask {
  readonly name: string;
  readonly message: string;
  /** The flag that answers it, for whoever is not at a terminal. */
  readonly flag: string;
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  readonly fallback?: string;
  /** Several of the choices; the answer has commas between them. */
  readonly several?: boolean;
  /** Left empty, it is left out. */
  readonly optional?: boolean;
}

/**
 * Completes answers: what flags said stays, the rest is asked at a terminal.
 *
 * @param known Answers there are already.
 * @param yes Takes fallbacks instead of asking.
 * @throws CannotRun naming the missing flags, where there is nobody to ask.
 */
export async function ask(
  questions: readonly Ask[],
  known: Readonly<Record<string, string | undefined>>,
  context: CommandContext,
  yes = false,
): Promise<Record<string, string>> {
  const answers = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const open = questions.filter(({ name }) => answers[name] === undefined);
  if (open.length === 0) return answers;
  if (yes || !context.terminal.interactive) return { ...fallbacks(open), ...answers };
  const { default: inquirer } = await import('inquirer');
  const given = await inquirer.prompt(open.map(promptOf) as never);
  return { ...answers, ...dropEmpty(joined(given as Record<string, string | readonly string[]>)) };
}

function fallbacks(open: readonly Ask[]): Record<string, string> {
  const missing = open.filter(({ fallback, optional }) => fallback === undefined && optional !== true);
  if (missing.length > 0) {
    throw new CannotRun(
      `There is nobody to ask, and ${missing.map(({ flag }) => flag).join(', ')} ${missing.length === 1 ? 'is' : 'are'} not given.`,
      'Give each as a flag, or in a file with --answers.',
    );
  }
  return dropEmpty(Object.fromEntries(open.map(({ name, fallback }) => [name, fallback ?? ''])));
}

/** Several values of one answer, with commas. */
function joined(given: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
  );
}

function promptOf({ name, message, choices, fallback, optional, several }: Ask) {
  if (choices !== undefined && several === true) {
    const proposed = fallback?.split(',') ?? [];
    const list = choices.map((choice) => ({ ...choice, checked: proposed.includes(choice.value) }));
    return { type: 'checkbox', name, message, choices: list, required: optional !== true };
  }
  if (choices !== undefined && choices.length > 0) {
    const list = optional === true ? [{ value: '', name: '(leave open)' }, ...choices] : choices;
    return {
      type: 'select',
      name,
      message,
      choices: list,
      pageSize: 12,
      ...(fallback !== undefined && { default: fallback }),
    };
  }
  return { type: 'input', name, message, ...(fallback !== undefined && { default: fallback }) };
}

function dropEmpty(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
}

/**
 * Reads a file of answers (`--answers`): names as the flags, values as text or lists of text.
 *
 * @throws CannotRun where it can't be read or is no mapping.
 */
export async function readAnswers(path: string | undefined, context: CommandContext): Promise<Record<string, string>> {
  if (path === undefined) return {};
  const { absolutePath } = await import('./output-folder.ts');
  const bytes = await context.worldAt(context.folder).readNamed(absolutePath(path, context));
  if (bytes === undefined) throw new CannotRun(`The file of answers ${path} cannot be read.`, 'Check its name.');
  const { readYaml } = await import('../text/yaml.ts');
  const { value, findings } = readYaml(new TextDecoder().decode(bytes), path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const said = findings.map(({ message }) => message).join(' ');
    throw new CannotRun(
      `The file of answers ${path} does not hold names and values. ${said}`,
      'Write one "name: value" on each line.',
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camel(key), listText(item)]));
}

function listText(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(',') : String(value);
}

function camel(key: string): string {
  return key.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
