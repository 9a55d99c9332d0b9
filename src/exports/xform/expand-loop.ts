import { languageOfColumn } from '../../text/forms/columns.ts';
import type { RowNode } from '../../text/forms/row-tree.ts';
import type { FormRow, SurveyForm } from '../../text/forms/survey-form.ts';

/**
 * A loop over a list is a group with one group for each choice; `%(label)s` in its words is the choice.
 *
 * @param node A row with what is in it.
 * @param form Its form.
 */
export function expandLoop(node: RowNode, form: SurveyForm): readonly RowNode[] {
  const children = node.children.flatMap((child) => expandLoop(child, form));
  if (node.type.base !== 'begin_loop') return [{ ...node, children }];
  const group = { base: 'begin_group', orOther: false } as const;
  const choices = form.choices.filter(({ cells }) => cells.list_name === node.type.list);
  const groups = choices.map((choice): RowNode => {
    const labels = Object.entries(choice.cells).filter(([column]) => languageOfColumn(column).base === 'label');
    const cells = { type: 'begin_group', name: choice.cells.name ?? '', ...Object.fromEntries(labels) };
    return {
      row: { cells, place: node.row.place },
      type: group,
      children: children.map((child) => fillIn(child, choice)),
    };
  });
  return [{ ...node, type: group, children: groups }];
}

function fillIn(node: RowNode, choice: FormRow): RowNode {
  const cells = Object.entries(node.row.cells).map(([column, value]) => {
    const { language } = languageOfColumn(column);
    const label = choice.cells[language === undefined ? 'label' : `label::${language}`] ?? choice.cells.name ?? '';
    const filled = value.replaceAll('%(label)s', () => label).replaceAll('%(name)s', () => choice.cells.name ?? '');
    return [column, filled] as const;
  });
  return {
    ...node,
    row: { ...node.row, cells: Object.fromEntries(cells) },
    children: node.children.map((child) => fillIn(child, choice)),
  };
}
