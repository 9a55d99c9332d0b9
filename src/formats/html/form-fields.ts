import type { Element, ElementContent, Properties } from 'hast';
import type { FormField } from '../../model/document.ts';
import { blockProperties } from './attributes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element } from './element.ts';

/** Fields that a person fills in, on the screen or on paper. */
export const FORM_FIELDS = { formField } satisfies { formField: Renderer<'formField'> };

const INPUT_TYPES: Readonly<Partial<Record<FormField['kind'], string>>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  check: 'checkbox',
  choice: 'radio',
  choices: 'checkbox',
};

function formField(node: NodeOf<'formField'>, context: HtmlContext): ElementContent[] {
  const label = [...context.render(node.children), ...requiredMark(node, context)];
  const properties = blockProperties(node, context, 'field', `field-${node.kind}`);
  const grouped = node.kind === 'choice' || node.kind === 'choices';
  return [grouped ? choices(node, label, properties) : single(node, label, properties)];
}

function requiredMark(node: FormField, { words }: HtmlContext): ElementContent[] {
  return node.required === true ? [element('span', { className: ['required'] }, [` (${words.required})`])] : [];
}

function single(node: FormField, label: ElementContent[], properties: Properties): Element {
  const id = `field-${node.name}`.replace(/\s+/gu, '-');
  const common = { id, name: node.name, ...(node.required === true && { required: true }) };
  const control =
    node.kind === 'paragraph'
      ? element('textarea', { ...common, rows: 4 })
      : element('input', { ...common, type: INPUT_TYPES[node.kind] ?? 'text' });
  const caption = element('label', { htmlFor: [id] }, label);
  return element('div', properties, node.kind === 'check' ? [control, ' ', caption] : [caption, control]);
}

function choices(node: FormField, label: ElementContent[], properties: Properties): Element {
  const options = (node.choices ?? []).map((choice) => {
    const control = element('input', { type: INPUT_TYPES[node.kind] ?? 'radio', name: node.name, value: choice.value });
    return element('label', {}, [control, ' ', choice.label]);
  });
  return element('fieldset', properties, [element('legend', {}, label), ...options]);
}
