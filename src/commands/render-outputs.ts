import { type FormatId, formatIds, formats } from '../formats/index.ts';
import type { World } from '../io/world.ts';
import type { Assets } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import { CannotRun } from './cannot-run.ts';

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
 */
export async function writeFiles(
  world: World,
  files: readonly RenderedFile[],
  out: string | undefined,
): Promise<Written[]> {
  const placed = files.map((file) => ({ ...file, path: outputPath(file, out, files.length === 1) }));
  const writes = placed.map(({ path, bytes }): PlannedWrite => ({ path, bytes, mode: 'replace', durable: false }));
  await world.apply({ ...EMPTY_PLAN, writes });
  return placed.map(({ path, format, bytes }) => ({ path, format, bytes: bytes.length }));
}

function outputPath({ stem, extension }: RenderedFile, out: string | undefined, single: boolean): string {
  const file = `${stem}.${extension}`;
  if (out === undefined) return `build/${file}`;
  if (single && out.endsWith(`.${extension}`)) return out;
  return `${out.replace(/\/+$/u, '')}/${file}`;
}
