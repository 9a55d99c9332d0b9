import type { Finding, Place } from '../model/finding.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { lineAt, sourceLines } from '../text/source-lines.ts';
import { readYaml } from '../text/yaml.ts';
import type { Spot, SpottedFinding } from './say.ts';

/** How the files that findings stand in are read. */
export interface FileReader {
  /** Text of a file of the workspace; undefined where there is none. */
  readonly read: (file: string) => Promise<string | undefined>;
  /** Paths of the files in a folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/**
 * Looks up the line and column of findings that name a key or words. Only files with such findings are read.
 *
 * @param findings As checks gave them.
 * @param files Where to read the files; without it, such findings stay where their check put them.
 */
export async function locate(findings: readonly SpottedFinding[], files: FileReader | undefined): Promise<Finding[]> {
  const sources = new Map<string, string | undefined>();
  const read = async (file: string): Promise<string | undefined> => {
    if (!sources.has(file)) sources.set(file, await files?.read(file));
    return sources.get(file);
  };
  const located: Finding[] = [];
  for (const { spot, ...finding } of findings) {
    const { file } = finding.place;
    const places = spot === undefined ? [] : await placesOf(spot, await candidates(file, files), read);
    located.push({ ...finding, place: places[0] ?? finding.place });
  }
  return located;
}

async function candidates(file: string, files: FileReader | undefined): Promise<readonly string[]> {
  return file.endsWith('/') ? ((await files?.list(file.slice(0, -1))) ?? []) : [file];
}

async function placesOf(spot: Spot, files: readonly string[], read: FileReader['read']): Promise<Place[]> {
  const found: Place[] = [];
  for (const file of files) {
    const source = await read(file);
    const place = source === undefined ? undefined : placeOf(spot, source, file);
    if (place !== undefined) found.push(place);
  }
  return found;
}

function placeOf(spot: Spot, source: string, file: string): Place | undefined {
  if ('words' in spot) return placeOfWords(spot, source, file);
  if (!/\.ya?ml$/iu.test(file)) return readFrontMatter(source, file).keyPlaces.get(spot.key.join('.'));
  return readYaml(source, file).placeOf(spot.key);
}

function placeOfWords(
  { words, from = 1 }: Extract<Spot, { words: string }>,
  source: string,
  file: string,
): Place | undefined {
  const lines = sourceLines(source);
  const offset = source.indexOf(words, lines.starts[from - 1] ?? source.length);
  if (offset < 0) return undefined;
  const line = lineAt(lines, offset);
  return { file, line, column: offset - (lines.starts[line - 1] ?? 0) + 1 };
}
