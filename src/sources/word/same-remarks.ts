import type { SaidAt } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { bagOf, likeness, type WordBag } from './word-keys.ts';

/** What one file says. */
export interface FileRemarks {
  readonly name: string;
  readonly remarks: readonly SaidAt[];
}

/** Likeness from which two remarks at one passage say the same. */
const SAME = 0.85;
/** Groups that are told one by one; more would hide what else was found. */
const MOST = 20;

interface Group {
  readonly at: string;
  readonly bag: WordBag;
  readonly files: Set<string>;
}

/**
 * Tells where several files say the same, or nearly: coalitions send the same lines through many members.
 *
 * @param files What each file says.
 * @returns One finding for each such remark, those of most files first.
 */
export function sameRemarks(files: readonly FileRemarks[]): readonly Finding[] {
  const groups = new Map<string, Group[]>();
  for (const { name, remarks } of files) for (const remark of remarks) add(remark, name, groups);
  const several = [...groups.values()].flat().filter(({ files: names }) => names.size > 1);
  several.sort((one, other) => other.files.size - one.files.size);
  const told = several.slice(0, MOST).map(findingOf);
  return several.length > MOST ? [...told, restOf(several.slice(MOST))] : told;
}

function add({ words, passage = '', proposed }: SaidAt, name: string, groups: Map<string, Group[]>): void {
  const bag = bagOf(words);
  const key = `${passage}\u001f${proposed}`;
  const here = groups.get(key) ?? [];
  const group = here.find((one) => likeness(one.bag, bag) >= SAME);
  if (group !== undefined) group.files.add(name);
  else groups.set(key, [...here, { at: passage, bag, files: new Set([name]) }]);
}

function findingOf({ at, files }: Group): Finding {
  const names = [...files];
  const shown = names.slice(0, 4).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return told(`${names.length} files say the same${at === '' ? '' : ` at ${at}`}: ${list}.`, names[0] ?? '');
}

function restOf(groups: readonly Group[]): Finding {
  const [first] = groups.flatMap(({ files }) => [...files]);
  return told(`${groups.length} more remarks are the same in two or more files.`, first ?? '');
}

function told(message: string, file: string): Finding {
  return {
    check: 'ingest/same-remark',
    severity: 'info',
    message,
    why: 'One answer can serve all of them, and how many said it should be told.',
    hint: 'Answer one of them, and give the others the same response.',
    place: { file, line: 1, column: 1 },
  };
}
