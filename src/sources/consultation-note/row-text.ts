import { LONGEST_LABEL } from '../../text/table-rows.ts';

interface Said {
  readonly head: string;
  readonly text: string;
}

/** A cell that holds tags, an attribute list or an id, and no words. */
const TAIL = /^(?:#\p{L}|\{|\^[A-Za-z])\S*(?:\s+[#{^]\S*)*$/u;

/**
 * The words of a table's row as one input: `Section 3: the deadline is too short`.
 *
 * A short first cell says what the row is about and stands before the others; of several others each has its header.
 *
 * @param heads Texts of the cells of the table's head.
 * @param cells Texts of the cells of the row.
 */
export function rowText(heads: readonly string[], cells: readonly string[]): string {
  const filled = cells
    .map((text, index): Said => ({ head: heads[index] ?? '', text }))
    .filter(({ text }) => text !== '');
  const said = filled.filter(({ text }) => !TAIL.test(text));
  const tails = filled.filter(({ text }) => TAIL.test(text)).map(({ text }) => text);
  return [heads.length < 2 ? said.map(({ text }) => text).join(' ') : sentence(said, cells[0]), ...tails]
    .join(' ')
    .trim();
}

function sentence(said: readonly Said[], leftmost: string | undefined): string {
  const [first, ...others] = said;
  if (first === undefined) return '';
  const isLabel = first.text === leftmost && first.text.length <= LONGEST_LABEL && others.length > 0;
  if (!isLabel) return joined(said);
  return `${label(first)}: ${others.length === 1 ? (others[0]?.text ?? '') : joined(others)}`;
}

/** `Section` and `3` are `Section 3`; `Section` and `Section 3` too. */
function label({ head, text }: Said): string {
  return head === '' || text.toLowerCase().startsWith(head.toLowerCase()) ? text : `${head} ${text}`;
}

function joined(said: readonly Said[]): string {
  const parts = said.map(({ head, text }) => (head === '' ? text : `${head}: ${text}`));
  return parts.reduce((all, part) => `${all}${/[.!?…;。！？]$/u.test(all) ? ' ' : '; '}${part}`);
}
