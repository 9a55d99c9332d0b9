import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Resource } from '../../model/resource.ts';
import { yearOf } from '../../model/resource-year.ts';
import { isSameResource } from '../../text/same-resource.ts';
import { slug } from '../ingest/slug.ts';
import type { ReadResource } from './read-library.ts';

/** The library after an import, and what happened to it. */
export interface ResourceMerge {
  /** The whole file as it is to be written; absent where nothing changed. */
  readonly text?: string;
  /** Ids. */
  readonly added: readonly string[];
  /** Known already, by DOI or by title and year, and completed with what was missing. */
  readonly completed: readonly string[];
  readonly unchanged: number;
}

/** What entries are merged into. */
export interface LibraryTarget {
  /** Text of the library that imports are written to; empty where there is none yet. */
  readonly source: string;
  /** Resources of that file. */
  readonly library: readonly Resource[];
  /** Resources of all other files, which are never written to. */
  readonly others: readonly Resource[];
}

/**
 * Merges references into the library. One that is known by its DOI, or by its title and year, is completed and never
 * doubled; its id, and all it says already, stay.
 *
 * @param read As read from a library.
 * @param target What is there.
 */
export function mergeResources(
  read: readonly ReadResource[],
  { source, library, others }: LibraryTarget,
): ResourceMerge {
  const document = parseDocument(source, { schema: 'core' });
  if (!isSeq(document.contents)) document.contents = document.createNode([]) as unknown as typeof document.contents;
  const entries = document.contents as unknown as YAMLSeq;
  const known = [...library, ...others];
  const own = new Set(library.map(({ id }) => id));
  const [added, completed] = [new Set<string>(), new Set<string>()];
  let unchanged = 0;
  for (const { entry } of read) {
    const index = known.findIndex((one) => isSameResource(one, entry));
    const before = known[index];
    const missing = before === undefined ? {} : missingFields(before, entry);
    if (before === undefined) {
      const resource: Resource = { ...entry, id: idOf(entry, known) };
      known.push(resource);
      own.add(resource.id);
      added.add(resource.id);
      entries.items.push(document.createNode(inOrder(resource), { flow: false }));
    } else if (!own.has(before.id) || Object.keys(missing).length === 0) unchanged += 1;
    else {
      known[index] = { ...before, ...missing } as Resource;
      if (!added.has(before.id)) completed.add(before.id);
      const node = entries.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === before.id);
      for (const [key, value] of Object.entries(missing)) node?.set(key, document.createNode(value));
    }
  }
  const isChanged = added.size + completed.size > 0;
  return {
    ...(isChanged && { text: document.toString({ lineWidth: 0 }) }),
    added: [...added],
    completed: [...completed],
    unchanged,
  };
}

function missingFields(before: Resource, entry: Resource): Record<string, unknown> {
  const fields = Object.entries(entry).filter(([key]) => key !== 'id' && before[key] === undefined);
  return Object.fromEntries(fields);
}

/** Its own id where that can be cited and no other has it; else one from author, year and title. */
function idOf(entry: Resource, known: readonly Resource[]): string {
  const taken = new Set(known.map(({ id }) => id));
  const own = entry.id;
  if (/^[\p{L}\p{N}][\p{L}\p{N}_.:-]*$/u.test(own) && !taken.has(own)) return own;
  const author = entry.author?.[0];
  const name = author?.family ?? author?.literal ?? entry.publisher ?? '';
  const stem =
    slug([name, yearOf(entry), entry.title].filter(Boolean).join(' '))
      .slice(0, 40)
      .replace(/-+$/u, '') || 'resource';
  let made = stem;
  for (let number = 2; taken.has(made); number += 1) made = `${stem}-${number}`;
  return made;
}

const FIRST = ['id', 'type', 'title', 'author', 'issued'];

/** What a reader looks for comes first. */
function inOrder(resource: Resource): Record<string, unknown> {
  const keys = [...FIRST, ...Object.keys(resource).filter((key) => !FIRST.includes(key))];
  return Object.fromEntries(keys.filter((key) => resource[key] !== undefined).map((key) => [key, resource[key]]));
}
