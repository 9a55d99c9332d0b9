import { type FormatId, formatIds, formats } from '../formats/index.ts';
import type { World } from '../io/world.ts';
import type { Assets } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import { FOLDERS, isMarkdown, PROCESS_FILE, STAKEHOLDERS_FILE } from '../workspace/layout.ts';
import { textFolders } from '../workspace/select-text.ts';
import { CannotRun } from './cannot-run.ts';
import { pathInside, within } from './check-files.ts';

/** A document to be written, and the name of its files without extension. */
export interface Output {
  readonly stem: string;
  readonly document: Document;
}

/** What was written. */
export interface Written {
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
}

/**
 * Checks names of formats given on the command line.
 *
 * @throws CannotRun naming the formats there are, where one is not among them.
 */
export function chosenFormats(names: readonly string[], fallback: readonly string[]): FormatId[] {
  const wanted = names.length > 0 ? names : fallback;
  const unknown = wanted.filter((name) => !(formatIds as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new CannotRun(
      `There is no output format called "${unknown.join('", "')}".`,
      `Formats are ${formatIds.join(', ')}; give several with commas, as in --to pdf,html.`,
    );
  }
  return [...new Set(wanted)] as FormatId[];
}

/** A rendered file, before it has a place. */
export interface RenderedFile {
  readonly stem: string;
  readonly extension: string;
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** Renders documents in formats. */
export async function renderOutputs(
  outputs: readonly Output[],
  formatNames: readonly FormatId[],
  assets: Assets,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const name of formatNames) {
    const format = await formats[name]();
    for (const { stem, document } of outputs) {
      files.push({ stem, extension: format.extension, format: name, bytes: await format.render(document, assets) });
    }
  }
  return files;
}

/**
 * Writes rendered files at once.
 *
 * @param out Folder for the files, or the file itself where there is one and the name has its extension; `build` if absent.
 * @returns What was written, in the order given.
 * @throws CannotRun where an output would take the place of a file that it is made from.
 */
export async function writeFiles(
  world: World,
  files: readonly RenderedFile[],
  { out, process }: { readonly out: string | undefined; readonly process: Process },
): Promise<Written[]> {
  const placed = files.map((file) => ({ ...file, path: outputPath(file, out, files.length === 1) }));
  for (const { path } of placed) await refuseSource(world, process, path);
  const writes = placed.map(({ path, bytes }): PlannedWrite => ({ path, bytes, mode: 'replace', durable: false }));
  await world.apply({ ...EMPTY_PLAN, writes });
  return placed.map(({ path, format, bytes }) => ({ path, format, bytes: bytes.length }));
}

/**
 * Keeps a file of the workspace: a slip in `--out` must not cost an author a section.
 *
 * @throws CannotRun where an output would take the place of a file that the text is made from.
 */
export async function refuseSource(world: World, process: Process, path: string): Promise<void> {
  const inside = pathInside(world, path);
  if (inside === undefined || within(inside, [FOLDERS.build]) || !within(inside, sourcesOf(process, inside))) return;
  if ((await world.read(inside)) === undefined) return;
  throw new CannotRun(
    `${inside} is a file the text is made from, and an output never takes its place; nothing was written.`,
    'Name another file or folder with --out, or leave it out: outputs then go to build/.',
  );
}

function sourcesOf(process: Process, path: string): readonly string[] {
  const { build: _, private: __, ...folders } = FOLDERS;
  // Where the text lies at the root, only Markdown can be of it.
  const text = textFolders(process.text).filter((folder) => folder !== '' || isMarkdown(path));
  return [PROCESS_FILE, STAKEHOLDERS_FILE, 'README.md', ...text, ...Object.values(folders)];
}

function outputPath({ stem, extension }: RenderedFile, out: string | undefined, single: boolean): string {
  const file = `${stem}.${extension}`;
  if (out === undefined) return `build/${file}`;
  if (single && out.endsWith(`.${extension}`)) return out;
  return `${out.replace(/\/+$/u, '')}/${file}`;
}
