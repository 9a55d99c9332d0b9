import { parseParameters } from '../../text/forms/bounds.ts';
import { TYPES, type TypeFacts } from '../../text/forms/row-types.ts';
import { type BindContext, extraAttributes } from './binds.ts';
import { type ElementAttributes, element, lines } from './element.ts';
import type { FormNode } from './form-nodes.ts';

/** What the body is written with. */
export interface BodyContext extends BindContext {
  /** Nodes that are computed anew when a node changes, by its name. */
  readonly triggered: ReadonlyMap<string, readonly FormNode[]>;
}

/** Media a label can come with. */
const MEDIA = ['image', 'big-image', 'audio', 'video'] as const;

/**
 * What is shown of a node: a question, or a group with what is in it.
 *
 * @param node A node.
 * @param context Names and texts.
 */
export function bodyOf(node: FormNode, context: BodyContext): string {
  if (node.base === 'begin_repeat') return repeatOf(node, context);
  if (node.base.startsWith('begin_')) {
    const inside = [labelOf(node, context), ...node.children.map((child) => bodyOf(child, context))];
    return element(
      'group',
      [...common(node, context), ...extraAttributes(node, 'body::', context.references)],
      lines(inside),
    );
  }
  const facts = TYPES[node.base] ?? { data: 'string', control: 'input' };
  return facts.control === undefined ? '' : controlOf(node, facts, context);
}

function common(node: FormNode, _context: BodyContext): ElementAttributes {
  return [
    ['ref', node.path],
    ['appearance', node.row.cells.appearance],
  ];
}

function repeatOf(node: FormNode, context: BodyContext): string {
  const inside = node.children.map((child) => bodyOf(child, context));
  const attributes: ElementAttributes = [
    ['nodeset', node.path],
    ['appearance', node.row.cells.appearance],
    ['jr:count', countPath(node, context)],
    ...extraAttributes(node, 'body::', context.references),
  ];
  return element(
    'group',
    [['ref', node.path]],
    lines([labelOf(node, context), element('repeat', attributes, lines(inside))]),
  );
}

/** A count must be a path: one that is computed has a node of its own. */
function countPath({ row, path, name }: FormNode, { references }: BodyContext): string | undefined {
  const count = row.cells.repeat_count;
  const plain = /^\$\{\s*([^{}\s]+)\s*\}$/u.exec(count ?? '')?.[1];
  if (count === undefined) return undefined;
  const parent = path.slice(0, path.lastIndexOf('/'));
  const from = { path: `${parent}/${name}`, repeat: '' } as FormNode;
  return plain === undefined ? `${path}_count` : references.pathOf(plain, from);
}

function controlOf(node: FormNode, facts: TypeFacts, context: BodyContext): string {
  const { cells } = node.row;
  const name = facts.control === 'rank' ? 'odk:rank' : (facts.control ?? 'input');
  const attributes: ElementAttributes = [
    ...common(node, context),
    ['mediatype', facts.mediatype],
    ['rows', facts.control === 'input' ? cells.rows : undefined],
    ['query', node.base === 'select_one_external' ? queryOf(node, context) : undefined],
    ...(facts.control === 'range' ? rangeAttributes(cells.parameters ?? '') : []),
    ...extraAttributes(node, 'body::', context.references),
  ];
  const inside = [
    labelOf(node, context),
    hintOf(node, context),
    itemsetOf(node, facts, context),
    ...triggers(node, context),
  ];
  return element(name, attributes, lines(inside));
}

function rangeAttributes(parameters: string): ElementAttributes {
  const { start = '1', end = '10', step = '1' } = parseParameters(parameters);
  return [
    ['start', start],
    ['end', end],
    ['step', step],
  ];
}

function labelOf(node: FormNode, { itext, references }: BodyContext): string {
  const id = `${node.path}:label`;
  const columns = [['label', undefined] as const, ...MEDIA.map((medium) => [medium, medium] as const)];
  const pathOf = (name: string) => references.pathOf(name, node);
  return itext.add(id, node.row.cells, { columns, pathOf }) ? element('label', [['ref', `jr:itext('${id}')`]]) : '';
}

function hintOf(node: FormNode, { itext, references }: BodyContext): string {
  const id = `${node.path}:hint`;
  const columns = [['hint', undefined] as const, ['guidance_hint', 'guidance'] as const];
  const pathOf = (name: string) => references.pathOf(name, node);
  return itext.add(id, node.row.cells, { columns, pathOf }) ? element('hint', [['ref', `jr:itext('${id}')`]]) : '';
}

function itemsetOf(node: FormNode, facts: TypeFacts, { references }: BodyContext): string {
  if (!['select1', 'select', 'rank'].includes(facts.control ?? '') || node.list === undefined) return '';
  const fromFile = node.base.endsWith('_from_file');
  const { randomize, seed, value, label } = parseParameters(node.row.cells.parameters ?? '');
  const all = `instance('${listId(node.list)}')/root/item`;
  const filter = node.row.cells.choice_filter;
  const some = filter === undefined ? all : `${all}[${references.resolve(filter, node, true)}]`;
  const seeded = seed === undefined ? '' : `, ${references.resolve(seed, node)}`;
  const nodeset = randomize === 'true' ? `randomize(${some}${seeded})` : some;
  return element(
    'itemset',
    [['nodeset', nodeset]],
    element('value', [['ref', fromFile ? (value ?? 'name') : 'name']]) +
      element('label', [['ref', fromFile ? (label ?? 'label') : 'jr:itext(itextId)']]),
  );
}

/** Id of the instance of a list; of a file, its name without the ending. */
export function listId(list: string): string {
  return list.replace(/\.(?:csv|xml|geojson)$/iu, '');
}

function queryOf(node: FormNode, { references }: BodyContext): string {
  const filter = node.row.cells.choice_filter;
  const all = `instance('${node.list ?? ''}')/root/item`;
  return filter === undefined ? all : `${all}[${references.resolve(filter, node)}]`;
}

function triggers(node: FormNode, { triggered, references }: BodyContext): readonly string[] {
  return (triggered.get(node.name) ?? []).map((target) =>
    element('setvalue', [
      ['event', 'xforms-value-changed'],
      ['ref', target.path],
      ['value', references.resolve(target.row.cells.calculation ?? '', target)],
    ]),
  );
}
