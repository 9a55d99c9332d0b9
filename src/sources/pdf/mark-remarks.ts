import type { PdfMark, PdfMarkKind } from '../../files/pdf/read-annotations.ts';
import type { Placing } from '../word/placing.ts';
import type { Remark } from '../word/remarks.ts';
import type { MarkPlaces } from './mark-places.ts';

/** What a mark says that has no words of its own. */
const ALONE: Readonly<Record<PdfMarkKind, string>> = {
  note: 'A note without words.',
  highlight: 'Highlighted, without a comment.',
  underline: 'Underlined, without a comment.',
  'strike-out': 'Struck out.',
  text: 'A text box without words.',
  insertion: 'A mark where something is to be inserted.',
};

/** What stands before the words of a mark. */
const LEADS: Readonly<Partial<Record<PdfMarkKind, string>>> = {
  'strike-out': 'Struck out: ',
  insertion: 'To be inserted: ',
};

/**
 * What the marks on a PDF say, as remarks on passages.
 *
 * @param marks In the order of the pages.
 * @param places Where the passages are.
 */
export function remarksOfMarks(marks: readonly PdfMark[], places: MarkPlaces): readonly Remark[] {
  return marks.map((mark, order) => {
    const placing = places.of(mark);
    return proposal(mark, placing, order) ?? commentOf(mark, placing, order);
  });
}

function commentOf(mark: PdfMark, placing: Placing, order: number): Remark {
  const { kind, text, page, replies } = mark;
  const own = text === '' ? ALONE[kind] : `${LEADS[kind] ?? ''}${text}`;
  const said = mark.replacement === undefined ? own : `To be replaced by: ${mark.replacement}`;
  // Only words that a mark lies on are quoted; those beside which a note is pinned may be others.
  const isOnWords = kind !== 'note' && kind !== 'insertion' && mark.quoted !== '';
  return {
    kind: 'comment',
    placing,
    order,
    text: [said, ...stateOf(mark), `On page ${page} of the PDF.`].join('\n\n'),
    replies,
    ...(isOnWords && { quoted: mark.quoted }),
    ...factsOf(mark),
  };
}

/** Words struck out without a comment are a wording without them, or with others, where they stand once in their passage. */
function proposal(mark: PdfMark, placing: Placing, order: number): Remark | undefined {
  const { kind, text, quoted, replies } = mark;
  const from = placing.passage?.text.replace(/\s+/gu, ' ').trim();
  if (kind !== 'strike-out' || text !== '' || replies.length > 0 || mark.state !== undefined || from === undefined)
    return undefined;
  const at = from.indexOf(quoted);
  if (at === -1 || from.includes(quoted, at + 1)) return undefined;
  const to = `${from.slice(0, at)}${mark.replacement ?? ''}${from.slice(at + quoted.length)}`
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:])/gu, '')
    .trim();
  return { kind: 'proposal', placing, order, text: '', replies, proposal: { from, to }, ...factsOf(mark) };
}

function stateOf({ state }: PdfMark): readonly string[] {
  return state === undefined || state === 'None' ? [] : [`Marked as ${state.toLowerCase()} in the PDF.`];
}

function factsOf({ author, date, state }: PdfMark): Pick<Remark, 'author' | 'date' | 'resolved'> {
  return {
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(state === 'Completed' && { resolved: true }),
  };
}
