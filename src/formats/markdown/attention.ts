/** Formatting by characters around words, such as `**bold**`, which Markdown takes only next to certain neighbours. */

/** A piece of a line: words as they are, or words between marks. */
export type Piece =
  | { readonly words: string }
  | { readonly words: string; readonly mark: '_' | '**' | '~~'; readonly tag: 'em' | 'strong' | 's' };

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Programs differ on symbols, above all on those beyond the first plane: those count as neither. */
const SPACE_OR_SIGN = /^(?:\s|[!-/:-@[-`{-~]|(?=[\u0080-\uffff])\p{P})?$/u;

/**
 * Joins pieces of a line. Where Markdown would not take the marks (`a*"b"*c`), the HTML element that GitHub knows
 * stands in their place; so formatting never gets lost and never shows as asterisks.
 * @param pieces in order
 * @param nested whether other formatting may stand right around them
 */
export function joinPieces(pieces: readonly Piece[], nested: boolean): string {
  let line = '';
  pieces.forEach((piece, index) => {
    const written = 'mark' in piece ? marked(piece, nextTo(line, pieces.slice(index + 1), nested)) : piece.words;
    // Two pieces of code in a row would be one.
    line += line.endsWith('`') && written.startsWith('`') ? `<!-- -->${written}` : written;
  });
  return line;
}

type MarkedPiece = Extract<Piece, { mark: string }>;

/** The characters left and right of a piece; where formatting may end there, a sign stands for its mark. */
function nextTo(line: string, after: readonly Piece[], nested: boolean): Neighbours {
  const edge = nested ? '>' : ' ';
  return { left: lastOf(line) || edge, right: nextOf(after) || edge };
}

interface Neighbours {
  readonly left: string;
  readonly right: string;
}

function marked(piece: MarkedPiece, { left, right }: Neighbours): string {
  const [, before = '', words = '', behind = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.words) ?? [];
  // Formatted space shows as space.
  if (words === '') return piece.words;
  const opens = edgeFits(firstOf(words), before === '' ? left : ' ', piece.mark);
  const closes = edgeFits(lastOf(words), behind === '' ? right : ' ', piece.mark);
  const { mark, tag } = piece;
  if (!opens || !closes) return `<${tag}>${piece.words}</${tag}>`;
  return `${before}${mark}${words}${mark}${behind}`;
}

/** Next to these a mark could pair with another one than its own. */
const OTHER_MARKS = /^[*_~\\]$/u;

/** Whether a mark between an inner and an outer neighbour opens or closes formatting. */
function edgeFits(inner: string, outer: string, mark: string): boolean {
  if (OTHER_MARKS.test(inner) || OTHER_MARKS.test(outer)) return false;
  // Between two signs a mark could close what it should open.
  if (!WORD.test(inner)) return /\s/u.test(outer);
  return mark !== '_' || SPACE_OR_SIGN.test(outer);
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
