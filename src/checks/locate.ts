import type { Finding, Place } from '../model/finding.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { lineAt, sourceLines } from '../text/source-lines.ts';
import { readYaml } from '../text/yaml.ts';
import type { Spot, SpottedFinding } from './say.ts';

/** Text of a file of the workspace; undefined where there is none. */
export type ReadText = (file: string) => Promise<string | undefined>;

/**
 * Looks up the line and column of findings that name a key or words. Only files with such findings are read.
 *
 * @param findings As checks gave them.
 * @param read Where to read the files; without it, such findings stay at the head of their file.
 */
export async function locate(findings: readonly SpottedFinding[], read: ReadText | undefined): Promise<Finding[]> {
  const sources = new Map<string, string | undefined>();
  const located: Finding[] = [];
  for (const { spot, ...finding } of findings) {
    const { file } = finding.place;
    if (spot !== undefined && !sources.has(file)) sources.set(file, await read?.(file));
    const source = sources.get(file);
    const place = spot === undefined || source === undefined ? undefined : placeOf(spot, source, file);
    located.push(place === undefined ? finding : { ...finding, place });
  }
  return located;
}

function placeOf(spot: Spot, source: string, file: string): Place | undefined {
  if ('words' in spot) return placeOfWords(spot.words, source, file);
  if (!/\.ya?ml$/iu.test(file)) return readFrontMatter(source, file).keyPlaces.get(spot.key.join('.'));
  return readYaml(source, file).placeOf(spot.key);
}

function placeOfWords(words: string, source: string, file: string): Place | undefined {
  const offset = source.indexOf(words);
  if (offset < 0) return undefined;
  const lines = sourceLines(source);
  const line = lineAt(lines, offset);
  return { file, line, column: offset - (lines.starts[line - 1] ?? 0) + 1 };
}
