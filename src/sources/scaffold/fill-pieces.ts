/** Text that is put into a piece as it is: codes, ids, Markdown made by the program. */
export interface Raw {
  readonly raw: string;
}

/** What a piece can be filled with. */
export type PieceValue = string | number | boolean | Raw | readonly PieceView[] | undefined;

/** Values by name. */
export interface PieceView {
  readonly [name: string]: PieceValue;
}

/** What a piece is filled from. */
export interface PieceFilling {
  readonly view: PieceView;
  /** Other pieces, by the name `{{> name}}` calls them. */
  readonly piece: (name: string) => string;
  /** What is done to text before it is put in. */
  readonly escape: (text: string) => string;
}

/** Pieces within pieces, at most. */
const DEEPEST = 8;
/** A tag alone on its line takes the line with it, where it is not for a value. */
const TAG = /^[ \t]*\{\{([#^/>])[ \t]*([a-z-]+)\}\}[ \t]*(?:\n|$)|\{\{([#^/>]?)[ \t]*([a-z-]+)\}\}/gmu;

interface Token {
  readonly kind: '#' | '^' | '/' | '>' | '' | 'text';
  readonly text: string;
}

/**
 * Fills a piece of a template: `{{name}}` is a value, `{{#name}}…{{/name}}` stands once for each item of a list or where
 * the value is there, `{{^name}}…{{/name}}` where it is not, `{{> name}}` is another piece.
 *
 * @param piece The piece.
 * @param filling Values and further pieces.
 * @throws RangeError where a tag is not closed, or pieces contain each other: a fault of the templates.
 */
export function fillPiece(piece: string, filling: PieceFilling): string {
  return fill(piece, [filling.view], { ...filling, depth: 0 });
}

interface Filler extends PieceFilling {
  readonly depth: number;
}

function fill(piece: string, views: readonly PieceView[], filler: Filler): string {
  if (filler.depth > DEEPEST) throw new RangeError('The pieces of the template contain each other.');
  return render(tokensOf(piece), views, filler);
}

function tokensOf(piece: string): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of piece.matchAll(TAG)) {
    tokens.push({ kind: 'text', text: piece.slice(last, match.index) });
    tokens.push({ kind: (match[1] ?? match[3] ?? '') as Token['kind'], text: match[2] ?? match[4] ?? '' });
    last = match.index + match[0].length;
  }
  return [...tokens, { kind: 'text', text: piece.slice(last) }];
}

function render(tokens: readonly Token[], views: readonly PieceView[], filler: Filler): string {
  let text = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? { kind: 'text', text: '' };
    if (token.kind === '#' || token.kind === '^') {
      const end = closing(tokens, index);
      const inner = tokens.slice(index + 1, end);
      const scopes = scopesOf(token, views);
      text += scopes.map((scope) => render(inner, scope, filler)).join('');
      index = end;
    } else text += single(token, views, filler);
  }
  return text;
}

function single({ kind, text }: Token, views: readonly PieceView[], filler: Filler): string {
  if (kind === 'text') return text;
  if (kind === '>') return fill(filler.piece(text), views, { ...filler, depth: filler.depth + 1 });
  if (kind === '/') throw new RangeError(`The template closes "${text}", which is not open.`);
  const value = lookUp(text, views);
  if (typeof value === 'object' && 'raw' in value) return value.raw;
  return typeof value === 'string' || typeof value === 'number' ? filler.escape(String(value)) : '';
}

/** Views for each time a section stands; none where it does not. */
function scopesOf({ kind, text }: Token, views: readonly PieceView[]): readonly (readonly PieceView[])[] {
  const value = lookUp(text, views);
  const items = Array.isArray(value) ? (value as readonly PieceView[]) : undefined;
  const present = items === undefined ? value !== undefined && value !== false && value !== '' : items.length > 0;
  if (kind === '^') return present ? [] : [views];
  if (items === undefined) return present ? [views] : [];
  return items.map((item) => [item, ...views]);
}

function lookUp(name: string, views: readonly PieceView[]): PieceValue {
  return views.find((view) => Object.hasOwn(view, name))?.[name];
}

function closing(tokens: readonly Token[], start: number): number {
  let open = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const kind = tokens[index]?.kind;
    if (kind === '#' || kind === '^') open += 1;
    if (kind === '/') open -= 1;
    if (open === 0) return index;
  }
  throw new RangeError(`The template does not close "${tokens[start]?.text ?? ''}".`);
}
