/** The only user of gray-matter, which as shipped runs code from front matter that opens with `---js`. */
import matter from 'gray-matter';
import type { Finding, Place } from '../model/finding.ts';
import type { FrontMatterEntry } from '../model/section.ts';
import { type FrontMatterBlock, findFrontMatter } from './front-matter-block.ts';
import { findMergeConflicts } from './merge-conflict.ts';
import { lineAt, sourceLines } from './source-lines.ts';
import { readYaml, type YamlReading } from './yaml.ts';

/** Front matter of a file, and where its body begins. */
export interface FrontMatterReading {
  readonly data: Record<string, unknown>;
  /** What follows the front matter; the whole source where there is none. */
  readonly body: string;
  /** Offset of the body in the source. */
  readonly bodyOffset: number;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** Dotted path of each key, and where it stands in the file. */
  readonly keyPlaces: ReadonlyMap<string, Place>;
  readonly findings: Finding[];
  readonly present: boolean;
}

/**
 * Reads the front matter of a Markdown file as plain YAML data.
 *
 * Blank lines and a byte-order mark before it are accepted. Front matter in another language than YAML is refused
 * and never run. Nothing is thrown: findings tell what was wrong, and the keys that hold are kept.
 *
 * @param source The whole file.
 * @param file Its workspace-relative path.
 */
export function readFrontMatter(source: string, file: string): FrontMatterReading {
  const conflicts = findMergeConflicts(source, file);
  const block = findFrontMatter(source);
  if (!block) return { ...withoutFrontMatter(source), findings: [...conflicts, ...unclosed(source, file)] };
  if (block.language !== '') return refused(source, file, { block, conflicts });
  const reading = readBlock(block, file);
  if (!isMapping(reading)) return { ...withoutFrontMatter(source), findings: conflicts };
  const findings = conflicts.length > 0 ? conflicts : [...leadingLines(block, file), ...reading.findings];
  const data = isRecord(reading.value) ? reading.value : {};
  return { ...bodyOf(source, block), data, keyPlaces: reading.places, findings, present: true };
}

/** A thematic break above prose looks like front matter, but what it encloses is no set of keys. */
function isMapping({ value, findings }: YamlReading): boolean {
  if (value === undefined || value === null || isRecord(value)) return true;
  return findings.some((one) => one.severity === 'error');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutFrontMatter(source: string): Omit<FrontMatterReading, 'findings'> {
  return { data: {}, body: source, bodyOffset: 0, bodyLine: 1, keyPlaces: new Map(), present: false };
}

function bodyOf(source: string, block: FrontMatterBlock) {
  const bodyLine = lineAt(sourceLines(source), block.bodyOffset);
  return { body: source.slice(block.bodyOffset), bodyOffset: block.bodyOffset, bodyLine };
}

/**
 * Has gray-matter read one block, with engines that cannot run anything.
 *
 * gray-matter is given the block without its blank lines, on runs of which it is quadratic; the engine reads the
 * block as it stands, so that places are right.
 */
function readBlock(block: FrontMatterBlock, file: string): YamlReading {
  let reading = readYaml('', file);
  const yaml = {
    parse: (): object => {
      reading = readYaml(block.text, file, { linesBefore: block.firstLine - 1 });
      return {};
    },
  };
  const engines = { yaml, json: refuse, javascript: refuse, coffee: refuse };
  matter(`---\n${block.text.replaceAll(/^[^\S\n]*\n/gmu, '')}\n---\n`, { engines, language: 'yaml' });
  return reading;
}

const refuse = {
  parse: (): object => ({}),
};

function refused(
  source: string,
  file: string,
  { block, conflicts }: { block: FrontMatterBlock; conflicts: Finding[] },
): FrontMatterReading {
  const finding: Finding = {
    check: 'text/front-matter-language',
    severity: 'error',
    message: `This front matter is written in "${block.language.slice(0, 40)}"; only YAML is read.`,
    why: 'Front matter in a programming language would run code from the file.',
    hint: 'Write it as YAML between two lines of "---".',
    place: { file, line: block.firstLine - 1, column: 1 },
  };
  return {
    ...bodyOf(source, block),
    data: {},
    keyPlaces: new Map(),
    findings: [...conflicts, finding],
    present: true,
  };
}

function leadingLines(block: FrontMatterBlock, file: string): Finding[] {
  if (block.firstLine <= 2) return [];
  return [
    {
      check: 'text/front-matter-position',
      severity: 'info',
      message: 'Blank lines stand before the front matter; it is read all the same.',
      why: 'Other tools take such a file for one without front matter.',
      hint: 'Delete the blank lines above the first "---".',
      place: { file, line: 1, column: 1 },
    },
  ];
}

/** An opening line with a key below it, and no closing line. */
function unclosed(source: string, file: string): Finding[] {
  if (!/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)[A-Za-z][\w-]*:(?:\s|$)/u.test(source)) return [];
  return [
    {
      check: 'text/front-matter-unclosed',
      severity: 'error',
      message: 'The front matter is opened with "---" but never closed.',
      why: 'Without the closing line it is read as text.',
      hint: 'Put a line of "---" after the last key.',
      place: { file, line: 1, column: 1 },
    },
  ];
}

/**
 * The keys of front matter as they were written, with their lines; none where a file has no front matter.
 *
 * @param reading Front matter that was read.
 */
export function frontMatterEntries({ data, keyPlaces, present }: FrontMatterReading): {
  readonly head?: readonly FrontMatterEntry[];
} {
  if (!present) return {};
  return { head: Object.entries(data).map(([key, value]) => ({ key, value, line: keyPlaces.get(key)?.line ?? 1 })) };
}
