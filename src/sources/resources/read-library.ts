import type { Finding } from '../../model/finding.ts';
import { type Resource, resourceSchema } from '../../model/resource.ts';
import { readYaml } from '../../text/yaml.ts';
import { entryReader } from './citation-js.ts';
import { type LibraryEntry, splitBibtex, splitRis } from './split-entries.ts';

/** An entry in CSL terms; its id is empty where it has none. */
export interface ReadResource {
  readonly entry: Resource;
  readonly line: number;
}

/** What a library holds, and what could not be taken from it. */
export interface LibraryReading {
  readonly resources: readonly ReadResource[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a library of references: BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or CSL-YAML (.yaml). An entry that can't
 * be read is a finding with its line; the others are kept.
 *
 * @param name Name of the file.
 * @param bytes Its content.
 */
export async function readLibrary(name: string, bytes: Uint8Array): Promise<LibraryReading> {
  const source = new TextDecoder().decode(bytes);
  if (/\.bib(?:tex)?$/iu.test(name)) return readBibtex(name, source);
  if (/\.(?:ris|nbib)$/iu.test(name)) return readEach(name, splitRis(source), { format: 'ris', complete: withDoi });
  if (/\.(?:json|ya?ml)$/iu.test(name)) return readCsl(name, source);
  return { resources: [], findings: [unread(name, 1, 'This is not a library of references that can be read.')] };
}

function readBibtex(name: string, source: string): Promise<LibraryReading> {
  const { strings, entries } = splitBibtex(source);
  const format = /^\s*(?:journaltitle|location|langid|date|eventtitle)\s*=/imu.test(source) ? 'biblatex' : 'bibtex';
  return readEach(name, entries, { format, before: strings });
}

interface EntryOptions {
  readonly format: Parameters<typeof entryReader>[0];
  /** What every entry may refer to. */
  readonly before?: string;
  /** Adds what the reader passes over. */
  readonly complete?: (entry: Readonly<Record<string, unknown>>, text: string) => Readonly<Record<string, unknown>>;
}

async function readEach(
  name: string,
  entries: readonly LibraryEntry[],
  { format, before = '', complete = (entry) => entry }: EntryOptions,
): Promise<LibraryReading> {
  const findings: Finding[] = [];
  if (entries.length === 0) findings.push(unread(name, 1, 'No reference was found in this file.'));
  const read = await entryReader(format);
  const resources = entries.flatMap(({ text, line }): ReadResource[] => {
    const [found] = attempt(() => read(`${before}\n${text}`.trimStart())) ?? [];
    const entry = found === undefined ? undefined : cslEntry(complete(found, text));
    if (entry === undefined) findings.push(unread(name, line, 'This reference cannot be read, and was left out.'));
    return entry === undefined ? [] : [{ entry, line }];
  });
  return { resources, findings };
}

/** Readers of others throw what they like at malformed text. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** RIS keeps the DOI in a field that the reader passes over. */
function withDoi(entry: Readonly<Record<string, unknown>>, text: string): Readonly<Record<string, unknown>> {
  const doi = /^DO {2}- *(\S+)/mu.exec(text)?.[1];
  return doi === undefined || entry.DOI !== undefined ? entry : { ...entry, DOI: doi };
}

function readCsl(name: string, source: string): LibraryReading {
  const { value, placeOf, findings } = readYaml(source.replace(/^\uFEFF/u, ''), name);
  const list = Array.isArray(value) ? value : (value as { references?: unknown } | null | undefined)?.references;
  const at = Array.isArray(value) ? [] : ['references'];
  if (!Array.isArray(list)) {
    const none = findings.length > 0 ? [] : [unread(name, 1, 'This file is no list of references in CSL terms.')];
    return { resources: [], findings: [...findings, ...none] };
  }
  const broken: Finding[] = [];
  const resources = list.flatMap((item: unknown, index): ReadResource[] => {
    const { line } = placeOf([...at, index]);
    const entry =
      typeof item === 'object' && item !== null ? cslEntry(item as Readonly<Record<string, unknown>>) : undefined;
    if (entry === undefined) broken.push(unread(name, line, 'This reference cannot be read, and was left out.'));
    return entry === undefined ? [] : [{ entry, line }];
  });
  return { resources, findings: [...findings, ...broken] };
}

/** Keeps what holds in CSL terms; an entry without title, authors and address is no reference. */
function cslEntry(entry: Readonly<Record<string, unknown>>): Resource | undefined {
  const { 'citation-key': _, id, ...rest } = entry;
  const checked = resourceSchema.safeParse({ ...rest, id: 'x' });
  if (!checked.success) return undefined;
  const { title, author, URL, DOI } = checked.data;
  if ([title, author, URL, DOI].every((field) => field === undefined)) return undefined;
  return { ...checked.data, id: typeof id === 'string' || typeof id === 'number' ? String(id) : '' };
}

function unread(file: string, line: number, message: string): Finding {
  return {
    check: 'ingest/resource',
    severity: 'error',
    message,
    why: 'What is not in the mapping can be neither cited nor counted.',
    hint: 'Export it again from your reference manager as BibTeX, RIS or CSL-JSON, or correct the entry.',
    place: { file, line, column: 1 },
  };
}
