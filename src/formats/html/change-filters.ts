import type { Element, ElementContent, Properties } from 'hast';
import { CHANGE_FLAGS, CHANGE_KINDS, SEEN_STATES } from '../../model/change-log.ts';
import type { ChangeWords } from '../../model/change-words.ts';
import { changeWords } from '../../model/change-words.ts';
import type { HtmlContext } from './context.ts';
import { element } from './element.ts';

/** Class of the paragraph that begins an entry. */
const HEAD = 'role-change';

/**
 * Makes each entry of a change log one element, and puts the controls that choose among them above the first.
 *
 * Without scripts the controls stay hidden and all entries are shown.
 *
 * @param content what the page holds
 */
export function withFilters(content: readonly ElementContent[], context: HtmlContext): ElementContent[] {
  const words = changeWords(context.meta.language);
  const sections: string[] = [];
  const gathered = content.map((node) => {
    if (!isElement(node, 'section') || !node.children.some(isHead)) return node;
    sections.push(titleOf(node));
    return {
      ...node,
      properties: { ...node.properties, dataSection: String(sections.length) },
      children: entriesOf(node),
    };
  });
  const entries = gathered.flatMap((node) => ('children' in node ? node.children.filter(isEntry) : []));
  if (entries.length === 0) return [...content];
  const first = gathered.findIndex((node) => isElement(node, 'section') && node.properties.dataSection !== undefined);
  const controls = [{ type: 'text' as const, value: '\n' }, filterForm({ entries, sections, words })];
  return [...gathered.slice(0, first), ...controls, ...gathered.slice(first)];
}

function isElement(node: ElementContent, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}

function isHead(node: ElementContent): boolean {
  return isElement(node, 'p') && (node.properties.className as string[] | undefined)?.includes(HEAD) === true;
}

function isEntry(node: ElementContent): node is Element {
  return isElement(node, 'div') && node.properties.dataKind !== undefined;
}

function isHeading(node: ElementContent): boolean {
  return node.type === 'element' && /^h[1-6]$/u.test(node.tagName);
}

function titleOf({ children }: Element): string {
  const heading = children.find(isHeading);
  return heading === undefined ? '' : toText(heading);
}

function toText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(toText).join('') : '';
}

/** An entry is its first paragraph with what follows, up to the next one. */
function entriesOf({ children }: Element): ElementContent[] {
  const out: ElementContent[] = [];
  let open: Element | undefined;
  for (const child of children) {
    if (isHead(child) && isElement(child, 'p')) {
      open = element('div', entryProperties(child), []);
      out.push({ type: 'text', value: '\n' }, open);
    }
    // A heading between entries belongs to none of them.
    if (isHeading(child)) open = undefined;
    if (open === undefined) out.push(child);
    else open.children.push(child);
  }
  return out;
}

/** What is chosen by moves from the paragraph to the entry. */
function entryProperties({ properties }: Element): Properties {
  const { dataKind, dataSeverity, dataFlags, dataInputs, dataSeen } = properties;
  for (const name of ['dataKind', 'dataSeverity', 'dataFlags', 'dataInputs', 'dataSeen']) delete properties[name];
  return { className: ['change-entry'], dataKind, dataSeverity, dataFlags, dataInputs, dataSeen };
}

interface Filtered {
  readonly entries: readonly Element[];
  readonly sections: readonly string[];
  readonly words: ChangeWords;
}

function filterForm({ entries, sections, words }: Filtered): Element {
  const { filters } = words;
  const values = (name: string) =>
    new Set(entries.flatMap(({ properties }) => String(properties[name] ?? '').split('\n')));
  const known = (name: string, all: readonly string[]) => all.filter((value) => values(name).has(value));
  const inputs = [...values('dataInputs')].filter((value) => value !== '').sort();
  const choices: [name: string, label: string, options: (readonly [string, string])[]][] = [
    ['kind', filters.kind, known('dataKind', CHANGE_KINDS).map((kind) => [kind, words.kinds[kind as 'edited']])],
    ['severity', filters.severity, known('dataSeverity', SEVERITIES).map((one) => [one, words[one as 'editorial']])],
    ['flag', filters.flag, known('dataFlags', CHANGE_FLAGS).map((one) => [one, words.flags[one as 'number']])],
    ['section', filters.section, sections.map((title, index) => [String(index + 1), title])],
    ['input', filters.input, inputs.map((input) => [input, input])],
    ['seen', filters.seen, known('dataSeen', SEEN_STATES).map((one) => [one, sightOf(one, words)])],
  ];
  const fields = choices.filter(([, , options]) => options.length > 1 || (options.length === 1 && entries.length > 1));
  const shown = [...fields.map(([name, label, options]) => choice(name, label, [['', filters.all], ...options]))];
  return element('form', { id: 'doc-filters', hidden: true, ariaLabelledBy: ['doc-filters-title'] }, [
    element('p', { id: 'doc-filters-title', className: ['filters-title'] }, [filters.title]),
    element('div', { className: ['filters'] }, shown),
    element('p', {}, [
      element('span', { id: 'doc-filters-status', role: 'status', dataWords: filters.shown }, []),
      ' ',
      element('button', { type: 'button', dataAction: 'show-all', hidden: true }, [filters.showAll]),
    ]),
  ]);
}

const SEVERITIES = ['substantive', 'editorial'];

function sightOf(state: string, { seen }: ChangeWords): string {
  return seen[state as 'as-now'].replace('{stage}', '…');
}

function choice(name: string, label: string, options: readonly (readonly [string, string])[]): Element {
  const id = `doc-filter-${name}`;
  return element('p', { className: ['filter'] }, [
    element('label', { htmlFor: [id] }, [label]),
    ' ',
    element(
      'select',
      { id, dataField: name },
      options.map(([value, shown]) => element('option', { value }, [shown])),
    ),
  ]);
}
