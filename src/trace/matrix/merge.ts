/** Brings a returned matrix and the workspace together: what only the sheet changed is taken, what both changed is shown. */
import type { Finding } from '../../model/finding.ts';
import { MATRIX_FIELDS, type MatrixField } from '../../model/matrix.ts';
import type { ResponseEntry } from '../../model/response.ts';
import type { SheetRow } from '../../sources/matrix/read-matrix.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { applyChanges, type EntryContext } from './apply-changes.ts';
import type { MatrixIndex } from './find-input.ts';
import { cellPrint, comparable, type RowKey } from './key.ts';
import { cellFinding, remarkFinding } from './merge-findings.ts';
import { type DayOrders, dayOrders, type ReadRow, readRow } from './read-row.ts';
import { fieldText, type MatrixInput } from './rows.ts';

/** Whose answer holds where sheet and workspace both changed it. */
export interface MergeChoices {
  /** Refs of inputs, as the sheet calls them, or all. */
  readonly theirs: ReadonlySet<string> | 'all';
  readonly ours: ReadonlySet<string> | 'all';
  /** Answers of sheets that somebody has looked at and not taken, by ref and print: they are not asked about again. */
  readonly declined?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a merge is made with. */
export interface MergeContext extends EntryContext {
  /** What exports made now would show; made when first asked for. */
  readonly indexOf: (audience: RowKey['audience']) => MatrixIndex;
  readonly choices: MergeChoices;
  /** How dates are written in each file; seen from the rows where absent. */
  readonly orders?: DayOrders;
}

/** An answer that is to be recorded. */
export interface MatrixEdit {
  /** Id of the note. */
  readonly note: string;
  readonly entry: ResponseEntry;
  readonly was?: ResponseEntry;
  /** As the sheet calls the input. */
  readonly ref: string;
  readonly changed: readonly MatrixField[];
}

/** Two answers to one input, of which nobody has said which holds. */
export interface Conflict {
  readonly ref: string;
  readonly file: string;
  readonly row: number;
  /** Where the other answer stands: in the workspace, or in another row. */
  readonly other: 'workspace' | { readonly file: string; readonly row: number };
  readonly fields: readonly { readonly field: MatrixField; readonly here: string; readonly there: string }[];
  /** What the input says, as the reader of the sheet may see it. */
  readonly text: string;
  /** Every row on the input, to be merged again once somebody has chosen. */
  readonly rows: readonly SheetRow[];
  /** Print of what this row says, and of what the other row does. */
  readonly prints: { readonly here: string; readonly there?: string };
}

/** What a returned matrix comes to. */
export interface Merge {
  readonly edits: readonly MatrixEdit[];
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  /** Inputs whose rows say what the workspace says. */
  readonly unchanged: number;
  /** Conflicts that a choice has settled. */
  readonly settled: number;
  /** Inputs whose rows were looked at before and not taken. */
  readonly declined: number;
}

/**
 * Merges returned rows into the responses of a workspace.
 *
 * @param rows Rows of all files, in order.
 * @param context The workspace as exports show it, and whose answer holds in a conflict.
 */
export function mergeMatrix(rows: readonly SheetRow[], context: MergeContext): Merge {
  const findings: Finding[] = [];
  const orders = context.orders ?? dayOrders(rows);
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const read = readRow(row, { indexOf: context.indexOf, findings, orders });
    if (read === undefined) continue;
    const ref = read.input.listed.input.ref;
    const group = groups.get(ref);
    if (group === undefined) groups.set(ref, [read]);
    else group.push(read);
  }
  const merged = [...groups.values()].map((group) => mergeInput(group, context));
  return {
    edits: merged.flatMap(({ edit }) => edit ?? []),
    conflicts: merged.flatMap(({ conflict }) => conflict ?? []),
    findings: [...findings, ...merged.flatMap((one) => one.findings ?? [])],
    unchanged: merged.filter(({ unchanged }) => unchanged === true).length,
    settled: merged.filter(({ settled }) => settled === true).length,
    declined: merged.filter(({ declined }) => declined === true).length,
  };
}

interface MergedInput {
  readonly edit?: MatrixEdit;
  readonly conflict?: Conflict;
  readonly findings?: readonly Finding[];
  readonly unchanged?: true;
  readonly settled?: true;
  readonly declined?: true;
}

function mergeInput(rows: readonly ReadRow[], context: MergeContext): MergedInput {
  const changed = rows.filter((row) => row.changed.size > 0);
  const said = changed.filter((row) => !isDeclined(row, context.choices));
  const [first] = said;
  if (first === undefined) return changed.length > 0 ? { declined: true } : { unchanged: true };
  const apart = said.find((row) => !sameChanges(row, first));
  const all = rows.map(({ row }) => row);
  if (apart !== undefined) return { conflict: betweenRows(apart, first, all) };
  return mergeRow(first, all, context);
}

function isDeclined(read: ReadRow, { declined }: MergeChoices): boolean {
  return declined?.get(read.ref)?.has(printOf(read)) === true;
}

/** Print of all that a row changes. */
function printOf({ changed }: ReadRow): string {
  const words = MATRIX_FIELDS.flatMap(({ id }) =>
    changed.has(id) ? [`${id}=${comparable(changed.get(id) ?? '')}`] : [],
  );
  return contentHash(words.join('\n')).slice(0, 16);
}

function sameChanges({ changed }: ReadRow, { changed: other }: ReadRow): boolean {
  return (
    changed.size === other.size &&
    [...changed].every(([field, value]) => comparable(other.get(field) ?? '') === comparable(value) && other.has(field))
  );
}

function betweenRows(apart: ReadRow, other: ReadRow, rows: readonly SheetRow[]): Conflict {
  const { row, ref, changed, input } = apart;
  const fields = MATRIX_FIELDS.filter(({ id }) => changed.has(id) || other.changed.has(id)).map(({ id }) => ({
    field: id,
    here: changed.get(id) ?? '',
    there: other.changed.get(id) ?? '',
  }));
  return {
    ref,
    file: row.file,
    row: row.row,
    other: { file: other.row.file, row: other.row.row },
    fields,
    text: input.listed.row.text,
    rows,
    prints: { here: printOf(apart), there: printOf(other) },
  };
}

function mergeRow(read: ReadRow, rows: readonly SheetRow[], context: MergeContext): MergedInput {
  const { ref, input, row, index } = read;
  const fresh = [...read.changed].filter(([field, value]) => !isSaid(field, value, read));
  if (fresh.length === 0) return { unchanged: true };
  const against = fresh.filter(([field]) => changedHere(field, read));
  if (against.length === 0) return editOf(read, new Map(fresh), context);
  if (chosen(context.choices.ours, ref)) {
    // What nobody else touched is taken all the same.
    const units = new Set(against.map(([field]) => unitOf(field)));
    const rest = fresh.filter(([field]) => !units.has(unitOf(field)));
    return rest.length === 0 ? { settled: true } : { ...editOf(read, new Map(rest), context), settled: true };
  }
  if (chosen(context.choices.theirs, ref)) return { ...editOf(read, wholeUnits(read, fresh), context), settled: true };
  const units = new Set(against.map(([field]) => unitOf(field)));
  const differing = [...wholeUnits(read, fresh)].filter(([field]) => units.has(unitOf(field)));
  const fields = differing.map(([field, here]) => ({ field, here, there: standing(field, input, index) }));
  const { text } = input.listed.row;
  const prints = { here: printOf(read) };
  return { conflict: { ref, file: row.file, row: row.row, other: 'workspace', fields, text, rows, prints } };
}

function chosen(choice: ReadonlySet<string> | 'all', ref: string): boolean {
  return choice === 'all' || choice.has(ref);
}

function unitOf(field: MatrixField): string {
  return MATRIX_FIELDS.find(({ id }) => id === field)?.unit ?? field;
}

/** What stands in the workspace, as the sheet would say it. */
function standing(field: MatrixField, { listed }: MatrixInput, { byOwnRef }: MatrixIndex): string {
  const { response } = listed;
  if (response === undefined) return '';
  const value = fieldText(response.entry, field);
  if (field !== 'duplicate-of' || value === '') return value;
  const own = value.includes('#') ? value : `${response.note}#${value.replace(/^\^/u, '')}`;
  return byOwnRef.get(own)?.listed.row.ref ?? value;
}

function isSaid(field: MatrixField, value: string, { input, index }: ReadRow): boolean {
  return comparable(standing(field, input, index)) === comparable(value);
}

/**
 * Whether the workspace changed since the export in what a field belongs to: in its own value, or in another of its
 * unit. What the export did not show is not for the sheet to overwrite.
 */
function changedHere(field: MatrixField, { input, key, index }: ReadRow): boolean {
  const { response } = input.listed;
  if (response === undefined)
    return key !== undefined && Object.keys(key.fields).some((id) => unitOf(id as MatrixField) === unitOf(field));
  if (key === undefined) return true;
  const own = standing(field, input, index);
  if (comparable(own) !== comparable(input.fields[field] ?? '')) return true;
  const unit = MATRIX_FIELDS.filter(
    ({ id }) => unitOf(id) === unitOf(field) && (id === field || isCompared(id, key, input)),
  );
  return unit.some(({ id }) => cellPrint(input.fields[id] ?? '') !== (key.fields[id] ?? ''));
}

/** A shape that does not show a field has no print of it; its own field is compared all the same. */
function isCompared(id: MatrixField, key: RowKey, { fields }: MatrixInput): boolean {
  return key.fields[id] !== undefined || (fields[id] !== undefined && ANSWERED.has(id));
}

/** Fields that every shape shows. */
const ANSWERED: ReadonlySet<MatrixField> = new Set(['decision', 'reason']);

/** All of a unit as the sheet has it: an answer is taken as one. What the export did not show whole stays as it is. */
function wholeUnits(read: ReadRow, fresh: readonly (readonly [MatrixField, string])[]): Map<MatrixField, string> {
  const { said, changed, input, index } = read;
  const units = new Set(fresh.map(([field]) => unitOf(field)));
  const whole = new Map(fresh);
  for (const { id, unit } of MATRIX_FIELDS) {
    const value = said.get(id);
    if (value === undefined || !units.has(unit) || changed.has(id)) continue;
    const isWhole = comparable(input.fields[id] ?? '') === comparable(standing(id, input, index));
    if (isWhole && !isSaid(id, value, read)) whole.set(id, value);
  }
  return whole;
}

function editOf(read: ReadRow, changes: ReadonlyMap<MatrixField, string>, context: MergeContext): MergedInput {
  const { input, index, row, ref } = read;
  const applied = applyChanges({ input, changes, index }, context);
  if ('problem' in applied) return { findings: [cellFinding(row, ref, applied.problem)] };
  const { note, response } = input.listed;
  const was = response?.entry;
  return {
    edit: {
      note: note.id,
      ref,
      entry: applied.entry,
      changed: [...changes.keys()],
      ...(was !== undefined && { was }),
    },
    findings: applied.remarks.map((remark) => remarkFinding(row, ref, remark)),
  };
}
