import { TYPES } from '../../text/forms/row-types.ts';
import { type ElementAttributes, element } from './element.ts';
import type { FormNode } from './form-nodes.ts';
import type { Itext } from './itext.ts';
import type { References } from './references.ts';

/** What binds are written with. */
export interface BindContext {
  readonly references: References;
  readonly itext: Itext;
}

/**
 * The bind of a node: its type, when it is asked, what it may be.
 *
 * @param node A node.
 * @param context Names and texts.
 */
export function bindOf(node: FormNode, context: BindContext): string {
  const { cells } = node.row;
  const facts = TYPES[node.base];
  const expression = (cell: string | undefined) =>
    cell === undefined || cell === '' ? undefined : context.references.resolve(cell, node);
  const isGroup = node.base.startsWith('begin_');
  const attributes: ElementAttributes = [
    ['nodeset', node.path],
    ['type', isGroup ? undefined : dataType(node)],
    ['readonly', facts?.readonly ? 'true()' : expression(truth(cells.read_only))],
    ['required', expression(truth(cells.required))],
    ['jr:requiredMsg', message(node, 'required_message', 'jr:requiredMsg', context)],
    ['relevant', expression(cells.relevant)],
    ['constraint', expression(cells.constraint)],
    ['jr:constraintMsg', message(node, 'constraint_message', 'jr:constraintMsg', context)],
    ['calculate', cells.trigger === undefined ? expression(cells.calculation) : undefined],
    ['jr:preload', facts?.preload?.[0]],
    ['jr:preloadParams', facts?.preload?.[1]],
    ...extraAttributes(node, 'bind::', context.references),
  ];
  const says = attributes.some(([name, value]) => name !== 'nodeset' && value !== undefined);
  return says ? element('bind', attributes) : '';
}

function dataType({ base, row }: FormNode): string {
  if (base === 'range' && /[.]/u.test(row.cells.parameters ?? '')) return 'decimal';
  return TYPES[base]?.data ?? 'string';
}

/** `yes` and `no` as XPath says them; no needs no saying. */
function truth(cell: string | undefined): string | undefined {
  if (cell === undefined || /^(?:no|false|false\(\)|0)$/iu.test(cell)) return undefined;
  return /^(?:yes|true|true\(\)|1)$/iu.test(cell) ? 'true()' : cell;
}

function message(node: FormNode, column: string, name: string, { itext, references }: BindContext): string | undefined {
  const id = `${node.path}:${name}`;
  const pathOf = (target: string) => references.pathOf(target, node);
  const added = itext.add(id, node.row.cells, { columns: [[column, undefined]], pathOf });
  return added ? `jr:itext('${id}')` : undefined;
}

/**
 * Attributes that columns such as `bind::saveIncomplete` ask for.
 *
 * @param node A node.
 * @param prefix `bind::`, `body::`, `instance::`.
 * @param references Names.
 */
export function extraAttributes(node: FormNode, prefix: string, references: References): ElementAttributes {
  return Object.entries(node.row.cells).flatMap(([column, value]) => {
    const name = column.slice(prefix.length);
    const fits = column.startsWith(prefix) && /^(?:(?:jr|odk|orx):)?[A-Za-z_][\w-]*$/u.test(name);
    return fits ? [[name, references.resolve(value, node)] as const] : [];
  });
}
