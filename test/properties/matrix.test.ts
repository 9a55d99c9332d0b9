import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixCells } from '../../src/exports/matrix-cells.ts';
import { matrixCsv } from '../../src/exports/matrix-csv.ts';
import { matrixXlsx } from '../../src/exports/matrix-xlsx.ts';
import { writeCsv } from '../../src/files/csv-write.ts';
import { writeXlsx } from '../../src/files/xlsx-write.ts';
import type { ConsultationNote } from '../../src/model/consultation-note.ts';
import { MATRIX_FIELDS, MATRIX_SHAPES, type MatrixShape } from '../../src/model/matrix.ts';
import type { Response, ResponseEntry } from '../../src/model/response.ts';
import { REACTIONS, RESPONSE_DECISIONS } from '../../src/model/vocabulary.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { readMatrix } from '../../src/sources/matrix/read-matrix.ts';
import { matrixIndex } from '../../src/trace/matrix/find-input.ts';
import { comparable } from '../../src/trace/matrix/key.ts';
import { mergeMatrix } from '../../src/trace/matrix/merge.ts';
import { type MatrixContext, matrixRows } from '../../src/trace/matrix/rows.ts';

/** Words as people and attackers write them: formulas, quotes, line ends, marks that nobody sees, other scripts. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      "'=x",
      "'",
      '-',
      '+41',
      '@me',
      'a;b,"c"',
      'Accepted',
      'no',
      '_x0041_',
      '2022',
      ' x\r\n y ',
      '12/10/2022',
    ),
  )
  .filter((text) => comparable(text) !== '');

/** What can be typed into a cell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones nobody types
const typed = words.filter((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(text));

const date = fc
  .record({
    year: fc.integer({ min: 1990, max: 2060 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .chain(({ year, month, day }) => {
    const two = (number: number) => String(number).padStart(2, '0');
    return fc.constantFrom(`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`);
  });

const id = fc.stringMatching(/^p-[a-z0-9]{7}$/u);

const entry = fc.record(
  {
    decision: fc.constantFrom(...RESPONSE_DECISIONS),
    reason: words,
    'reason-child': words,
    passages: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
    'duplicate-of': fc.constantFrom('i0', 'first/coalition#i1'),
    'deferred-to': words,
    decisions: fc.uniqueArray(fc.stringMatching(/^d[0-9]{1,2}$/u), { minLength: 1, maxLength: 2 }),
    by: words,
    date,
    reaction: fc.constantFrom(...REACTIONS),
    'reaction-date': date,
    'reaction-words': words,
  },
  { requiredKeys: ['decision', 'reason'] },
);

const inputs = fc.array(fc.record({ text: words, entry: fc.option(entry, { nil: undefined }) }), {
  minLength: 2,
  maxLength: 6,
});
const shapes = fc.constantFrom(...Object.values(MATRIX_SHAPES));
const formats = fc.constantFrom('csv' as const, 'xlsx' as const);
const audiences = fc.constantFrom('public' as const, 'core-group' as const);

type Inputs = readonly { readonly text: string; readonly entry: Omit<ResponseEntry, 'input'> | undefined }[];

const VISIBILITY = {
  distribution: 'public',
  attribution: 'organisation',
  quote: 'verbatim',
  chathamHouse: false,
} as const;

function contextOf(all: Inputs, distribution: 'public' | 'core-group'): MatrixContext {
  const note: ConsultationNote = {
    id: 'first/coalition',
    file: 'consultations/first/coalition.md',
    frontMatter: {
      ...{ round: 'first', date: '2022-09-14', method: 'written-input', group: 'civil-society', from: 'Coalition' },
      ...{ capacity: 'institutional', attribution: 'organisation', quote: 'verbatim', distribution: 'public' },
    } as ConsultationNote['frontMatter'],
    inputs: all.map(({ text }, index) => {
      const place = { kinds: [], codes: [], visibility: VISIBILITY, line: index + 1, endLine: index + 1 };
      return { id: `i${index}`, ref: `first/coalition#i${index}`, text, ...place };
    }),
  };
  const responses = all.flatMap(({ entry: given }, index): Response[] => {
    if (given === undefined) return [];
    const ref = `first/coalition#i${index}`;
    return [{ entry: { input: `i${index}`, ...given }, note: note.id, inputRef: ref, file: 'x.yaml', line: index + 1 }];
  });
  const process = {
    penholder: 1,
    title: 'T',
    language: 'en',
    stages: [{ id: 'zero', title: 'Z' }],
    rounds: [{ id: 'first' }],
  };
  const workspace: Workspace = {
    ...{ prefix: '', notes: [note], responses, decisions: [], questionnaires: [], stakeholders: [], findings: [] },
    process: process as Workspace['process'],
  };
  return { workspace, audience: { distribution }, places: new Map(), prints: new Map() };
}

async function returned(bytes: Uint8Array, format: string, context: MatrixContext) {
  const read = await readMatrix({ name: `m.${format}`, bytes, mappings: [] });
  const merge = mergeMatrix(read.rows, {
    ...{ places: undefined, today: '2022-11-01', choices: { theirs: new Set<string>(), ours: new Set<string>() } },
    indexOf: (distribution) => matrixIndex({ ...context, audience: { distribution } }),
  });
  return { read, merge };
}

const render = (format: 'csv' | 'xlsx', shape: MatrixShape, context: MatrixContext) =>
  (format === 'csv' ? matrixCsv : matrixXlsx).render({ shape, rows: matrixRows(context, {}, shape), guide: [] });

const unguarded = (text: string) => comparable(text.trim().replace(/^'+(?=[=+\-@\t\r])/u, ''));

function differs(said: Partial<ResponseEntry>, before: Inputs[number]['entry']): boolean {
  return MATRIX_FIELDS.some(({ id: field }) => {
    const value = said[field];
    return typeof value === 'string' && unguarded(value) !== unguarded(String(before?.[field] ?? ''));
  });
}

/** What was changed is as somebody wrote it, and all else as it was. */
function expectTaken(after: ResponseEntry, all: Inputs, wanted: ReadonlyMap<number, Partial<ResponseEntry>>): void {
  const row = Number(after.input.slice(1));
  const { decision, reason = '', reaction } = wanted.get(row) ?? {};
  expect({ ...after, reason: unguarded(after.reason) }).toMatchObject({
    decision,
    reaction,
    reason: unguarded(reason),
  });
  const { decision: _, reason: __, reaction: ___, date: ____, ...rest } = all[row]?.entry ?? {};
  expect(after).toMatchObject(rest);
}

describe('a comments matrix', () => {
  test('that nobody touched changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, shapes, formats, audiences, async (all, shape, format, distribution) => {
        const context = contextOf(all, distribution);
        const { read, merge } = await returned(await render(format, shape, context), format, context);
        expect(read.guessed).toBeUndefined();
        expect([...read.findings, ...merge.findings]).toEqual([]);
        expect(merge.edits).toEqual([]);
        expect(merge.conflicts).toEqual([]);
        expect(merge.unchanged).toBe(all.length);
      }),
    );
  });

  test('brings back exactly what was changed in it, in whatever order its rows stand', async () => {
    const changes = fc.array(
      fc.record({
        row: fc.nat(5),
        decision: fc.constantFrom(...RESPONSE_DECISIONS),
        reason: typed,
        reaction: fc.constantFrom(...REACTIONS),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(inputs, formats, changes, fc.boolean(), async (all, format, made, turned) => {
        const context = contextOf(all, 'core-group');
        const shape = MATRIX_SHAPES.penholder;
        const [head = [], ...body] = matrixCells({ shape, rows: matrixRows(context, {}, shape), guide: [] });
        const column = (role: string) => shape.columns.findIndex((one) => one.role === role);
        const wanted = new Map<number, Partial<ResponseEntry>>();
        for (const { row, decision, reason, reaction } of made) {
          const cells = body[row];
          if (cells === undefined) continue;
          // A guard can't be told from an apostrophe somebody writes before what would be a formula.
          const plain = unguarded(reason);
          if (plain === '') continue;
          for (const [role, cell] of Object.entries({ decision, reason: plain, reaction })) cells[column(role)] = cell;
          wanted.set(row, { decision, reason: plain, reaction });
        }
        const rows = [head, ...(turned ? body.toReversed() : body)];
        const bytes = format === 'csv' ? writeCsv(rows) : writeXlsx([{ name: 'S', rows }]);
        const { merge } = await returned(bytes, format, context);
        const really = [...wanted].filter(([row, said]) => differs(said, all[row]?.entry));
        expect(merge.conflicts).toEqual([]);
        expect(merge.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
        expect(merge.edits.map(({ ref }) => ref).sort()).toEqual(
          really.map(([row]) => `first/coalition#i${row}`).sort(),
        );
        for (const { entry: after } of merge.edits) expectTaken(after, all, wanted);
      }),
    );
  });
});
