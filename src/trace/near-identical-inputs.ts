import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Disclosures } from './disclose-input.ts';
import { nearIdentical } from './near-duplicates.ts';

/** Inputs that say nearly the same in nearly the same words. */
export interface NearIdenticalGroup {
  readonly size: number;
  /**
   * Refs as they may be called, in order of the notes, of those whose words may be quoted: naming another beside them
   * would tell what it said.
   */
  readonly refs: readonly string[];
  /** Words of the first of them that may be quoted; absent where none may. */
  readonly sample?: string;
}

/** How much was said, all of it and with near-identical words counted once. */
export interface Uniqueness {
  readonly total: number;
  readonly unique: number;
  /** The largest first. */
  readonly groups: readonly NearIdenticalGroup[];
}

interface Item {
  readonly note: ConsultationNote;
  readonly input: Input;
}

/**
 * Groups the inputs of some notes that are nearly the same, and whole submissions that are.
 *
 * @param notes Notes that may be counted.
 * @param told What may be said of them.
 * @returns Of inputs, and of whole submissions.
 */
export function nearIdenticalInputs(
  notes: readonly ConsultationNote[],
  told: Disclosures,
): {
  readonly inputs: Uniqueness;
  readonly submissions: Uniqueness;
  /** The first input that each repeats; absent for those that repeat none. */
  readonly repeats: ReadonlyMap<Input, Input>;
} {
  const items = notes.flatMap((note) =>
    note.inputs.filter((input) => told.ofInput(note, input).subject).map((input): Item => ({ note, input })),
  );
  const whole = notes.filter(({ inputs }) => inputs.length > 0);
  const alike = nearIdentical(items.map(({ input }, index) => ({ id: String(index), text: input.text })));
  return {
    repeats: repeatsOf(items, alike),
    inputs: unique(items, alike, (item) => describe(item, told)),
    submissions: unique(
      whole,
      nearIdentical(
        whole.map(({ inputs }, index) => ({ id: String(index), text: inputs.map(({ text }) => text).join('\n') })),
      ),
      (note) => (isQuotable(note, told) ? { ref: told.nameOf(note, told.ofNote(note)) } : {}),
    ),
  };
}

interface Described {
  /** Absent where its words may not be quoted. */
  readonly ref?: string;
  readonly sample?: string;
}

function describe({ note, input }: Item, told: Disclosures): Described {
  const disclosure = told.ofInput(note, input);
  if (disclosure.words !== 'verbatim') return {};
  return { ref: told.refOf(note, input.ref, disclosure), sample: input.text };
}

function isQuotable(note: ConsultationNote, told: Disclosures): boolean {
  return note.inputs.every((input) => told.ofInput(note, input).words === 'verbatim');
}

function repeatsOf(items: readonly Item[], groups: readonly (readonly string[])[]): ReadonlyMap<Input, Input> {
  const repeats = new Map<Input, Input>();
  for (const [first, ...others] of groups) {
    const original = items[Number(first)];
    for (const id of others) {
      const item = items[Number(id)];
      if (item !== undefined && original !== undefined) repeats.set(item.input, original.input);
    }
  }
  return repeats;
}

/** @param groups Places of items that are alike. */
function unique<T>(
  items: readonly T[],
  groups: readonly (readonly string[])[],
  about: (item: T) => Described,
): Uniqueness {
  const described = groups.map((ids): NearIdenticalGroup => {
    const members = ids.flatMap((id) => items[Number(id)] ?? []).map(about);
    const sample = members.find((member) => member.sample !== undefined)?.sample;
    return { size: ids.length, refs: members.flatMap(({ ref }) => ref ?? []), ...(sample !== undefined && { sample }) };
  });
  const repeated = groups.reduce((sum, ids) => sum + ids.length - 1, 0);
  return {
    total: items.length,
    unique: items.length - repeated,
    groups: described.sort((one, other) => other.size - one.size),
  };
}
