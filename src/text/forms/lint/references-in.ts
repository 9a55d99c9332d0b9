/**
 * Names that an expression or a text refers to as `${name}`.
 *
 * @param text A cell.
 */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\{\s*(?:last-saved#)?([^{}\s]*)\s*\}/gu)].map(([, name = '']) => name);
}

/** Columns that hold an expression. */
export const EXPRESSION_COLUMNS = [
  'relevant',
  'constraint',
  'calculation',
  'required',
  'read_only',
  'choice_filter',
  'repeat_count',
  'trigger',
] as const;
