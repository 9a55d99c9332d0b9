import { xmlText } from '../../files/xml-text.ts';
import type { SurveyForm } from '../../text/forms/survey-form.ts';
import { bindOf } from './binds.ts';
import { type BodyContext, bodyOf } from './body.ts';
import { type ElementAttributes, element, lines } from './element.ts';
import { type FormNode, flatNodes, formNodes } from './form-nodes.ts';
import { isDynamic, primaryInstance } from './instance.ts';
import { itext } from './itext.ts';
import { listInstances } from './lists.ts';
import { type References, references } from './references.ts';

const NAMESPACES: ElementAttributes = [
  ['xmlns', 'http://www.w3.org/2002/xforms'],
  ['xmlns:h', 'http://www.w3.org/1999/xhtml'],
  ['xmlns:ev', 'http://www.w3.org/2001/xml-events'],
  ['xmlns:xsd', 'http://www.w3.org/2001/XMLSchema'],
  ['xmlns:jr', 'http://openrosa.org/javarosa'],
  ['xmlns:orx', 'http://openrosa.org/xforms'],
  ['xmlns:odk', 'http://www.opendatakit.org/xforms'],
];

/**
 * Writes a survey form as an ODK XForm.
 *
 * @param form A form.
 */
export function xformXml(form: SurveyForm): string {
  const root = /^[A-Za-z_][\w.-]*$/u.test(form.settings.name ?? '') ? (form.settings.name ?? 'data') : 'data';
  const tree = formNodes(form, root).flatMap((node) => counted(withCounts(node)));
  const nodes = flatNodes(tree);
  const names = references(nodes, root);
  const texts = itext(form);
  const context: BodyContext = { references: names, itext: texts, triggered: triggeredBy(nodes) };
  const instances = listInstances({ form, nodes, itext: texts, references: names });
  const binds = nodes.map((node) => bindOf(inMeta(node, root), context));
  const body = tree.map((node) => bodyOf(node, context));
  const model = [
    texts.xml(),
    primaryInstance(form, tree, { root, references: names }),
    ...instances,
    ...binds,
    ...metaBinds(form, root, names, nodes[0]),
    ...actions(nodes, names),
    ...submission(form),
  ];
  const title = form.settings.form_title ?? form.settings.form_id ?? root;
  const head = element(
    'h:head',
    [],
    lines([element('h:title', [], xmlText(title)), element('model', [['odk:xforms-version', '1.0.0']], lines(model))]),
  );
  const style: ElementAttributes = [['class', form.settings.style]];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('h:html', NAMESPACES, lines([head, element('h:body', style, lines(body))]))}\n`;
}

/** A repeat whose number is computed keeps that number in a node beside it. */
function withCounts(node: FormNode): FormNode {
  return { ...node, children: node.children.flatMap((child) => counted(withCounts(child))) };
}

function counted(node: FormNode): readonly FormNode[] {
  const count = node.row.cells.repeat_count;
  if (node.base !== 'begin_repeat' || count === undefined || /^\$\{\s*[^{}\s]+\s*\}$/u.test(count)) return [node];
  const name = `${node.name}_count`;
  const cells = { type: 'calculate', name, calculation: count };
  return [
    { ...node, name, path: `${node.path}_count`, base: 'calculate', children: [], row: { ...node.row, cells } },
    node,
  ];
}

/** The log of a session stands with the metadata. */
function inMeta(node: FormNode, root: string): FormNode {
  return node.base === 'audit' ? { ...node, path: `/${root}/meta/${node.name}` } : node;
}

function triggeredBy(nodes: readonly FormNode[]): ReadonlyMap<string, readonly FormNode[]> {
  const triggered = new Map<string, FormNode[]>();
  for (const node of nodes) {
    for (const [, name = ''] of (node.row.cells.trigger ?? '').matchAll(/\$\{\s*([^{}\s]+)\s*\}/gu)) {
      triggered.set(name, [...(triggered.get(name) ?? []), node]);
    }
  }
  return triggered;
}

function metaBinds(
  { settings }: SurveyForm,
  root: string,
  names: References,
  first: FormNode | undefined,
): readonly string[] {
  const id = element('bind', [
    ['nodeset', `/${root}/meta/instanceID`],
    ['type', 'string'],
    ['readonly', 'true()'],
    ['jr:preload', 'uid'],
  ]);
  if (settings.instance_name === undefined || first === undefined) return [id];
  const name = element('bind', [
    ['nodeset', `/${root}/meta/instanceName`],
    ['type', 'string'],
    ['calculate', names.resolve(settings.instance_name, { ...first, repeat: '' })],
  ]);
  return [id, name];
}

/** What happens when a form is opened: computed defaults, the place where it was begun. */
function actions(nodes: readonly FormNode[], names: References): readonly string[] {
  return nodes.flatMap((node) => {
    const event = [
      'event',
      node.repeat === '' ? 'odk-instance-first-load' : 'odk-instance-first-load odk-new-repeat',
    ] as const;
    if (node.base === 'start-geopoint') return [element('odk:setgeopoint', [['ref', node.path], event])];
    if (!isDynamic(node)) return [];
    return [
      element('setvalue', [['ref', node.path], ['value', names.resolve(node.row.cells.default ?? '', node)], event]),
    ];
  });
}

function submission({ settings }: SurveyForm): readonly string[] {
  const { submission_url: action, public_key: key, auto_send: send, auto_delete: remove } = settings;
  if ([action, key, send, remove].every((value) => value === undefined)) return [];
  return [
    element('submission', [
      ['action', action],
      ['method', action === undefined ? undefined : 'post'],
      ['base64RsaPublicKey', key],
      ['orx:auto-send', send],
      ['orx:auto-delete', remove],
    ]),
  ];
}
