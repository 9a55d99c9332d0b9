import { xmlText } from '../../files/xml-text.ts';
import { languageOfColumn } from '../../text/forms/columns.ts';
import type { FormRow, SurveyForm } from '../../text/forms/survey-form.ts';
import { listId } from './body.ts';
import { element, lines } from './element.ts';
import type { FormNode } from './form-nodes.ts';
import type { Itext } from './itext.ts';
import type { References } from './references.ts';

/** What lists are written with. */
interface ListContext {
  readonly form: SurveyForm;
  readonly nodes: readonly FormNode[];
  readonly itext: Itext;
  readonly references: References;
}

const SELECTS: ReadonlySet<string> = new Set(['select_one', 'select_multiple', 'rank']);

/**
 * The secondary instances: a list of choices each, or a file beside the form.
 *
 * @param context Form and nodes.
 */
export function listInstances(context: ListContext): readonly string[] {
  const names = new Set(
    context.nodes.flatMap(({ base, list }) => (SELECTS.has(base) && list !== undefined ? [list] : [])),
  );
  const open = new Set(
    context.nodes.flatMap(({ list, row }) =>
      list !== undefined && /\bor[_ ](?:specify[_ ])?other$/iu.test(row.cells.type ?? '') ? [list] : [],
    ),
  );
  const files = new Set(
    context.nodes.flatMap(({ base, list }) => (base.endsWith('_from_file') && list !== undefined ? [list] : [])),
  );
  return [
    ...[...names].map((name) => listInstance(name, open.has(name), context)),
    ...[...files].map((file) =>
      element('instance', [
        ['id', listId(file)],
        ['src', fileAddress(file)],
      ]),
    ),
    ...context.nodes
      .filter(({ base }) => base === 'csv-external' || base === 'xml-external')
      .map(({ name, base }) =>
        element('instance', [
          ['id', name],
          ['src', fileAddress(`${name}.${base === 'csv-external' ? 'csv' : 'xml'}`)],
        ]),
      ),
  ];
}

function fileAddress(file: string): string {
  return `jr://${file.toLowerCase().endsWith('.csv') ? 'file-csv' : 'file'}/${file}`;
}

function listInstance(name: string, isOpen: boolean, context: ListContext): string {
  const rows = context.form.choices.filter(({ cells }) => cells.list_name === name);
  const hasOther = rows.some(({ cells }) => cells.name === 'other');
  const other: FormRow = { cells: { name: 'other', label: 'Other' }, place: { file: '', line: 1, column: 1 } };
  const all = isOpen && !hasOther ? [...rows, other] : rows;
  const items = all.map((row, index) => item(row, `${name}-${index}`, context));
  return element('instance', [['id', name]], element('root', [], lines(items)));
}

function item({ cells }: FormRow, id: string, { itext, nodes, references }: ListContext): string {
  const root = nodes.find(({ repeat }) => repeat === '');
  const pathOf = (name: string) => (root === undefined ? name : references.pathOf(name, root));
  const columns = [
    ['label', undefined] as const,
    ...(['image', 'big-image', 'audio', 'video'] as const).map((medium) => [medium, medium] as const),
  ];
  const named = itext.add(id, cells, { columns, pathOf });
  if (!named) itext.add(id, { label: cells.name ?? '-' }, { columns, pathOf });
  const further = Object.entries(cells).filter(
    ([column]) =>
      /^[A-Za-z_][\w.-]*$/u.test(column) &&
      !['list_name', 'name', 'label'].includes(column) &&
      languageOfColumn(column).language === undefined,
  );
  return element(
    'item',
    [],
    element('itextId', [], xmlText(id)) +
      element('name', [], xmlText(cells.name ?? '')) +
      further.map(([column, value]) => element(column, [], xmlText(value))).join(''),
  );
}
