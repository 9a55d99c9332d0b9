import type { ConsultationNote } from '../../model/consultation-note.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Process } from '../../model/process.ts';
import { METHODS } from '../../model/vocabulary.ts';
import { type AtomPlace, type Count, countIn, type Pool, poolAtoms } from '../suppression.ts';
import { hasValue, NOT_RECORDED, PEOPLE_DIMENSIONS, peopleOf, placeOfNote } from './note-facts.ts';

/** What a table can be by. */
export type TableDimension = 'group' | 'region' | 'level' | 'method' | 'language' | 'age-band' | 'left-behind';

/** What is counted: consultations, or the people who took part in them. */
export type Counted = 'consultations' | 'people';

/** A table of figures with its totals. */
export interface CrossTable {
  readonly counted: Counted;
  readonly rows: TableDimension;
  readonly columns: TableDimension;
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly Count[])[];
  readonly rowTotals: readonly Count[];
  readonly columnTotals: readonly Count[];
  readonly total: Count;
}

/** What figures are counted from. */
export interface CoverageBase {
  /** Consultations that may be counted, of all rounds. */
  readonly notes: readonly ConsultationNote[];
  /** Where each of them stands. */
  readonly places: readonly AtomPlace[];
  /** Their people, pooled once for all tables and all rounds: what two reports tell must not give a third figure away. */
  readonly pool: Pool;
  /** Only this round is told of; undefined for all. */
  readonly round: string | undefined;
  /** The rounds up to that one, itself included: what had been reached by then. */
  readonly soFar: ReadonlySet<string> | undefined;
}

/**
 * Prepares the figures of consultations that may be counted.
 *
 * @param process Gives the order of the rounds.
 * @param notes Those that may be counted, of all rounds.
 * @param round The round to tell of; undefined for all.
 */
export function coverageBase(
  { rounds = [] }: Process,
  notes: readonly ConsultationNote[],
  round: string | undefined,
): CoverageBase {
  const last = rounds.findIndex(({ id }) => id === round);
  const soFar = round === undefined ? undefined : new Set([round, ...rounds.slice(0, last + 1).map(({ id }) => id)]);
  const pool = poolAtoms(notes.flatMap(peopleOf), PEOPLE_DIMENSIONS);
  return { notes, places: notes.map(wholePlace), pool, round, soFar };
}

/** Values of dimensions that a figure is about; none named, all are. */
export type Cell = Readonly<Partial<Record<(typeof PEOPLE_DIMENSIONS)[number], string | undefined>>>;

/** Counts consultations of the round, or their people as far as it may be told. */
export function count(base: CoverageBase, counted: Counted, cell: Cell): Count {
  return countWhere(base, counted, inCell({ round: base.round, ...cell }));
}

/** Counts what had been reached by the end of the round; a cell that names a round holds to that. */
export function countSoFar(base: CoverageBase, counted: Counted, cell: Cell): Count {
  const holds = inCell(cell);
  const isPast = ({ round = NOT_RECORDED }: AtomPlace): boolean => base.soFar?.has(round) ?? true;
  return countWhere(base, counted, (place) => isPast(place) && holds(place));
}

function inCell(cell: Cell): (place: AtomPlace) => boolean {
  const wanted = Object.entries(cell).filter(([, value]) => value !== undefined);
  return (place) => wanted.every(([dimension, value]) => hasValue(place, dimension, value ?? NOT_RECORDED));
}

function countWhere(base: CoverageBase, counted: Counted, holds: (place: AtomPlace) => boolean): Count {
  if (counted === 'people') return countIn(base.pool, holds);
  return { value: base.places.filter(holds).length, kind: 'exact' };
}

function wholePlace({ frontMatter }: ConsultationNote): AtomPlace {
  return {
    ...placeOfNote(frontMatter),
    language: (frontMatter.languages ?? []).join(','),
    'left-behind': (frontMatter['left-behind'] ?? []).join(','),
    'age-band': NOT_RECORDED,
  };
}

/** Values a table has rows or columns for: those the process declares, then those found beside them. */
export function valuesOf(dimension: TableDimension, process: Process, base: CoverageBase): string[] {
  const declared = declaredValues(dimension, process);
  const found = base.notes.flatMap(({ frontMatter }): readonly string[] => {
    switch (dimension) {
      case 'language':
        return frontMatter.languages ?? [];
      case 'left-behind':
        return frontMatter['left-behind'] ?? [];
      case 'age-band':
        return Object.keys(frontMatter.participants?.['age-bands'] ?? {});
      default:
        return [placeOfNote(frontMatter)[dimension]];
    }
  });
  const further = [...new Set(found)].filter((value) => value !== NOT_RECORDED && !declared.includes(value));
  return [...declared, ...further.sort(byNumberThenCodePoint), NOT_RECORDED];
}

function declaredValues(dimension: TableDimension, process: Process): string[] {
  const ids = (terms: readonly { readonly id: string }[] | undefined) => (terms ?? []).map(({ id }) => id);
  switch (dimension) {
    case 'group':
      return ids(process.groups);
    case 'region':
      return ids(process.regions);
    case 'level':
      return ids(process.levels);
    case 'method':
      return [...METHODS];
    case 'language':
      return [...(process.languages ?? [])];
    default:
      return [];
  }
}

/** Age bands go by their first number: 7-12 stands before 13-17. */
function byNumberThenCodePoint(one: string, other: string): number {
  const [first, second] = [Number.parseInt(one, 10), Number.parseInt(other, 10)];
  return Number.isNaN(first) || Number.isNaN(second) || first === second ? byCodePoint(one, other) : first - second;
}

/**
 * Makes a table. Rows and columns whose value no note states are left out where nothing is counted in them.
 *
 * @param base What is counted.
 * @param process What rows and columns there are.
 */
export function crossTable(
  base: CoverageBase,
  process: Process,
  { counted, rows, columns }: Pick<CrossTable, 'counted' | 'rows' | 'columns'>,
): CrossTable {
  const figure = (cell: Cell): Count => count(base, counted, cell);
  const kept = (dimension: TableDimension): string[] =>
    valuesOf(dimension, process, base).filter(
      (value) => value !== NOT_RECORDED || !isNone(figure({ [dimension]: value })),
    );
  const [rowIds, columnIds] = [kept(rows), kept(columns)];
  return {
    counted,
    rows,
    columns,
    rowIds,
    columnIds,
    cells: rowIds.map((row) => columnIds.map((column) => figure({ [rows]: row, [columns]: column }))),
    rowTotals: rowIds.map((row) => figure({ [rows]: row })),
    columnTotals: columnIds.map((column) => figure({ [columns]: column })),
    total: figure({}),
  };
}

/** Whether there is nobody and nothing, told or not. */
export function isNone({ value, kind }: Count): boolean {
  return value === 0 && kind === 'exact';
}
