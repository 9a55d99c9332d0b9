import type { World } from '../io/world.ts';
import { pointAt, sourceLines } from '../text/source-lines.ts';
import { type HistoricExposure, scanHistory } from '../workspace/scan-history.ts';
import type { Exposure } from '../workspace/scan-text.ts';
import { CannotRun } from './cannot-run.ts';
import { pathInside } from './check-files.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { absolutePath } from './output-folder.ts';
import { printExposures } from './safeguard-scan.ts';

/** Page on what to do when something slipped into history. */
const PAGE = 'templates/safeguarding/history.md';

/** `penholder safeguard where`: every ref, commit and file that holds words which slipped in, or any version of a note. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [named] = input.args;
  if (flag(input, 'helpPage') || named === undefined) return printPage(context);
  const world = await context.world();
  const path = absolutePath(named, context);
  const inside = pathInside(world, path);
  const found = inside === undefined ? await whereWords(world, path, named) : await whereFile(world, inside);
  const code = await printExposures(found, flag(input, 'json'), context);
  if (found.length > 0 && !flag(input, 'json')) await sayNext(found, context);
  return code;
}

async function printPage(context: CommandContext): Promise<number> {
  const bytes = await context.worldAt(context.folder).asset(PAGE);
  if (bytes === undefined)
    throw new CannotRun('The page is missing from this installation.', 'Install the program again.');
  context.print(new TextDecoder().decode(bytes));
  return EXIT.clean;
}

/** Words are read from a file outside, so that they stand in no command line and no history of a shell. */
async function whereWords(world: World, path: string, named: string): Promise<readonly HistoricExposure[]> {
  const bytes = await world.readNamed(path);
  if (bytes === undefined)
    throw new CannotRun(
      `${named} cannot be read.`,
      'Name a file outside the repository with the words to look for, one phrase a line, or a note.',
    );
  const phrases = new TextDecoder()
    .decode(bytes)
    .split(/\r\n|\n|\r/u)
    .map(flat)
    .filter((phrase) => phrase.length > 1);
  if (phrases.length === 0) throw new CannotRun('There are no words in that file.', 'Write one phrase on each line.');
  return scanHistory(world, { search: (source) => linesWith(source, phrases), messages: true });
}

/** Words in one case, with single spaces, so that a phrase is found across the end of a line too. */
function flat(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function linesWith(source: string, phrases: readonly string[]): readonly Exposure[] {
  if (!phrases.some((phrase) => flat(source).includes(phrase))) return [];
  const lines = sourceLines(source);
  const found = lines.starts.flatMap((start, index): readonly Exposure[] => {
    const here = flat(source.slice(start, lines.starts[index + 1]));
    return phrases.some((phrase) => here.includes(phrase)) ? [{ kind: 'searched', line: index + 1 }] : [];
  });
  return found.length > 0 ? found : [{ kind: 'searched', line: pointAt(lines, 0).line }];
}

/** All versions of a file that differ from nothing: as long as one is there, its words are. */
async function whereFile(world: World, path: string): Promise<readonly HistoricExposure[]> {
  return scanHistory(world, { search: () => [{ kind: 'searched', line: 1 }], wanted: (one) => one === path });
}

async function sayNext(found: readonly HistoricExposure[], context: CommandContext): Promise<void> {
  const refs = [...new Set(found.flatMap((one) => one.refs))].sort();
  const names = refs.length === 0 ? 'no ref, only the reflog of this clone' : refs.join(', ');
  context.say(`Refs that lead to it: ${names}. Deleting it in a new commit leaves it in all of these.`);
}
