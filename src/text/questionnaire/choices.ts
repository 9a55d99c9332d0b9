import type { List, ListItem, PhrasingContent } from 'mdast';
import type { Choice } from '../../model/questionnaire.ts';
import { plainText } from '../plain-text.ts';
import { parseAttribute } from './attributes.ts';

/** The choices of a list, and items of it that are none. */
export interface ReadChoices {
  readonly choices: readonly Choice[];
  /** Items among choices that have no code. */
  readonly without: readonly ListItem[];
  /** Choices with more than one line below their code, which no form can show. */
  readonly long: readonly ListItem[];
}

/**
 * Reads a list whose items begin with a code.
 *
 * @param list Any list.
 * @returns Undefined where no item begins with inline code: then it is a list like any other.
 */
export function readChoices(list: List): ReadChoices | undefined {
  const items = list.children.map((item) => ({ item, choice: readChoice(item) }));
  if (items.every(({ choice }) => choice === undefined)) return undefined;
  return {
    choices: items.flatMap(({ choice }) => choice ?? []),
    without: items.flatMap(({ item, choice }) => (choice === undefined ? [item] : [])),
    long: items.flatMap(({ item, choice }) => (choice !== undefined && item.children.length > 1 ? [item] : [])),
  };
}

function readChoice(item: ListItem): Choice | undefined {
  const [first] = item.children;
  const [code, ...rest] = first?.type === 'paragraph' ? first.children : [];
  if (code?.type !== 'inlineCode') return undefined;
  const { words, form } = takeColumns(rest);
  const label = plainText({ type: 'paragraph', children: words } as List['children'][number]['children'][number]);
  const line = item.position?.start.line ?? 1;
  const choice = { code: code.value.trim(), label: label.replace(/\s+/gu, ' ').trim(), line };
  return Object.keys(form).length > 0 ? { ...choice, form } : choice;
}

/** Inline code of the form `key: value` at the end. */
function takeColumns(children: readonly PhrasingContent[]): {
  readonly words: readonly PhrasingContent[];
  readonly form: Readonly<Record<string, string>>;
} {
  const columns: [string, string][] = [];
  let end = children.length;
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child?.type === 'text' && child.value.trim() === '') continue;
    const column = child?.type === 'inlineCode' ? readColumn(child.value) : undefined;
    if (column === undefined) break;
    columns.unshift(column);
    end = index;
  }
  return { words: children.slice(0, end), form: Object.fromEntries(columns) };
}

function readColumn(code: string): [string, string] | undefined {
  const column = parseAttribute(`form-${code.trim()}`);
  return column === undefined ? undefined : [column.key.slice('form-'.length), column.value];
}
