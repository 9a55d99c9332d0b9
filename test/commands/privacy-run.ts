import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/commands/program.ts';
import type { Terminal } from '../../src/io/terminal.ts';
import { wordBytes } from '../unit/files/word/word-files.ts';
import { ROWS } from './privacy-calls.ts';
import { forbiddenTo, GIVEN, OPEN, plant, REVIEWED, TAGS } from './privacy-markers.ts';
import { emptyFolder, environment, fill, git } from './program.ts';
import { readable, readableFolder, readsPages } from './readable.ts';

if (!readsPages)
  process.stderr.write('The pages of PDFs were not searched for confidential words: pdftotext is not here.\n');

/** What a call said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly words: string;
}

/** Calls the program as its binary does. */
export async function call(folder: string, args: readonly string[], choices: Partial<Terminal> = {}): Promise<Said> {
  const said: string[] = [];
  const terminal: Terminal = {
    args,
    folder,
    environment: environment(),
    interactive: false,
    outIsTerminal: false,
    errorIsTerminal: false,
    width: 100,
    out: (text) => said.push(typeof text === 'string' ? text : readable(Buffer.from(text))),
    error: (text) => said.push(text),
    exit: () => undefined,
    onInterrupt: () => undefined,
    ...choices,
  };
  // The adapter for completions writes by itself.
  const logged = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
  try {
    const code = await main(terminal);
    return { code, words: said.join('') };
  } finally {
    logged.mockRestore();
  }
}

/** All that came of a call: what it said, the files it wrote, the messages it put into git. */
export async function outcome(
  folder: string,
  args: readonly string[],
  choices: Partial<Terminal> = {},
): Promise<string> {
  rmSync(join(folder, 'build'), { recursive: true, force: true });
  const { words } = await call(folder, args, choices);
  return [words, readableFolder(join(folder, 'build')), newTags(folder)].join('\n');
}

/** What git would tell of tags that were not planted; it is asked only where there are any. */
function newTags(folder: string): string {
  const names = readdirSync(join(folder, '.git/refs/tags'));
  if (names.every((name) => TAGS.includes(name))) return '';
  return git(folder, 'for-each-ref', 'refs/tags', '--format=%(refname) %(contents)');
}

/** A workspace with the markers in it, with files of others beside it. */
export async function workspaceWith(faulty: boolean): Promise<string> {
  const folder = join(emptyFolder(), 'note');
  mkdirSync(folder);
  plant(folder, faulty);
  fill(join(folder, '..'), {
    'given.md': GIVEN,
    'reviewed.docx': REVIEWED,
    'given.docx': wordBytes({ body: '<w:p/>' }),
  });
  await call(folder, ['matrix', 'export', '--to', 'csv', '--distribution', 'core-group', '--out', '..']);
  // Answers come back changed, and other answers have been given meanwhile.
  const sheet = join(folder, '../note-matrix.csv');
  const answered = readFileSync(sheet, 'utf8').replaceAll('reason holds', 'reason changed');
  writeFileSync(sheet, answered.replaceAll(/\|r[0-9a-f]{10}/gu, `|r${'0'.repeat(10)}`));
  return folder;
}

/**
 * Makes every call in a workspace, and looks for what its readers may not know.
 *
 * @param faulty Whether there are faults in all that is confidential, which rules quote.
 */
export function searchAll(faulty: boolean): void {
  describe(`a workspace ${faulty ? 'with faults in all that is confidential' : 'in order'}`, () => {
    let folder: string;
    beforeAll(async () => {
      folder = await workspaceWith(faulty);
    });

    test.each(ROWS)(
      '$line tells the $audience nothing confidential',
      async ({ args, audience, shows, codebook, inService }) => {
        const choices = inService === true ? { environment: environment({ CI: 'true' }) } : {};
        const said = (await outcome(folder, args, choices)).toLowerCase();
        const typed = args.join(' ');
        const told = forbiddenTo(audience).filter((word) => said.includes(word) && !typed.includes(word));
        expect(told.filter((word) => codebook !== true || !word.endsWith('code'))).toEqual([]);
        expect(said).not.toContain('should not have happened');
        if (shows === true && !faulty) expect(said).toContain(OPEN);
      },
    );
  });
}
