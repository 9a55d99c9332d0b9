import { type RowNode, rowTree } from '../../text/forms/row-tree.ts';
import type { FormRow, SurveyForm } from '../../text/forms/survey-form.ts';
import { expandLoop } from './expand-loop.ts';

/** A question or group of the form with its place in the instance. */
export interface FormNode {
  readonly name: string;
  /** Absolute path: `/data/household/age`. */
  readonly path: string;
  readonly base: string;
  readonly list?: string;
  readonly row: FormRow;
  readonly children: readonly FormNode[];
  /** Path of the innermost repeat it stands in; empty outside of all. */
  readonly repeat: string;
}

interface Where {
  readonly path: string;
  readonly repeat: string;
}

/**
 * The rows of a form as nodes, with what survey programs add to them: the free answer of `or_other`, the head of a table.
 *
 * @param form A form.
 * @param root Name of the root of its data.
 */
export function formNodes(form: SurveyForm, root: string): readonly FormNode[] {
  const count = { notes: 0, tables: 0 };
  const tree = rowTree(form.survey).flatMap((node) => expandLoop(node, form));
  return tree.flatMap((node) => nodesOf(node, { path: `/${root}`, repeat: '' }, count));
}

/** Every node of a tree, groups before what is in them. */
export function flatNodes(nodes: readonly FormNode[]): readonly FormNode[] {
  return nodes.flatMap((node) => [node, ...flatNodes(node.children)]);
}

interface Counts {
  notes: number;
  tables: number;
}

function nodesOf(node: RowNode, where: Where, count: Counts): readonly FormNode[] {
  const { row, type } = node;
  if (type.base === '' || type.base.startsWith('end_')) return [];
  const name = row.cells.name ?? `generated_note_name_${++count.notes}`;
  const path = `${where.path}/${name}`;
  const inside: Where = { path, repeat: type.base === 'begin_repeat' ? path : where.repeat };
  const children = node.children.flatMap((child) => nodesOf(child, inside, count));
  const isTable = type.base === 'begin_group' && row.cells.appearance === 'table-list';
  const own: FormNode = {
    name,
    path,
    base: type.base,
    ...(type.list === undefined ? {} : { list: type.list }),
    row: isTable ? withCells(row, { appearance: 'field-list' }) : row,
    children: isTable ? tableOf(children, inside, count) : children,
    // A repeat is a node of the place it stands in; what is inside it belongs to the repeat.
    repeat: where.repeat,
  };
  return type.orOther ? [own, otherOf(own, where)] : [own];
}

function withCells(row: FormRow, cells: Readonly<Record<string, string>>): FormRow {
  return { ...row, cells: { ...row.cells, ...cells } };
}

/** The rows of a table have the words of the choices once, above them. */
function tableOf(children: readonly FormNode[], { path, repeat }: Where, count: Counts): readonly FormNode[] {
  const first = children.find(({ base }) => base.startsWith('select_'));
  if (first?.list === undefined) return children;
  const name = `reserved_name_for_field_list_labels_${++count.tables}`;
  const cells = { type: first.row.cells.type ?? '', name, appearance: 'label' };
  const head: FormNode = { ...first, name, path: `${path}/${name}`, row: { cells, place: first.row.place }, repeat };
  return [head, ...children.map((child) => ({ ...child, row: withCells(child.row, { appearance: 'list-nolabel' }) }))];
}

function otherOf({ name, row }: FormNode, { path, repeat }: Where): FormNode {
  const other = `${name}_other`;
  const cells = { type: 'text', name: other, label: 'Specify other.', relevant: `selected(\${${name}}, 'other')` };
  return {
    name: other,
    path: `${path}/${other}`,
    base: 'text',
    row: { cells, place: row.place },
    children: [],
    repeat,
  };
}
