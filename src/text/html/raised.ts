import type { PhrasingContent } from 'mdast';

const SUPERSCRIPTS = characters('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPTS = characters('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function characters(plain: string, raised: string): ReadonlyMap<string, string> {
  const to = [...raised];
  return new Map([...plain].map((character, index) => [character, to[index] ?? character]));
}

/** Text in raised characters, or undefined where one of them has no raised form: the `th` of `5th`, an asterisk. */
export function superscript(text: string): string | undefined {
  return map(text, SUPERSCRIPTS);
}

/** Text in lowered characters, or undefined where one of them has no lowered form. */
export function subscript(text: string): string | undefined {
  return map(text, SUBSCRIPTS);
}

/**
 * Raises or lowers a line, through the links and emphasis in it.
 *
 * @param nodes What stood between the tags.
 * @param how `superscript` or `subscript`.
 * @returns Undefined where a part of it has no raised form.
 */
export function raiseAll(
  nodes: readonly PhrasingContent[],
  how: (text: string) => string | undefined,
): PhrasingContent[] | undefined {
  const raised = nodes.map((node) => raiseOne(node, how));
  return raised.every((node) => node !== undefined) ? raised : undefined;
}

function raiseOne(node: PhrasingContent, how: (text: string) => string | undefined): PhrasingContent | undefined {
  if (node.type === 'text') {
    const value = how(node.value.trim());
    return value === undefined ? undefined : { ...node, value };
  }
  if (node.type !== 'link' && node.type !== 'emphasis' && node.type !== 'strong') return undefined;
  const children = raiseAll(node.children, how);
  return children && ({ ...node, children } as PhrasingContent);
}

function map(text: string, table: ReadonlyMap<string, string>): string | undefined {
  if (!/\d/u.test(text)) return undefined;
  const mapped = [...text].map((character) => table.get(character));
  return mapped.every((character) => character !== undefined) ? mapped.join('') : undefined;
}
