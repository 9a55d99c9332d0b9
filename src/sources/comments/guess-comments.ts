import type { CommentMapping, CommentRole } from '../../model/mapping.ts';
import { COMMENT_HEADINGS } from '../tables/header-words.ts';
import type { TableHead } from '../tables/read-head.ts';

/** Columns of the ISO template for comments, which has its headings in the page's header. */
const ISO: readonly CommentRole[] = [
  'organisation',
  'line',
  'section',
  'paragraph',
  'kind',
  'comment',
  'change',
  'keep',
];
/** Types of comment of the ISO template: general, technical, editorial. */
const ISO_TYPE = /^(?:ge|te|ed|all)(?:[/, ]+(?:ge|te|ed))*$/iu;
/** Roles of which a matrix has one column each; further columns are kept as they are. */
const TWICE: ReadonlySet<CommentRole> = new Set(['keep', 'drop']);
/** What beside comments makes a table a comment matrix. */
const SIGNS: readonly CommentRole[] = ['change', 'section', 'page', 'line', 'paragraph'];

/**
 * Guesses how the columns of a comment matrix are to be read: by their headings, or by position where it is the ISO
 * template without any.
 *
 * @param head Beginning of the table.
 * @returns Undefined where it is no comment matrix.
 */
export function guessComments(head: TableHead): CommentMapping | undefined {
  const roles = isIso(head) ? ISO : rolesByHeading(head);
  const isMatrix = roles.includes('comment') && SIGNS.some((role) => roles.includes(role));
  if (!isMatrix) return undefined;
  const columns = head.headings.map((column, index) => ({ column, as: roles[index] ?? 'keep' }));
  return { kind: 'comments', columns };
}

/** Names of the columns of the ISO template, for files that have none. */
const ISO_HEADINGS: readonly string[] = [
  'MB/NC',
  'Line number',
  'Clause/Subclause',
  'Paragraph/Figure/Table',
  'Type of comment',
  'Comments',
  'Proposed change',
  'Observations of the secretariat',
];

/**
 * The beginning of a table with the headings of the ISO template, where it is one whose first row is a comment already.
 *
 * @param head Beginning of the table.
 */
export function withIsoHeadings(head: TableHead): TableHead {
  if (!isIso(head) || !ISO_TYPE.test((head.headings[4] ?? '').trim())) return head;
  return { ...head, headings: head.headings.map((_, index) => ISO_HEADINGS[index] ?? `(column ${index + 1})`), row: 0 };
}

/** Eight columns, of which the fifth says what type of comment each is. */
function isIso({ headings, sample }: TableHead): boolean {
  if (headings.length < 6 || headings.length > 8 || sample.length === 0) return false;
  const types = sample.map(({ cells }) => (cells[4] ?? '').trim()).filter(Boolean);
  return types.length > 0 && types.every((type) => ISO_TYPE.test(type)) && !/\p{L}{8}/u.test(headings[4] ?? '');
}

function rolesByHeading({ headings, sample }: TableHead): readonly CommentRole[] {
  const taken = new Set<CommentRole>();
  const roles = headings.map((heading) => {
    const text = heading.trim().toLowerCase();
    const role = COMMENT_HEADINGS.find(
      ([pattern, one]) => pattern.test(text) && (TWICE.has(one) || !taken.has(one)),
    )?.[1];
    if (role !== undefined) taken.add(role);
    return role ?? 'keep';
  });
  return taken.has('comment') ? roles : withLongest(roles, { headings, sample });
}

/** Where no heading says which column holds the comments, it is the longest one of those nobody knows. */
function withLongest(
  roles: readonly CommentRole[],
  { headings, sample }: Pick<TableHead, 'headings' | 'sample'>,
): readonly CommentRole[] {
  const lengths = headings.map((_, index) =>
    roles[index] === 'keep' ? sample.reduce((sum, { cells }) => sum + (cells[index] ?? '').length, 0) : 0,
  );
  const longest = Math.max(0, ...lengths);
  if (longest < sample.length * 20 || longest === 0) return roles;
  return roles.map((role, index) => (index === lengths.indexOf(longest) ? 'comment' : role));
}
