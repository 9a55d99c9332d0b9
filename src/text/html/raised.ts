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

function map(text: string, table: ReadonlyMap<string, string>): string | undefined {
  if (!/\d/u.test(text)) return undefined;
  const mapped = [...text].map((character) => table.get(character));
  return mapped.every((character) => character !== undefined) ? mapped.join('') : undefined;
}
