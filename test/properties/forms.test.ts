// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of forms are written like this
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { xform } from '../../src/exports/xform.ts';
import { xlsform } from '../../src/exports/xlsform.ts';
import { writeXlsx } from '../../src/files/xlsx-write.ts';
import type { Questionnaire, QuestionnaireSet } from '../../src/model/questionnaire.ts';
import { readXlsForm } from '../../src/sources/xlsform/read-xlsform.ts';
import { questionnaireSets } from '../../src/text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../../src/text/questionnaire/read-questionnaire.ts';
import { writeQuestionnaire } from '../../src/text/questionnaire/write-questionnaire.ts';
import { cellsOf } from '../unit/sources/xlsform/form-cells.ts';

const RUNS = { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 60) };

/** Words that mean something in Markdown, XML, XPath or a spreadsheet, and line ends. */
const PIECE = fc.constantFrom(
  ...'word نص 问题 1. - * _x_ ` `` # > | [x] {#q} ^id : :: <b> &amp; \\ = =1+1 ${a} "q" it’s \' ( ) --- 10:30 _x000D_ 007 🍔'.split(
    ' ',
  ),
  '\n',
  '\n\n',
  '  ',
);
const TEXT = fc
  .array(PIECE, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(' ').trim())
  .filter((text) => text !== '');
const MAYBE = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: TEXT });
const NAME = fc.stringMatching(/^[a-z_][a-z0-9_.-]{0,6}$/u);

const COLUMNS = [
  'label::English (en)',
  'label::Arabic (ar)',
  'hint::English (en)',
  'hint::Arabic (ar)',
  'guidance_hint::English (en)',
  'image::Arabic (ar)',
  'media_of_mine',
] as const;
const CODED = {
  required: fc.constantFrom('', 'yes', 'no', 'true', 'FALSE', '${a} > 1'),
  relevant: fc.constantFrom('', "${a} = 'x'", "(${a}='x')", "selected(${b}, 'y') and ${a} != ''", 'position(..) = 1'),
  constraint: fc.constantFrom('', '. >= 1 and . <= 5', '.>=1', ". != 'x'"),
  appearance: fc.constantFrom('', 'minimal', 'table-list', 'multiline w1'),
  parameters: fc.constantFrom('', 'start=1 end=5 step=1', 'start=0 end=1 step=0.1'),
  calculation: fc.constantFrom('', 'concat(${a}, \'&\', "<")'),
};

type Row = Readonly<Record<string, string>>;

const CELLS: fc.Arbitrary<Row> = fc.record({
  ...Object.fromEntries(COLUMNS.map((column) => [column, MAYBE])),
  ...CODED,
});
const TYPE = fc
  .constantFrom(
    ...'text integer decimal date range note calculate geopoint deviceid start image select_one_from_file\tplaces.csv select_one\tone select_one\ttwo select_multiple\ttwo select_one\tone\tor_other rank\tone select_one\tmissing'.split(
      ' ',
    ),
  )
  .map((type) => type.replaceAll('\t', ' '));
const QUESTION: fc.Arbitrary<readonly Row[]> = fc
  .record({ type: TYPE, name: NAME, cells: CELLS })
  .map(({ type, name, cells }) => [{ type, name, ...cells }]);
const GROUP = (inner: fc.Arbitrary<readonly Row[]>): fc.Arbitrary<readonly Row[]> =>
  fc
    .record({
      kind: fc.constantFrom('group', 'repeat'),
      name: NAME,
      cells: CELLS,
      rows: fc.array(inner, { maxLength: 3 }),
      end: fc.constantFrom('', 'the_end'),
    })
    .map(({ kind, name, cells, rows, end }) => [
      { type: `begin_${kind}`, name, ...cells },
      ...rows.flat(),
      { type: `end_${kind}`, name: end },
    ]);
const SURVEY = fc
  .array(fc.oneof(QUESTION, GROUP(QUESTION), GROUP(GROUP(QUESTION))), { minLength: 1, maxLength: 5 })
  .map((rows) => [{ type: 'integer', name: 'a' }, { type: 'select_multiple two', name: 'b' }, ...rows.flat()]);
const CHOICES = fc.array(
  fc.record({
    list_name: fc.constantFrom('one', 'two', 'unused'),
    name: fc.constantFrom('x', 'y', 'z', '-99', '1'),
    'label::English (en)': MAYBE,
    'label::Arabic (ar)': MAYBE,
    region: fc.constantFrom('', 'north', 'a b'),
  }),
  { maxLength: 8 },
);
const SETTINGS = fc.record({
  form_title: MAYBE.map((text) => text.replace(/\s+/gu, ' ').slice(0, 100)),
  form_id: fc.constantFrom('', 'children-first', 'A form', '007'),
  version: fc.constantFrom('', '3', 'v2.0'),
  default_language: fc.constantFrom('', 'English (en)', 'Arabic (ar)'),
  style: fc.constantFrom('', 'pages'),
});

/** A workbook of rows, with the columns they have. */
function workbook(survey: readonly Row[], choices: readonly Row[], settings: Row): Uint8Array {
  const sheet = (name: string, rows: readonly Row[]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return { name, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))] };
  };
  return writeXlsx([sheet('survey', survey), sheet('choices', choices), sheet('settings', [settings])]);
}

const FORM = fc
  .tuple(SURVEY, CHOICES, SETTINGS)
  .map(([survey, choices, settings]) => workbook(survey, choices, settings));

function setOf(questionnaires: readonly Questionnaire[]): QuestionnaireSet {
  const [set] = questionnaireSets(questionnaires);
  if (set === undefined) throw new Error('The form gave no questionnaire.');
  return set;
}

function throughMarkdown(one: Questionnaire): Questionnaire {
  const { questionnaire, findings } = readQuestionnaire(writeQuestionnaire(one), one.file);
  if (questionnaire === undefined) throw new Error(JSON.stringify(findings.slice(0, 3)));
  return questionnaire;
}

describe('any form', () => {
  test('becomes questionnaires, and an equal form again', async () => {
    await fc.assert(
      fc.asyncProperty(FORM, async (bytes) => {
        const { questionnaires } = await readXlsForm(bytes, 'form.xlsx');
        const written = await xlsform.render(setOf(questionnaires));
        expect(await cellsOf(written)).toEqual(await cellsOf(bytes));
      }),
      RUNS,
    );
  });

  test('becomes questionnaires in Markdown, and an equal form again', async () => {
    await fc.assert(
      fc.asyncProperty(FORM, async (bytes) => {
        const { questionnaires } = await readXlsForm(bytes, 'form.xlsx');
        const written = await xlsform.render(setOf(questionnaires.map(throughMarkdown)));
        expect(await cellsOf(written)).toEqual(await cellsOf(bytes));
      }),
      RUNS,
    );
  });

  test('becomes an XForm that is well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(FORM, async (bytes) => {
        const { questionnaires } = await readXlsForm(bytes, 'form.xlsx');
        const xml = new TextDecoder().decode(await xform.render(setOf(questionnaires)));
        const parser = new SaxesParser({ xmlns: true });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(xml).close();
      }),
      RUNS,
    );
  });
});
