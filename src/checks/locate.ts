import type { Finding, Place } from '../model/finding.ts';
import { lineAt, sourceLines } from '../text/source-lines.ts';
import { quickKeyPlace } from './quick-key-place.ts';
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
  const known = new Map<string, Promise<LocatableFile | undefined>>();
  const open = (file: string): Promise<LocatableFile | undefined> => {
    const opened = known.get(file) ?? openFile(file, files);
    known.set(file, opened);
    return opened;
  };
  const located: Finding[] = [];
  for (const { spot, ...finding } of findings) {
    const place = spot === undefined ? undefined : await find(spot, await candidates(finding.place.file, files), open);
    located.push({ ...finding, place: place ?? finding.place });
  }
  return located;
}

/** A file that places are looked up in. It is parsed once, however many findings it has. */
interface LocatableFile {
  readonly file: string;
  readonly source: string;
  readonly placeOfKey: (key: readonly (string | number)[]) => Promise<Place | undefined>;
}

async function openFile(file: string, files: FileReader | undefined): Promise<LocatableFile | undefined> {
  const source = await files?.read(file);
  if (source === undefined) return undefined;
  let places: Promise<KeyPlaces> | undefined;
  const isYaml = /\.ya?ml$/iu.test(file);
  const placeOfKey: LocatableFile['placeOfKey'] = async (key) => {
    const quick = isYaml ? undefined : quickKeyPlace(source, file, key);
    if (quick !== undefined) return quick;
    places ??= keyPlaces(source, file);
    return (await places)(key);
  };
  return { file, source, placeOfKey };
}

type KeyPlaces = (key: readonly (string | number)[]) => Place | undefined;

/** The parsers load only here: most runs find nothing that has to be looked up. */
async function keyPlaces(source: string, file: string): Promise<KeyPlaces> {
  if (/\.ya?ml$/iu.test(file)) {
    const { readYaml } = await import('../text/yaml.ts');
    return readYaml(source, file).placeOf;
  }
  const { readFrontMatter } = await import('../text/front-matter.ts');
  const places = readFrontMatter(source, file).keyPlaces;
  return (key) => places.get(key.join('.'));
}

async function candidates(file: string, files: FileReader | undefined): Promise<readonly string[]> {
  return file.endsWith('/') ? ((await files?.list(file.slice(0, -1))) ?? []) : [file];
}

async function find(
  spot: Spot,
  files: readonly string[],
  open: (file: string) => Promise<LocatableFile | undefined>,
): Promise<Place | undefined> {
  for (const file of files) {
    const opened = await open(file);
    if (opened === undefined) continue;
    const place = 'words' in spot ? placeOfWords(spot, opened) : await opened.placeOfKey(spot.key);
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeOfWords(spot: Extract<Spot, { words: string }>, { source, file }: LocatableFile): Place | undefined {
  const { words, from = 1 } = spot;
  const lines = sourceLines(source);
  const offset = source.indexOf(words, lines.starts[from - 1] ?? source.length);
  if (offset < 0) return undefined;
  const line = lineAt(lines, offset);
  return { file, line, column: offset - (lines.starts[line - 1] ?? 0) + 1 };
}
