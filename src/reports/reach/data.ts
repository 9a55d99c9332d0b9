import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { Audience } from '../../model/contracts.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Process, Round } from '../../model/process.ts';
import type { Stakeholder } from '../../model/stakeholder.ts';
import type { Workspace } from '../../model/workspace.ts';
import { type Disclosures, disclosures } from '../../trace/disclose-input.ts';
import { nearIdenticalInputs, type Uniqueness } from '../../trace/near-identical-inputs.ts';
import { findGaps, type Gap, type TargetLine, targetLines } from '../../trace/reach/gaps.ts';
import { isLate, mayCount } from '../../trace/reach/note-facts.ts';
import { furtherSignatories, heardStakeholders, type ReachLine, reachLines } from '../../trace/reach/organisations.ts';
import { type CrossTable, coverageBase, crossTable } from '../../trace/reach/tables.ts';
import { startOf } from '../../trace/when.ts';

/** What a coverage report is made from. */
export interface CoverageContext {
  /** With notes and stakeholders. */
  readonly workspace: Workspace;
  readonly audience: Audience;
  /** ISO date that the report carries. */
  readonly date: string;
}

/** What the caller chose. */
export interface CoverageOptions {
  /** Id of a round; all rounds where absent. */
  readonly round?: string;
}

/** Inputs by a dimension of the codebook and by group. */
export interface CodeTable {
  /** Name of the dimension in the codebook. */
  readonly dimension: string;
  /** Values of the dimension, in its order. */
  readonly codes: readonly string[];
  readonly groups: readonly string[];
  /** By code, then by group. An input with two codes counts under both. */
  readonly cells: readonly (readonly number[])[];
  readonly totals: readonly number[];
}

/** What a coverage report says, for programs; figures that may not be told are not in it. */
export interface CoverageData {
  readonly round?: { readonly id: string; readonly title: string };
  readonly distribution: Audience['distribution'];
  readonly gaps: readonly Gap[];
  readonly targets: readonly TargetLine[];
  readonly tables: readonly CrossTable[];
  readonly codes: readonly CodeTable[];
  readonly groups: readonly ReachLine[];
  readonly leftBehind: readonly ReachLine[];
  /** Consultations with several signatories count once. */
  readonly joint: { readonly submissions: number; readonly signatories: number; readonly notListed: number };
  readonly late: number;
  readonly nearIdentical: { readonly inputs: Uniqueness; readonly submissions: Uniqueness };
}

const TABLES: readonly Pick<CrossTable, 'counted' | 'rows' | 'columns'>[] = [
  { counted: 'consultations', rows: 'group', columns: 'region' },
  { counted: 'people', rows: 'group', columns: 'region' },
  { counted: 'consultations', rows: 'group', columns: 'level' },
  { counted: 'people', rows: 'group', columns: 'level' },
  { counted: 'consultations', rows: 'group', columns: 'method' },
  { counted: 'people', rows: 'group', columns: 'method' },
  { counted: 'consultations', rows: 'group', columns: 'language' },
  { counted: 'people', rows: 'group', columns: 'age-band' },
  { counted: 'consultations', rows: 'left-behind', columns: 'region' },
];

/** Gathers what a coverage report says, as its readers may know it. */
export function coverageData(context: CoverageContext, options: CoverageOptions): CoverageData {
  return coverageWithRepeats(context, options).data;
}

/**
 * The same, with what campaigns are told apart by.
 *
 * @returns The figures, and the first input that each near-identical one repeats.
 */
export function coverageWithRepeats(
  context: CoverageContext,
  { round }: CoverageOptions,
): { readonly data: CoverageData; readonly repeats: ReadonlyMap<Input, Input> } {
  const { process, notes, stakeholders } = context.workspace;
  const told = disclosures({ notes, process, audience: context.audience });
  const base = coverageBase(
    process,
    notes.filter((note) => mayCount(note, told)),
    round,
  );
  const held = base.notes.filter(({ frontMatter }) => round === undefined || frontMatter.round === round);
  const declared = process.rounds?.find(({ id }) => id === round);
  const withheld = notes.filter((note) => !base.notes.includes(note));
  const heard = heardStakeholders({
    stakeholders,
    counted: held,
    withheld,
    inRound: inRound(declared, process.rounds ?? []),
  });
  const codes = codeTables(process, held, told);
  const said = new Set(codes.flatMap((table) => table.codes.filter((_, index) => (table.totals[index] ?? 0) > 0)));
  const joint = held.filter(({ frontMatter }) => (frontMatter.signatories ?? []).length > 0);
  const { repeats, ...nearIdentical } = nearIdenticalInputs(held, told);
  const data = {
    ...(round !== undefined && { round: { id: round, title: declared?.title ?? round } }),
    distribution: context.audience.distribution,
    gaps: findGaps({ process, base, codes: said, stakeholders, heard }),
    targets: targetLines({ process, base }),
    tables: TABLES.map((table) => crossTable(base, process, table)),
    codes,
    ...reach(process, stakeholders, heard),
    joint: {
      submissions: joint.length,
      signatories: joint.reduce((sum, { frontMatter }) => sum + (frontMatter.signatories?.length ?? 0), 0),
      notListed: furtherSignatories({ stakeholders, counted: held }),
    },
    late: held.filter((note) => isLate(note, process.rounds ?? [])).length,
    nearIdentical,
  };
  return { data, repeats };
}

/** A reply belongs to a round from its beginning to the beginning of the next: a late one still answers it. */
function inRound(round: Round | undefined, rounds: readonly Round[]): (date: string) => boolean {
  const starts = (one: Round): string[] => {
    const when = one.actual ?? one.planned;
    return when === undefined ? [] : [startOf(when)];
  };
  const [start] = round === undefined ? [] : starts(round);
  if (start === undefined) return () => true;
  const [next] = rounds
    .flatMap(starts)
    .filter((other) => other > start)
    .sort(byCodePoint);
  return (date) => startOf(date) >= start && (next === undefined || startOf(date) < next);
}

function reach(
  process: Process,
  stakeholders: readonly Stakeholder[],
  heard: ReadonlySet<string>,
): Pick<CoverageData, 'groups' | 'leftBehind'> {
  const groups = (process.groups ?? []).map(({ id }) => id);
  const leftBehind = [...new Set(stakeholders.flatMap((one) => one['left-behind'] ?? []))];
  const from = { stakeholders, heard };
  return {
    groups: reachLines(groups, (one, id) => one.group === id, from),
    leftBehind: reachLines(leftBehind, (one, id) => one['left-behind']?.includes(id) === true, from),
  };
}

/** Stands for all groups together. */
const ANY_GROUP = '';

/** How many inputs have each code, in each group and in all: counted once, however many codes and groups there are. */
function codeCounts(notes: readonly ConsultationNote[], told: Disclosures): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const note of notes) {
    for (const input of note.inputs) {
      const { subject, group } = told.ofInput(note, input);
      if (!subject) continue;
      // Counted under no group where its own may not be told; it stands in the totals.
      const groups = new Set(group ? [ANY_GROUP, note.frontMatter.group] : [ANY_GROUP]);
      for (const code of new Set(input.codes)) {
        const own = counts.get(code) ?? new Map<string, number>();
        counts.set(code, own);
        for (const one of groups) own.set(one, (own.get(one) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Inputs by every dimension of the codebook whose values are few enough to stand in a table. */
function codeTables(process: Process, notes: readonly ConsultationNote[], told: Disclosures): CodeTable[] {
  const groups = (process.groups ?? []).map(({ id }) => id);
  const counts = codeCounts(notes, told);
  return Object.entries(process.codebook ?? {}).map(([dimension, { values }]): CodeTable => {
    const codes = values.map(({ id }) => `${dimension}/${id}`);
    const number = (code: string, group: string): number => counts.get(code)?.get(group) ?? 0;
    return {
      dimension,
      codes,
      groups,
      cells: codes.map((code) => groups.map((group) => number(code, group))),
      totals: codes.map((code) => number(code, ANY_GROUP)),
    };
  });
}
