import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { SectionSource } from '../model/section.ts';
import { findFrontMatter } from '../text/front-matter-block.ts';
import { decodeText } from './decode.ts';
import { baseName } from './layout.ts';
import { hasNoFrontMatter, plainSectionOf, type SectionInput } from './plain-section-of.ts';
import { isLfsPointer, lfsPointer, type StageFiles } from './stage-files.ts';

/** Time a suspicious text may take to be parsed: 10 s, and 20 s for each MB. */
const LIMIT = { base: 10_000, perMegabyte: 20_000 };

/** Sections read, and files that are none. */
export interface Sections {
  readonly sections: readonly SectionSource[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the files of a text. A file with the same content and name is parsed once, across stages and runs.
 *
 * @param paths Files in reading order.
 * @param language Language of the text.
 */
export async function readSections(
  world: World,
  files: StageFiles,
  { paths, language }: { readonly paths: readonly string[]; readonly language: string },
): Promise<Sections> {
  const ids = await files.identify(paths);
  const keyOf = (path: string) => `${ids.get(path) ?? ''} ${language} ${path}`;
  const known = new Map<string, SectionSource>();
  for (const path of paths) {
    const cached = ids.has(path) ? await world.cache.get('sections', keyOf(path)) : undefined;
    if (cached !== undefined) known.set(path, cached as SectionSource);
  }
  const asked = paths.filter((path) => !known.has(path));
  const contents = await files.contents(asked);
  const findings: Finding[] = asked.filter((path) => !contents.has(path)).map(files.lost);
  for (const [path, bytes] of contents) {
    const read = await readSection(world, { path, bytes, language });
    if (read.section === undefined) findings.push(...read.findings);
    else {
      known.set(path, read.section);
      if (read.keep) world.cache.set('sections', keyOf(path), read.section);
    }
  }
  return { sections: paths.flatMap((path) => known.get(path) ?? []), findings };
}

interface SectionReading {
  readonly section?: SectionSource;
  /** Whether the reading would be the same again. */
  readonly keep: boolean;
  readonly findings: readonly Finding[];
}

async function readSection(
  world: World,
  { path, bytes, language }: { path: string; bytes: Uint8Array; language: string },
): Promise<SectionReading> {
  if (isLfsPointer(bytes)) return { keep: false, findings: [lfsPointer(path)] };
  const { text, findings } = decodeText(bytes, path);
  if (text === undefined) return { keep: false, findings };
  const parsed = await parseGuarded(world, { source: text, file: path, language });
  const section = { ...parsed.section, findings: [...findings, ...parsed.section.findings] };
  return { section, keep: parsed.keep, findings: [] };
}

/** Parses here what is known to be quick, and in a worker that can be stopped what is not. */
async function parseGuarded(world: World, input: SectionInput): Promise<{ section: SectionSource; keep: boolean }> {
  const { maskMarkdown } = await import('../text/markdown/read-tree.ts');
  const text = { file: input.file, bodyOffset: shortFrontMatter(input.source) };
  if (!maskMarkdown(input.source, text).scan.suspicious) return { section: await parseHere(input), keep: true };
  const limit = LIMIT.base + Math.ceil((input.source.length / 1_000_000) * LIMIT.perMegabyte);
  try {
    const section = (await world.isolate('parse-section', input, limit)) as SectionSource | undefined;
    return section === undefined ? { section: literalSection(input), keep: false } : { section, keep: true };
  } catch (error) {
    // From sources there is no worker; the pre-scan has already taken out what is known to be slow.
    if ((error as { code?: unknown }).code === 'no-worker') return { section: await parseHere(input), keep: true };
    throw error;
  }
}

/** Front matter longer than any author's is looked at like the text. */
const SHORT = 4096;

/** Where the body begins behind front matter that need not be looked at. */
function shortFrontMatter(source: string): number {
  const { bodyOffset = 0 } = findFrontMatter(source) ?? {};
  return bodyOffset <= SHORT ? bodyOffset : 0;
}

/** The parser, once a text needed it. */
let parser: Promise<typeof import('../text/markdown.ts')> | undefined;

/**
 * Reads a section without a parser where that can be. Parser, schemas and YAML take longer to load than most texts to
 * read: each is loaded where it is needed alone.
 */
async function parseHere(input: SectionInput): Promise<SectionSource> {
  const read = hasNoFrontMatter(input.source) ? plainSectionOf : (await import('./section-of.ts')).sectionOf;
  if (parser === undefined) {
    const { parsePlainMarkdown } = await import('../text/plain-markdown.ts');
    const section = read(input, parsePlainMarkdown);
    if (section !== undefined) return section;
  }
  parser ??= import('../text/markdown.ts');
  return read(input, (await parser).parseMarkdown);
}

/** A text that took too long, kept word for word. */
function literalSection({ source, file }: SectionInput): SectionSource {
  const lines = source.split('\n').length;
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines, column: source.length - source.lastIndexOf('\n'), offset: source.length },
  };
  return {
    file,
    source,
    frontMatter: { title: baseName(file) },
    tree: { type: 'root', children: [{ type: 'code', value: source, position }], position },
    findings: [
      {
        check: 'text/too-slow',
        severity: 'error',
        message: 'This file took too long to read as Markdown, and is kept as it was typed.',
        why: 'It holds constructs that no text needs and that can stop a program for hours.',
        hint: 'Look for very long runs of "*", "[", "`" or ">" and take them out.',
        place: { file, line: 1, column: 1 },
      },
    ],
  };
}
