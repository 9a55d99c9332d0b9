import { xmlText } from '../../files/xml-text.ts';
import type { SurveyForm } from '../../text/forms/survey-form.ts';
import { extraAttributes } from './binds.ts';
import { type ElementAttributes, element, lines } from './element.ts';
import type { FormNode } from './form-nodes.ts';
import type { References } from './references.ts';

/** Types that have their place in the metadata of a submission. */
const IN_META: ReadonlySet<string> = new Set(['audit']);
/** Types that are files beside the form, and no answers. */
const EXTERNAL: ReadonlySet<string> = new Set(['xml-external', 'csv-external']);

/**
 * The primary instance: an empty answer to the form.
 *
 * @param form A form.
 * @param nodes Its nodes.
 * @param options Name of the root, and names in expressions.
 */
export function primaryInstance(
  { settings }: SurveyForm,
  nodes: readonly FormNode[],
  { root, references }: { readonly root: string; readonly references: References },
): string {
  const meta = [
    ...nodes.filter(({ base }) => IN_META.has(base)).map(({ name }) => element(name)),
    element('instanceID'),
    ...(settings.instance_name === undefined ? [] : [element('instanceName')]),
  ];
  const attributes: ElementAttributes = [
    ['id', settings.form_id ?? root],
    ['version', settings.version],
  ];
  const data = [...nodes.flatMap((node) => emptyAnswer(node, references)), element('meta', [], lines(meta))];
  return element('instance', [], lines([element(root, attributes, lines(data))]));
}

function emptyAnswer(node: FormNode, references: References): readonly string[] {
  if (IN_META.has(node.base) || EXTERNAL.has(node.base)) return [];
  const attributes = extraAttributes(node, 'instance::', references);
  if (node.children.length > 0 || node.base.startsWith('begin_')) {
    const inside = lines(node.children.flatMap((child) => emptyAnswer(child, references)));
    if (node.base !== 'begin_repeat') return [element(node.name, attributes, inside)];
    // The first is the pattern for new ones, the second is asked at once unless a count says how many there are.
    const pattern = element(node.name, [['jr:template', ''], ...attributes], inside);
    return node.row.cells.repeat_count === undefined ? [pattern, element(node.name, attributes, inside)] : [pattern];
  }
  return [element(node.name, attributes, isDynamic(node) ? '' : xmlText(node.row.cells.default ?? ''))];
}

/** Whether a default is computed: names a question, or calls a function. */
export function isDynamic({ row }: FormNode): boolean {
  return /\$\{|[\w-]\(.*\)/u.test(row.cells.default ?? '');
}
