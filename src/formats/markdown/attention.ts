/** Formatting by characters around words, such as `**bold**`, which Markdown takes only next to certain neighbours. */

/** A piece of a line: words as they are, or words between marks. */
export type Piece =
  | { readonly words: string }
  | { readonly words: string; readonly mark: '_' | '**' | '~~'; readonly tag: 'em' | 'strong' | 's' };

const WORD = /[^\s\p{P}\p{S}]/u;
const SPACE_OR_SIGN = /^[\s\p{P}\p{S}]?$/u;

/**
 * Joins pieces of a line. Where Markdown would not take the marks (`a*"b"*c`), the HTML element that GitHub knows
 * stands in their place; so formatting never gets lost and never shows as asterisks.
 * @param pieces in order
 */
export function joinPieces(pieces: readonly Piece[]): string {
  let line = '';
  pieces.forEach((piece, index) => {
    line += 'mark' in piece ? marked(piece, line, pieces.slice(index + 1)) : piece.words;
  });
  return line;
}

type MarkedPiece = Extract<Piece, { mark: string }>;

function marked(piece: MarkedPiece, line: string, after: readonly Piece[]): string {
  const [, before = '', words = '', behind = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.words) ?? [];
  // Formatted space shows as space.
  if (words === '') return piece.words;
  const left = before === '' ? lastOf(line) : ' ';
  const right = behind === '' ? nextOf(after) : ' ';
  const fits = edgeFits(firstOf(words), left, piece.mark) && edgeFits(lastOf(words), right, piece.mark);
  const inner = fits ? `${piece.mark}${words}${piece.mark}` : `<${piece.tag}>${words}</${piece.tag}>`;
  return `${before}${inner}${behind}`;
}

/** Whether a mark between an inner and an outer neighbour opens or closes formatting. */
function edgeFits(inner: string, outer: string, mark: string): boolean {
  const sign = mark.charAt(0);
  if (inner === sign || outer === sign || inner === '\\' || outer === '\\') return false;
  if (mark === '_' || !WORD.test(inner)) return SPACE_OR_SIGN.test(outer);
  return true;
}

/** The first character of what follows: the mark of a marked piece may become a tag, and both are signs. */
function nextOf(pieces: readonly Piece[]): string {
  for (const piece of pieces) {
    if (piece.words === '') continue;
    return 'mark' in piece ? firstOf(/^\s/u.test(piece.words) ? ' ' : piece.mark) : firstOf(piece.words);
  }
  return '';
}

function firstOf(text: string): string {
  return String.fromCodePoint(...[text.codePointAt(0) ?? 0x20].filter(() => text !== ''));
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}
