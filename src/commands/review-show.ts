import type { WordFile, WordWarning } from '../files/word/word-types.ts';
import type { Document } from '../model/document.ts';
import type { ShownView } from '../sources/word/word-tree.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { absolutePath } from './output-folder.ts';

type Shape = 'text' | 'md' | 'json';

/** What a file holds that was neither opened nor fetched, in words. */
const WARNED: Readonly<Record<WordWarning, string>> = {
  macros: 'It holds macros, which were not run.',
  embedded: 'It holds embedded files, which were not opened.',
  external: 'It refers to files elsewhere, which were not fetched.',
  'attached-template': 'It names a template elsewhere, which was not fetched.',
};

/** `penholder review show FILE`: what a Word file says in one of its versions; works on any Word file. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [name, ...more] = input.args;
  if (name === undefined || more.length > 0)
    throw new CannotRun('One Word file is shown at a time.', 'Name one, as in "penholder review show draft.docx".');
  const file = await readFile(name, context);
  const view = (text(input, 'view') ?? 'accepted') as ShownView;
  context.terminal.out(await SHAPES[(text(input, 'to') ?? 'text') as Shape](file, view));
  for (const warning of file.warnings) context.say(`${escapeTerminal(name)}: ${WARNED[warning]}`);
  return EXIT.clean;
}

async function readFile(name: string, context: CommandContext): Promise<WordFile> {
  const bytes = await context.worldAt(context.folder).readNamed(absolutePath(name, context));
  if (bytes === undefined) throw new CannotRun(`There is no file ${name}.`, 'Give the path of a Word file (.docx).');
  const { readWord } = await import('../files/word/read-word.ts');
  const reading = readWord(bytes);
  if ('problem' in reading)
    throw new CannotRun(`${name} can't be read. ${reading.problem.message}`, reading.problem.hint);
  return reading.file;
}

/** How a version is shown. */
const SHAPES: Readonly<Record<Shape, (file: WordFile, view: ShownView) => Promise<string>>> = {
  text: async (file, view) => {
    const { viewLines } = await import('../sources/word/word-facts.ts');
    return escapeTerminal(`${viewLines(file, view).join('\n')}\n`);
  },
  md: async (file, view) => {
    const { wordTree } = await import('../sources/word/word-tree.ts');
    const { textToMarkdown } = await import('../formats/md.ts');
    return escapeTerminal(textToMarkdown({ root: wordTree(file, view), meta: metaOf(file) }));
  },
  json: async (file, view) => {
    const { wordFacts } = await import('../sources/word/word-facts.ts');
    return `${JSON.stringify(wordFacts(file, view), null, 2)}\n`;
  },
};

/** What a format wants to know of any document. */
export function metaOf({ title = '', language = 'en' }: WordFile): Document['meta'] {
  return {
    title,
    kind: '',
    language,
    direction: 'ltr',
    authors: [],
    distribution: 'core-group',
    notForCitation: false,
    style: { paper: 'a4', cover: false, contents: false, lineNumbers: false, textMarks: false, fonts: [] },
    attachments: [],
    epoch: 0,
  };
}
