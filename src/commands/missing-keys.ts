import type { MissingKey } from '../sources/ingest/ingest-types.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';

/** Most files listed with their guesses. */
const MOST_FILES = 12;

/**
 * What to say where notes lack what each of them needs and nobody can be asked: the flags, once for all files.
 *
 * @param missing What each file lacks.
 * @returns Lines for the terminal; undefined where nothing is missing.
 */
export function missingKeysText(missing: readonly MissingKey[]): string | undefined {
  if (missing.length === 0) return undefined;
  const keys = [...new Set(missing.map(({ key }) => key))];
  const files = [...new Set(missing.map(({ file }) => file))];
  const flags = keys.map((key) => `--${key} ${placeholder(key, missing)}`).join(' ');
  const counts = keys.map((key) => `${key} (missing in ${counted(missing.filter((one) => one.key === key).length)})`);
  const guesses = files.flatMap((file) => guessLine(file, missing));
  return [
    `Without these nobody can tell whose voice a note is: ${listed(counts)}.`,
    `Give what is missing, once for all files: ${flags}`,
    ...(guesses.length === 0 ? [] : ['Or let --yes take these guesses, each of which it names:']),
    ...guesses.slice(0, MOST_FILES),
    ...(guesses.length > MOST_FILES ? [`  … and those for ${guesses.length - MOST_FILES} more.`] : []),
  ].join('\n');
}

function counted(files: number): string {
  return files === 1 ? 'one file' : `${files} files`;
}

/** The values there are to choose from, as far as they are few. */
function placeholder(key: string, missing: readonly MissingKey[]): string {
  const { choices = [] } = missing.find((one) => one.key === key) ?? {};
  if (key === 'date') return 'YYYY-MM-DD';
  return choices.length > 0 && choices.length <= 6 ? choices.join('|') : `<${key}>`;
}

function guessLine(file: string, missing: readonly MissingKey[]): readonly string[] {
  const own = missing.filter((one) => one.file === file);
  const guessed = own.flatMap(({ key, guess }) => (guess === undefined ? [] : [`${key} ${guess}`]));
  const open = own.filter(({ guess }) => guess === undefined).map(({ key }) => key);
  if (guessed.length === 0) return [];
  const rest = open.length === 0 ? '' : `; nothing points to its ${listed(open)}`;
  return [escapeTerminal(`  ${file}: ${guessed.join(', ')}${rest}`)];
}

function listed(keys: readonly string[]): string {
  return keys.length < 2 ? keys.join('') : `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`;
}
