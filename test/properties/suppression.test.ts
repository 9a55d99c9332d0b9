import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsultationNote } from '../../src/model/consultation-note.ts';
import { processSchema } from '../../src/model/process.ts';
import { PEOPLE_DIMENSIONS, peopleOf } from '../../src/trace/reach/note-facts.ts';
import { coverageBase, crossTable, type TableDimension } from '../../src/trace/reach/tables.ts';
import { type Atom, type Count, countIn, poolAtoms } from '../../src/trace/suppression.ts';
import { bounds, type Constraint } from './linear-bounds.ts';

const GROUPS = ['a', 'b', 'c'];
const REGIONS = ['x', 'y', 'z'];
const METHODS = ['interview', 'survey'] as const;
const BANDS = ['7-12', '13-17'];

const process = processSchema.parse({
  penholder: 1,
  title: 'A text',
  language: 'en',
  stages: [{ id: 'zero', title: 'Zero draft' }],
  rounds: [{ id: 'first' }, { id: 'second' }],
  groups: GROUPS.map((id) => ({ id, title: id })),
  regions: REGIONS.map((id) => ({ id, title: id })),
});

/** Small numbers are frequent: they are what is to be protected. */
const size = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 40 }));

const note: fc.Arbitrary<ConsultationNote> = fc
  .record({
    round: fc.constantFrom('first', 'second'),
    group: fc.constantFrom(...GROUPS),
    region: fc.constantFrom(...REGIONS),
    method: fc.constantFrom(...METHODS),
    language: fc.constantFrom('en', 'fr'),
    bands: fc.tuple(size, size),
    rest: size,
  })
  .map(({ bands, rest, language, ...place }, index = 0) => ({
    id: `first/${index}`,
    file: 'consultations/first/note.md',
    inputs: [],
    frontMatter: {
      ...place,
      date: '2022-09-01',
      languages: [language],
      participants: {
        total: bands[0] + bands[1] + rest,
        'age-bands': { [BANDS[0] ?? '']: bands[0], [BANDS[1] ?? '']: bands[1] },
      },
    },
  }));

const TABLES: readonly (readonly [TableDimension, TableDimension])[] = [
  ['group', 'region'],
  ['group', 'method'],
  ['group', 'language'],
  ['group', 'age-band'],
];

interface Told {
  readonly label: string;
  readonly count: Count;
  readonly holds: (atom: Atom) => boolean;
}

/** Every figure that the reports on one round, on the other and on both print. */
function everythingTold(notes: readonly ConsultationNote[]): Told[] {
  return [undefined, 'first', 'second'].flatMap((round) => {
    const base = coverageBase(process, notes, round);
    const inRound = ({ place }: Atom): boolean => round === undefined || place.round === round;
    return TABLES.flatMap(([rows, columns]) => {
      const table = crossTable(base, process, { counted: 'people', rows, columns });
      const cell = (count: Count, row?: string, column?: string): Told => ({
        label: `${round} ${rows} ${row} ${columns} ${column}`,
        count,
        holds: (atom) =>
          inRound(atom) &&
          (row === undefined || atom.place[rows] === row) &&
          (column === undefined || atom.place[columns] === column),
      });
      return [
        cell(table.total),
        ...table.rowTotals.map((count, row) => cell(count, table.rowIds[row])),
        ...table.columnTotals.map((count, column) => cell(count, undefined, table.columnIds[column])),
        ...table.cells.flatMap((line, row) =>
          line.map((count, column) => cell(count, table.rowIds[row], table.columnIds[column])),
        ),
      ];
    });
  });
}

/** The true atoms: those who share everything that tables are by. */
function trueAtoms(notes: readonly ConsultationNote[]): Atom[] {
  const merged = new Map<string, Atom>();
  for (const atom of notes.flatMap(peopleOf)) {
    const key = JSON.stringify(PEOPLE_DIMENSIONS.map((dimension) => atom.place[dimension]));
    const known = merged.get(key)?.value ?? 0;
    if (atom.value > 0) merged.set(key, { ...atom, value: known + atom.value });
  }
  return [...merged.values()];
}

/** What an attacker knows who has all tables, and who even knows which kinds of people took part at all. */
function knowledge(told: readonly Told[], atoms: readonly Atom[]): Constraint[] {
  const known = new Map<string, Constraint>();
  for (const { count, holds } of told) {
    if (count.kind === 'not-shown') continue;
    const coefficients = atoms.map((atom) => (holds(atom) ? 1 : 0));
    const relation = count.kind === 'exact' ? '=' : '>=';
    known.set(`${relation}${count.value}:${coefficients.join('')}`, { coefficients, relation, value: count.value });
  }
  return [...known.values()];
}

const notes = fc.array(note, { minLength: 1, maxLength: 14 });

describe('figures of people', () => {
  test('are never from one to four', () => {
    fc.assert(
      fc.property(notes, (all) => {
        for (const { count } of everythingTold(all)) {
          expect(count.value === 0 || count.value >= 5, JSON.stringify(count)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are true: exact ones are the number itself, others are less', () => {
    fc.assert(
      fc.property(notes, (all) => {
        const atoms = trueAtoms(all);
        for (const { label, count, holds } of everythingTold(all)) {
          const truth = atoms.filter(holds).reduce((sum, { value }) => sum + value, 0);
          if (count.kind === 'exact') expect(count.value, label).toBe(truth);
          else expect(count.value, label).toBeLessThan(truth);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('cannot be put together so that fewer than five can be computed back', () => {
    fc.assert(
      fc.property(notes, (all) => {
        const atoms = trueAtoms(all);
        const told = everythingTold(all);
        const known = knowledge(told, atoms);
        const cells = [
          ...atoms.map((_, index) => atoms.map((__, other) => (index === other ? 1 : 0))),
          ...told.map(({ holds }) => atoms.map((atom) => (holds(atom) ? 1 : 0))),
        ];
        const checked = new Set<string>();
        for (const cell of cells) {
          const truth = atoms.reduce((sum, { value }, index) => sum + value * (cell[index] ?? 0), 0);
          const key = cell.join('');
          if (truth < 1 || truth > 4 || checked.has(key)) continue;
          checked.add(key);
          const { least, most } = bounds(cell, known);
          expect(most - least, `${truth} lies between ${least} and ${most}`).toBeGreaterThan(4.99);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('leave three values open at the least for whoever knows how they are made', () => {
    fc.assert(
      fc.property(notes, (all) => {
        const atoms = all.flatMap(peopleOf);
        for (const { atoms: members, value, told } of poolAtoms(atoms, PEOPLE_DIMENSIONS).blocks) {
          if (!told || members.length === 1) continue;
          const others = (members.length - 1) * 4;
          const [least, most] = [Math.max(0, value - others), Math.min(4, value)];
          expect(most - least).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('numbers that are not known are told nowhere, and mark the figures they are missing from', () => {
  const pool = poolAtoms(
    [
      { place: { group: 'a' }, value: 12 },
      { place: { group: 'a' }, value: 0, untold: true },
      { place: { group: 'b' }, value: 0, untold: true },
    ],
    ['group'],
  );
  expect(countIn(pool, ({ group }) => group === 'a')).toEqual({ value: 12, kind: 'at-least' });
  expect(countIn(pool, ({ group }) => group === 'b')).toEqual({ value: 0, kind: 'not-shown' });
  expect(countIn(pool, ({ group }) => group === 'c')).toEqual({ value: 0, kind: 'exact' });
});

test('the attacker is a good one: figures that are merely hidden one by one are computed back', () => {
  // Two regions and two methods; the single small figure is hidden, its row and column are told.
  const known: Constraint[] = [
    { coefficients: [0, 1, 0, 0], relation: '=', value: 10 },
    { coefficients: [0, 0, 1, 0], relation: '=', value: 12 },
    { coefficients: [0, 0, 0, 1], relation: '=', value: 20 },
    { coefficients: [1, 1, 0, 0], relation: '=', value: 13 },
  ];
  expect(bounds([1, 0, 0, 0], known)).toEqual({ least: 3, most: 3 });
  // Two hidden figures in one row are still bounded by what is left of it.
  expect(bounds([1, 0, 0, 0], [{ coefficients: [1, 1, 0, 0], relation: '=', value: 4 }])).toEqual({
    least: 0,
    most: 4,
  });
});
