import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Finding } from '../../model/finding.ts';
import { type Stakeholder, stakeholderSchema } from '../../model/stakeholder.ts';
import { STAKEHOLDER_COLUMNS } from '../../model/stakeholder-columns.ts';
import { slug } from '../ingest/slug.ts';
import { problem } from './problems.ts';
import type { StakeholderRow } from './read-row.ts';

/** The list after an import, and what happened to it. */
export interface StakeholderMerge {
  /** The whole file as it is to be written; absent where nothing changed. */
  readonly text?: string;
  /** Ids. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/** What rows are merged into. */
export interface MergeTarget {
  /** Text of `stakeholders.yaml`; empty where there is none yet. */
  readonly source: string;
  readonly stakeholders: readonly Stakeholder[];
  /** Name of the imported file, for findings. */
  readonly file: string;
}

/**
 * Merges rows into the list by id. Nothing is lost: an empty cell leaves what is there, lists and reminders grow, and
 * comments, order and entries the file does not name stay. A new row must be a whole stakeholder.
 *
 * @param rows As read from a spreadsheet.
 * @param target The list.
 */
export function mergeStakeholders(
  rows: readonly StakeholderRow[],
  { source, stakeholders, file }: MergeTarget,
): StakeholderMerge {
  const document = parseDocument(source, { schema: 'core' });
  if (!isSeq(document.contents)) document.contents = document.createNode([]) as unknown as typeof document.contents;
  const entries = document.contents as unknown as YAMLSeq;
  const findings: Finding[] = [];
  const done = { added: new Set<string>(), changed: new Set<string>(), unchanged: 0 };
  const known = new Map(stakeholders.map((one): [string, Stakeholder] => [one.id, one]));
  for (const { row, values } of rows) {
    const id = idOf(values, known);
    const before = known.get(id);
    const after = stakeholderSchema.safeParse(combine(before, { ...values, id }));
    if (!after.success) {
      const lacking = [...new Set(after.error.issues.map(({ path }) => titleOf(path[0])))].join(', ');
      findings.push(
        problem(
          'row',
          { file, row },
          {
            message: `A new stakeholder needs ${lacking}, so this row was not taken in.`,
            hint: 'Fill in what is missing, or give the id of a stakeholder that is already listed.',
          },
        ),
      );
      continue;
    }
    const keys = changedKeys(before, after.data);
    if (keys.length === 0) done.unchanged += 1;
    else if (before === undefined || done.added.has(id)) done.added.add(id);
    else done.changed.add(id);
    write(entries, after.data, { keys, create: (value) => document.createNode(value, { flow: true }) });
    known.set(id, after.data);
  }
  const isChanged = done.added.size + done.changed.size > 0;
  return {
    ...(isChanged && { text: document.toString({ lineWidth: 0, flowCollectionPadding: true }) }),
    added: [...done.added],
    changed: [...done.changed],
    unchanged: done.unchanged,
    findings,
  };
}

/** Its id, that of the stakeholder with the same name, or one made from its name that no other has. */
function idOf({ id, name }: StakeholderRow['values'], known: ReadonlyMap<string, Stakeholder>): string {
  if (typeof id === 'string') return id;
  const same = [...known.values()].find((one) => one.name === name);
  if (same !== undefined) return same.id;
  const stem = slug(String(name)) || 'stakeholder';
  let made = stem;
  for (let number = 2; known.has(made); number += 1) made = `${stem}-${number}`;
  return made;
}

function titleOf(key: PropertyKey | undefined): string {
  return STAKEHOLDER_COLUMNS.find((column) => column.key === key)?.title ?? String(key);
}

/** What was there, with what the row says; lists hold both. */
function combine(before: Stakeholder | undefined, values: StakeholderRow['values']): Record<string, unknown> {
  const combined: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(values)) {
    combined[key] = typeof value === 'string' ? value : union(combined[key], value);
  }
  return combined;
}

function union(before: unknown, further: readonly string[]): string | string[] {
  const all = [
    ...new Set([...(typeof before === 'string' ? [before] : Array.isArray(before) ? before : []), ...further]),
  ];
  const isAsBefore = typeof before === 'string' && all.length === 1;
  return isAsBefore ? before : all;
}

function changedKeys(before: Stakeholder | undefined, after: Stakeholder): (keyof Stakeholder)[] {
  const keys = STAKEHOLDER_COLUMNS.map(({ key }) => key).filter((key) => after[key] !== undefined);
  return keys.filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after[key]));
}

interface WriteOptions {
  readonly keys: readonly (keyof Stakeholder)[];
  readonly create: (value: unknown) => unknown;
}

/** Changes only the keys that changed, so that comments and the way an entry is written stay. */
function write(entries: YAMLSeq, stakeholder: Stakeholder, { keys, create }: WriteOptions): void {
  if (keys.length === 0) return;
  const entry = entries.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === stakeholder.id);
  if (entry !== undefined) {
    for (const key of keys) entry.set(key, create(stakeholder[key]));
    return;
  }
  const ordered = STAKEHOLDER_COLUMNS.filter(({ key }) => stakeholder[key] !== undefined);
  entries.items.push(create(Object.fromEntries(ordered.map(({ key }) => [key, stakeholder[key]]))));
}
