import { languageOfColumn } from '../columns.ts';
import type { FormRow } from '../survey-form.ts';
import { cited, findingAt, type LintContext, type LintRule } from './lint-context.ts';
import { EXPRESSION_COLUMNS } from './references-in.ts';

/** No list offers the same choice twice, and every choice has a name that answers can hold. */
export const duplicateChoice: LintRule = (context) => {
  const { form, lists, isWritten } = context;
  if (isWritten || /^(?:yes|true|1)$/iu.test(form.settings.allow_choice_duplicates ?? '')) return [];
  return [...lists].flatMap(([list, rows]) => {
    const seen = new Map<string, FormRow>();
    return rows.flatMap((row) => {
      const { name = '' } = row.cells;
      const first = seen.get(name);
      if (name === '') return [];
      if (first === undefined) {
        seen.set(name, row);
        return [];
      }
      return [
        findingAt(form, {
          check: 'forms/duplicate-choice',
          severity: 'error',
          sheet: 'choices',
          row,
          column: 'name',
          message: `The list ${cited(list)} has the choice ${cited(name)} on line ${first.place.line} already.`,
          why: 'In the answers nobody can tell the two apart.',
          hint: 'Give one of them another name; where a filter shows only one of them, set "allow_choice_duplicates" to "yes".',
        }),
      ];
    });
  });
};

/** Every choice has a name; for questions with several answers one without spaces. */
export const choiceName: LintRule = ({ form, lists, nodes, isWritten }) => {
  if (isWritten) return [];
  const several = new Set(
    nodes.flatMap(({ node }) => (['select_multiple', 'rank'].includes(node.type.base) ? (node.type.list ?? []) : [])),
  );
  return [...lists].flatMap(([list, rows]) =>
    rows.flatMap((row) => {
      const { name = '' } = row.cells;
      const isWrong = list === '' || name === '' || (several.has(list) && /\s/u.test(name));
      if (!isWrong) return [];
      const said =
        list === ''
          ? 'The choice belongs to no list.'
          : name === ''
            ? 'The choice has no name.'
            : `The choice ${cited(name)} has a space in its name.`;
      return [
        findingAt(form, {
          check: 'forms/choice-name',
          severity: 'error',
          sheet: 'choices',
          row,
          column: list === '' ? 'list_name' : 'name',
          message: said,
          why: 'Several answers are kept in one cell, set apart by spaces, each by the name of its choice.',
          hint: 'Give it a short name without spaces, and the name of its list.',
        }),
      ];
    }),
  );
};

/** Choices have words. */
export const emptyChoiceLabel: LintRule = ({ form, isWritten }) => {
  if (isWritten) return [];
  return form.choices.flatMap((row) => {
    const says = Object.keys(row.cells).some((column) =>
      ['label', 'image', 'audio', 'video'].includes(languageOfColumn(column).base),
    );
    if (says || row.cells.name === undefined) return [];
    return [
      findingAt(form, {
        check: 'forms/empty-label',
        severity: 'warning',
        sheet: 'choices',
        row,
        column: 'name',
        message: `The choice ${cited(row.cells.name)} has no label in any language.`,
        why: 'Whoever answers sees nothing, or a code.',
        hint: 'Say in the "label" column what is chosen.',
      }),
    ];
  });
};

const COMPARED = /\$\{\s*([^{}\s]+)\s*\}\s*!?=\s*(?:'([^']*)'|"([^"]*)")/gu;
const SELECTED = /selected\s*\(\s*\$\{\s*([^{}\s]+)\s*\}\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)/gu;

/** A condition asks for choices that there are. */
export const unknownChoice: LintRule = (context) =>
  context.nodes.flatMap(({ row }) =>
    EXPRESSION_COLUMNS.filter((column) => !(context.isWritten && column === 'relevant')).flatMap((column) =>
      comparedIn(row.cells[column] ?? '').flatMap(({ name, value }) =>
        unknownIn(context, { row, column, name, value }),
      ),
    ),
  );

function comparedIn(expression: string): readonly { readonly name: string; readonly value: string }[] {
  return [COMPARED, SELECTED].flatMap((pattern) =>
    [...expression.matchAll(pattern)].map(([, name = '', single, double]) => ({ name, value: single ?? double ?? '' })),
  );
}

interface Compared {
  readonly row: FormRow;
  readonly column: string;
  readonly name: string;
  readonly value: string;
}

function unknownIn({ form, byName, lists }: LintContext, { row, column, name, value }: Compared) {
  const asked = byName.get(name)?.node.type;
  const isChoice = asked?.base === 'select_one' || asked?.base === 'select_multiple' || asked?.base === 'rank';
  const choices = isChoice ? lists.get(asked.list ?? '') : undefined;
  if (choices === undefined || value === '' || choices.some(({ cells }) => cells.name === value)) return [];
  if (asked?.orOther && value === 'other') return [];
  return [
    findingAt(form, {
      check: 'forms/unknown-choice',
      severity: 'error',
      row,
      column,
      message: `${cited(value)} is no choice of ${cited(name)}.`,
      why: 'The condition can never hold, so that the question is never asked, or always.',
      hint: `Choices of "${name}" are ${choices
        .slice(0, 12)
        .map(({ cells }) => cells.name ?? '')
        .join(', ')}.`,
    }),
  ];
}
