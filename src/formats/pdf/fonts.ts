import type { Assets } from '../../model/contracts.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { type Characters, charactersOf } from './characters.ts';
import { type Covers, coverageOf, familyOf } from './cmap.ts';
import { ARABIC_FACES, CHINESE_FACES, type Face, LATIN_FACES, MONO_FAMILY } from './faces.ts';
import { breakLongRuns } from './long-runs.ts';
import { missingCharacters } from './missing-characters.ts';
import { monoCovers } from './mono-coverage.ts';
import type { Stacks } from './settings.ts';

/** Fonts for one Document. */
export interface Fonts {
  /** Identity of the set, for compilers that are kept. */
  readonly key: string;
  readonly blobs: readonly Uint8Array[];
  readonly stacks: Stacks;
  /** Puts visible replacements where no font has a character, and places to break a line where there are none. */
  readonly printable: (text: string) => string;
  readonly findings: readonly Finding[];
}

interface Loaded {
  readonly file: string;
  readonly family: string;
  readonly bytes: Uint8Array;
}

const ARABIC = /\p{Script=Arabic}/u;
const CHINESE = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Loads the faces that the characters of a Document need, and finds those that none of them has.
 * @param document any Document
 * @param assets where the fonts are
 * @param builtIn whether the compiler has its own monospaced face
 */
export async function loadFonts(document: Document, assets: Assets, builtIn: boolean): Promise<Fonts> {
  const characters = charactersOf(document);
  const loaded = await loadAll(document, characters, assets);
  const covers = union(loaded, builtIn);
  const missing = new Map([...characters].filter(([code]) => !isShown(code, covers) && !SPELT.has(code)));
  return {
    key: loaded.map(identityOf).join('|'),
    blobs: loaded.map((font) => font.bytes),
    stacks: stacksOf(loaded, builtIn),
    printable: replacing(covers),
    findings: missingCharacters(missing),
  };
}

/** A font file begins with a directory that holds a checksum of each of its tables: another file of the same name differs. */
const DIRECTORY = 512;

function identityOf({ file, bytes }: Loaded): string {
  return `${file} ${bytes.length} ${bytes.subarray(0, DIRECTORY).join('.')}`;
}

async function loadAll(document: Document, characters: Characters, assets: Assets): Promise<readonly Loaded[]> {
  const text = String.fromCodePoint(...characters.keys());
  const own = document.meta.style.fonts.map((path) => loadOwn(path, assets));
  const shipped = [...LATIN_FACES, ...(ARABIC.test(text) ? ARABIC_FACES : [])].map((face) => loadFace(face, assets));
  const chinese = CHINESE.test(text) ? CHINESE_FACES.files.map((file) => loadChinese(file, assets)) : [];
  const all = await Promise.all([...shipped, ...own, ...chinese]);
  return all.filter((font) => font !== undefined);
}

async function loadFace(face: Face, assets: Assets): Promise<Loaded | undefined> {
  const bytes = await assets.shipped(`fonts/${face.file}`);
  return bytes === undefined ? undefined : { file: face.file, family: face.family, bytes };
}

async function loadChinese(file: string, assets: Assets): Promise<Loaded | undefined> {
  const bytes = await assets.shipped(file);
  return bytes === undefined ? undefined : { file, family: CHINESE_FACES.family, bytes };
}

async function loadOwn(path: string, assets: Assets): Promise<Loaded | undefined> {
  const bytes = await assets.picture(path);
  const family = bytes === undefined ? undefined : familyOf(bytes);
  if (bytes !== undefined && family !== undefined) return { file: path, family, bytes };
  assets.report({
    check: 'pdf/font-unreadable',
    severity: 'warning',
    message: `The font ${path} can't be read, so the PDF is set without it.`,
    why: 'Characters that only this font has are replaced.',
    hint: 'Give the path of a static TrueType or OpenType font (.ttf, .otf) in the workspace; .woff2 does not work.',
    place: { file: path, line: 1, column: 1 },
  });
  return undefined;
}

function union(loaded: readonly Loaded[], builtIn: boolean): Covers {
  const first = new Map<string, Covers>();
  for (const font of loaded) if (!first.has(font.family)) first.set(font.family, coverageOf(font.bytes));
  const all = [...first.values(), ...(builtIn ? [monoCovers] : [])];
  const known = new Map<number, boolean>();
  return (code) => {
    const answer = known.get(code) ?? all.some((covers) => covers(code));
    known.set(code, answer);
    return answer;
  };
}

/** Families in order: the text face, then those for other scripts, then whatever may have a lone symbol. */
function stacksOf(loaded: readonly Loaded[], builtIn: boolean): Stacks {
  const families = [...new Set(loaded.map((font) => font.family))];
  const mono = builtIn ? [MONO_FAMILY] : [];
  const startingWith = (family: string): string[] => [
    ...families.filter((name) => name === family),
    ...families.filter((name) => name !== family),
    ...mono,
  ];
  return {
    serif: startingWith('Noto Serif'),
    sans: startingWith('Noto Sans'),
    mono: [...mono, ...startingWith('Noto Sans').filter((name) => name !== MONO_FAMILY)],
  };
}

/** Characters that print nothing by themselves and need no glyph: soft hyphen, joiners, direction marks, variation selectors. */
const INVISIBLE = /^(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Variation_Selector})$/u;

/** Symbols that can be spelt in ASCII without loss where no font has them. */
const SPELT: ReadonlyMap<number, string> = new Map(
  [
    ['→', '->'],
    ['←', '<-'],
    ['↔', '<->'],
    ['⇒', '=>'],
    ['⇐', '<='],
    ['⇔', '<=>'],
    ['☐', '[ ]'],
    ['☑', '[x]'],
    ['☒', '[x]'],
    ['✓', '[x]'],
    ['✔', '[x]'],
    ['⁃', '-'],
  ].map(([symbol = '', spelt = '']): [number, string] => [symbol.codePointAt(0) ?? 0, spelt]),
);

function isShown(code: number, covers: Covers): boolean {
  return INVISIBLE.test(String.fromCodePoint(code)) || covers(code);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls can't be printed
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f]/u;
const NOT_PLAIN = /[^\t\n -~]/u;

function replacing(covers: Covers): (text: string) => string {
  const substitute = covers(0xfffd) ? '\ufffd' : '?';
  const one = (character: string): string => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return UNPRINTABLE.test(character) ? substitute : character;
    return (code < 0xd800 || code > 0xdfff) && isShown(code, covers) ? character : (SPELT.get(code) ?? substitute);
  };
  const clean = (text: string): string =>
    NOT_PLAIN.test(text) ? Array.from(text.replaceAll('\r\n', '\n'), one).join('') : text;
  return (text) => breakLongRuns(clean(text), substitute);
}
