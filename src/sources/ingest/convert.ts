import { type NoteFrontMatter, noteFrontMatterSchema } from '../../model/consultation-note.ts';
import type { IngestedNote, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { findFrontMatter } from '../../text/front-matter-block.ts';
import { lineEnding } from '../../text/source-lines.ts';
import { holds } from '../consultation-note/note-front-matter.ts';
import { keptOutYaml, sortForeign } from './foreign-keys.ts';
import { addLines, foreignYaml, withEnding, yamlLines } from './front-matter-text.ts';
import { proposeName } from './slug.ts';

/** A file that has been read as text. */
export interface TextFile {
  readonly text: string;
  /** Hash of the file's bytes. */
  readonly sha256: string;
  readonly context: SourceContext;
  /** What was found while it was turned into text. */
  readonly findings: readonly Finding[];
  /** What the file says of itself outside front matter, such as the title of an HTML page. */
  readonly said?: Readonly<Record<string, unknown>>;
}

/** Keys that only a consultation note has; two of them, and the front matter is ours. */
const OUR_SIGNS: readonly (keyof NoteFrontMatter)[] = [
  ...(['round', 'group', 'method', 'received', 'attribution', 'quote', 'distribution', 'chatham-house'] as const),
  ...(['questionnaire', 'facilitated-by', 'signatories', 'safeguarding', 'retain-until'] as const),
];

/**
 * Makes a consultation note of a text: its front matter mapped, and completed from flags.
 *
 * The body stays byte for byte as it is. Inputs get their ids when the note is put beside what is there already.
 *
 * @param file The text and where it came from.
 */
export function convertNote(file: TextFile): IngestedNote {
  const reading = readFrontMatter(file.text, file.context.name);
  // Front matter that can't be read is for a person to mend: the file stays as it came.
  if (reading.findings.some(({ severity }) => severity === 'error')) return asItCame(file);
  const isOurs = holds('source', reading.data.source) || OUR_SIGNS.filter((key) => key in reading.data).length >= 2;
  const made = isOurs ? completed(file, reading.data, reading.bodyOffset) : mapped(file, reading.data);
  const body = file.text.slice(reading.bodyOffset);
  const markdown = made.head + body;
  const { data } = readFrontMatter(markdown, file.context.name);
  return {
    type: 'note',
    markdown,
    name: proposeName({ name: file.context.name, ...titleAndDate(data), text: file.text }),
    findings: [...file.findings, ...made.findings],
    ...(made.keptOut !== undefined && { keptOut: made.keptOut }),
  };
}

interface Made {
  /** Front matter with its two `---`. */
  readonly head: string;
  readonly findings: readonly Finding[];
  readonly keptOut?: string;
}

/** Our own front matter: what is missing is added at its end. */
function completed(file: TextFile, data: Readonly<Record<string, unknown>>, bodyOffset: number): Made {
  const added = missingFrom(data, { ...defaultsOf(file), source: originOf(file) });
  const eol = lineEnding(file.text);
  const head = file.text.slice(0, bodyOffset).trimStart();
  const result = addLines(head, yamlLines(added), eol);
  const isWhole = readFrontMatter(result, '').findings.every(({ severity }) => severity !== 'error');
  if (isWhole) return { head: result, findings: [] };
  // Keys in braces on one line can't take further lines: such a block is written anew.
  return { head: fenced(yamlLines({ ...data, ...added }), eol), findings: [] };
}

/** Another system's front matter, or none: a new block is written. */
function mapped(file: TextFile, data: Readonly<Record<string, unknown>>): Made {
  const sorted = sortForeign(data, file.context.name);
  const own = { ...sorted.mapped, ...missingFrom(sorted.mapped, { ...defaultsOf(file), source: originOf(file) }) };
  const block = findFrontMatter(file.text)?.text ?? '';
  const yaml = foreignYaml({ data: own, block, without: [...sorted.carried, ...sorted.people] });
  const keptOut = keptOutYaml(data, sorted.people);
  return {
    head: fenced(yaml, lineEnding(file.text)),
    findings: sorted.findings,
    ...(keptOut !== undefined && { keptOut }),
  };
}

function fenced(yaml: string, eol: string): string {
  return withEnding(`---\n${yaml}---\n`, eol);
}

function originOf({ context, sha256 }: TextFile): NonNullable<NoteFrontMatter['source']> {
  return { name: context.name, sha256 };
}

/** What flags gave, and what the file says of itself; only keys a note knows. */
function defaultsOf({ context, said = {} }: TextFile): Record<string, unknown> {
  const known = Object.entries({ ...context.defaults, ...said }).filter(
    ([key, value]) => Object.hasOwn(noteFrontMatterSchema.shape, key) && value !== undefined,
  );
  return Object.fromEntries(known);
}

function missingFrom(data: Readonly<Record<string, unknown>>, more: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(more).filter(([key]) => (data[key] ?? null) === null));
}

function titleAndDate(data: Readonly<Record<string, unknown>>): { title?: string; date?: string } {
  return {
    ...(typeof data.title === 'string' && { title: data.title }),
    ...(typeof data.date === 'string' && { date: data.date }),
  };
}

function asItCame(file: TextFile): IngestedNote {
  const name = proposeName({ name: file.context.name, text: file.text });
  return { type: 'note', markdown: file.text, name, findings: file.findings };
}
