import type { Element, ElementContent, Properties } from 'hast';
import type { FormField } from '../../model/document.ts';
import { type AnyNode, wordsOf } from '../tree.ts';
import { blockProperties } from './attributes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { type Child, element } from './element.ts';

/** Fields that a person fills in, on the screen or on paper. */
export const FORM_FIELDS = { formField, fieldGroup } satisfies {
  formField: Renderer<'formField'>;
  fieldGroup: Renderer<'fieldGroup'>;
};

const INPUT_TYPES: Readonly<Partial<Record<FormField['kind'], string>>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  check: 'checkbox',
  choice: 'radio',
  choices: 'checkbox',
};

/** What is asked, with what explains it; programs find in it the question's id and when it is asked. */
function fieldGroup(node: NodeOf<'fieldGroup'>, context: HtmlContext): ElementContent[] {
  const [first, ...rest] = node.children;
  const head = first?.type === 'heading' ? [first] : [];
  const others = head.length > 0 ? rest : node.children;
  const body = others.filter(({ type }) => type === 'formField' || type === 'fieldGroup');
  const hint = others.filter((child) => !body.includes(child));
  const properties = {
    ...blockProperties(node, context, 'asked', `asked-${node.kind}`),
    dataQuestion: node.name,
    dataKind: node.kind,
    ...(node.shownIf !== undefined && { dataShownIf: JSON.stringify(node.shownIf) }),
  };
  return [
    element('div', properties, [
      ...context.render(head),
      hint.length > 0 && element('div', { className: ['hint'], id: hintId(node.name) }, context.render(hint)),
      ...fieldsOf(node, body, context, hint.length > 0),
    ]),
  ];
}

/** What is asked again and again stands in entries of its own, the first of which is a pattern for the next. */
function fieldsOf(
  node: NodeOf<'fieldGroup'>,
  body: readonly { readonly type: string }[],
  context: HtmlContext,
  hasHint: boolean,
): ElementContent[] {
  const outer = context.state.hint;
  context.state.hint = hasHint ? hintId(node.name) : undefined;
  const fields = context.render(body);
  context.state.hint = outer;
  if (node.kind !== 'repeat') return fields;
  const entry = element('fieldset', { className: ['entry'] }, [
    element('legend', {}, [context.guide.form.entry.replace('{n}', '1')]),
    ...fields,
  ]);
  return [element('div', { className: ['entries'] }, [entry])];
}

function hintId(name: string): string {
  return `hint-${slugOf(name)}`;
}

function slugOf(name: string): string {
  return name.replace(/\s+/gu, '-');
}

function formField(node: NodeOf<'formField'>, context: HtmlContext): ElementContent[] {
  const label = [...context.render(node.children), ...requiredMark(node, context)];
  const properties = {
    ...blockProperties(node, context, 'field', `field-${node.kind}`),
    dataField: node.name,
    dataKind: node.kind,
    ...(node.required === true && { dataRequired: 'true' }),
  };
  if (node.kind === 'matrix') return [matrix(node, label, properties, context)];
  const grouped = node.kind === 'choice' || node.kind === 'choices';
  return [grouped ? choices(node, label, properties, context) : single(node, label, properties, context)];
}

function requiredMark(node: FormField, { words }: HtmlContext): ElementContent[] {
  return node.required === true ? [element('span', { className: ['required'] }, [` (${words.required})`])] : [];
}

/** What a label that is only there for who listens cannot show: that an answer is needed, and how many can be chosen. */
function shownHint(node: FormField, { words }: HtmlContext): Child {
  if (node.named !== true || node.data?.role === 'kinds') return undefined;
  const many = node.kind === 'choices' ? words.chooseAny : undefined;
  const parts = [node.required === true ? `(${words.required})` : undefined, many].filter((part) => part !== undefined);
  return parts.length > 0 && element('p', { className: ['required'], ariaHidden: 'true' }, [parts.join(' ')]);
}

/** A label that stands above already is there for who listens only. */
function unseenWhen(named: boolean | undefined): Properties {
  return named === true ? { className: ['unseen'] } : {};
}

function described({ state }: HtmlContext): Properties {
  return state.hint === undefined ? {} : { ariaDescribedBy: [state.hint] };
}

function single(node: FormField, label: ElementContent[], properties: Properties, context: HtmlContext): Element {
  const id = `field-${slugOf(node.name)}`;
  const common = {
    id,
    name: node.name,
    ...(node.required === true && { required: true }),
    ...described(context),
  };
  const limits = {
    ...(node.min !== undefined && { min: String(node.min) }),
    ...(node.max !== undefined && { max: String(node.max) }),
  };
  const control =
    node.kind === 'paragraph'
      ? element('textarea', { ...common, rows: Math.min(node.lines ?? 4, 8) })
      : element('input', { ...common, ...limits, type: INPUT_TYPES[node.kind] ?? 'text' });
  const caption = element('label', { htmlFor: [id], ...unseenWhen(node.named) }, label);
  return element(
    'div',
    properties,
    node.kind === 'check' ? [control, ' ', caption] : [caption, shownHint(node, context), control],
  );
}

function choices(node: FormField, label: ElementContent[], properties: Properties, context: HtmlContext): Element {
  const options = (node.choices ?? []).map((choice) => {
    const control = element('input', { type: INPUT_TYPES[node.kind] ?? 'radio', name: node.name, value: choice.value });
    return element('label', {}, [control, ' ', choice.label]);
  });
  const legend = element('legend', unseenWhen(node.named), label);
  return element('fieldset', { ...properties, ...described(context) }, [legend, shownHint(node, context), ...options]);
}

/** One choice a row; each square says its row and its column to who listens. */
function matrix(node: FormField, label: ElementContent[], properties: Properties, context: HtmlContext): Element {
  const columns = node.choices ?? [];
  const rows = (node.rows ?? []).map((row) =>
    element('tr', { dataRow: row.value }, [
      element('th', { scope: 'row' }, [row.label]),
      ...columns.map(({ value, label: column }) =>
        element('td', {}, [
          element('input', {
            type: 'radio',
            name: `${node.name}/${row.value}`,
            value,
            ariaLabel: `${row.label}${context.words.colon}${column}`,
          }),
        ]),
      ),
    ]),
  );
  const head = element('tr', {}, [
    element('td', {}),
    ...columns.map((each) => element('th', { scope: 'col' }, [each.label])),
  ]);
  const grid = element('table', {}, [element('thead', {}, [head]), element('tbody', {}, rows)]);
  const name = wordsOf(node as AnyNode).trim() || context.words.table;
  const frame = element('div', { className: ['table'], role: 'group', ariaLabel: name, tabIndex: 0 }, [grid]);
  const legend = element('legend', unseenWhen(node.named), label);
  return element('fieldset', { ...properties, ...described(context) }, [legend, shownHint(node, context), frame]);
}
