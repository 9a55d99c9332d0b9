/** When `*` and `_` begin or end emphasis (CommonMark 6.2). */

/** A mark of emphasis. */
export type Mark = '*' | '_';

/** What a character is to the marks beside it; the ends of a text are white space. */
type CharacterClass = 'space' | 'punctuation' | 'other';

/**
 * What a character is to the marks beside it.
 *
 * @param character One UTF-16 unit; undefined at the end of a text.
 */
export function classOf(character: string | undefined): CharacterClass {
  if (character === undefined || /\s/u.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other';
}

/**
 * Whether a run of marks may begin and may end emphasis.
 *
 * @param before What stands before the run.
 * @param after What stands behind it.
 */
export function mayTurn(
  mark: Mark,
  before: CharacterClass,
  after: CharacterClass,
): { readonly open: boolean; readonly close: boolean } {
  const left = after === 'other' || (after === 'punctuation' && before !== 'other');
  const right = before === 'other' || (before === 'punctuation' && after !== 'other');
  if (mark === '*') return { open: left, close: right };
  return { open: left && (before !== 'other' || !right), close: right && (after !== 'other' || !left) };
}

/** Where a run of marks ends that begins at an index. */
export function runEnd(text: string, mark: Mark, at: number): number {
  let end = at;
  while (text[end] === mark) end++;
  return end;
}
