import { CARRIED, DROPPED, STRIPPED, TRANSPARENT, VOID } from './elements.ts';
import { type HtmlToken, tokenizeHtml } from './tokens.ts';

/** A piece of cleaned HTML and where it came from. */
export interface CleanPiece {
  readonly html: string;
  /** Offsets in the HTML that was cleaned. */
  readonly start: number;
  readonly end: number;
}

/** What was taken out or turned into text. */
export interface Removal {
  readonly kind: 'dropped' | 'stripped' | 'unknown' | 'broken' | 'declaration';
  readonly name: string;
  readonly start: number;
  /** What it pointed at, if anything. */
  readonly target?: string;
}

/** HTML that holds nothing but elements that can be carried. */
export interface CleanHtml {
  readonly pieces: CleanPiece[];
  readonly removals: Removal[];
}

type Action = (html: string, token: HtmlToken, result: CleanHtml) => void;

const ACTIONS: Readonly<Record<HtmlToken['kind'], Action>> = {
  text: keep,
  open: openTag,
  close: closeTag,
  comment: () => undefined,
  declaration: dropDeclaration,
  broken: (html, token, result) => asText(html, token, { result, kind: 'broken' }),
};

/**
 * Takes out of HTML what no document can carry, and makes text of what is no HTML.
 *
 * @param html As it stands in the source.
 */
export function cleanHtml(html: string): CleanHtml {
  const result: CleanHtml = { pieces: [], removals: [] };
  const tokens = tokenizeHtml(html);
  const closers = lastClosers(tokens);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    ACTIONS[token.kind](html, token, result);
    if (token.kind === 'open' && DROPPED.has(token.name)) index = contentEnd(tokens, index, closers);
  }
  return result;
}

function keep(html: string, { start, end }: HtmlToken, result: CleanHtml): void {
  result.pieces.push({ html: html.slice(start, end), start, end });
}

function openTag(html: string, token: HtmlToken, result: CleanHtml): void {
  const { name, start, end } = token;
  if (TRANSPARENT.has(name)) return;
  if (DROPPED.has(name) || STRIPPED.has(name)) {
    const target = /\s(?:src|href|data)\s*=\s*["']?([^\s"'>]+)/iu.exec(
      html.slice(start, Math.min(end, start + 4000)),
    )?.[1];
    const kind = DROPPED.has(name) ? 'dropped' : 'stripped';
    result.removals.push({ kind, name, start, ...(target === undefined ? {} : { target }) });
  } else if (!CARRIED.has(name)) asText(html, token, { result, kind: 'unknown' });
  else if (token.selfClosing && !VOID.has(name)) {
    result.pieces.push({ html: `${html.slice(start, end - 2)}></${name}>`, start, end });
  } else keep(html, token, result);
}

function closeTag(html: string, token: HtmlToken, result: CleanHtml): void {
  if (TRANSPARENT.has(token.name) || DROPPED.has(token.name) || STRIPPED.has(token.name)) return;
  if (CARRIED.has(token.name)) keep(html, token, result);
  else asText(html, token, { result, kind: 'unknown' });
}

function dropDeclaration(html: string, { start, end }: HtmlToken, result: CleanHtml): void {
  if (/^<!doctype/iu.test(html.slice(start, start + 9))) return;
  result.removals.push({ kind: 'declaration', name: html.slice(start, Math.min(end, start + 20)), start });
}

function asText(
  html: string,
  { start, end }: HtmlToken,
  { result, kind }: { result: CleanHtml; kind: Removal['kind'] },
): void {
  const text = html.slice(start, end);
  result.pieces.push({ html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), start, end });
  result.removals.push({ kind, name: text.length > 40 ? `${text.slice(0, 39)}…` : text, start });
}

/** Index of the last closing tag of each name. */
function lastClosers(tokens: readonly HtmlToken[]): ReadonlyMap<string, number> {
  const closers = new Map<string, number>();
  tokens.forEach((token, index) => {
    if (token.kind === 'close') closers.set(token.name, index);
  });
  return closers;
}

/** Index of the token that closes a dropped element; the opening tag itself where nothing closes it. */
function contentEnd(tokens: readonly HtmlToken[], index: number, closers: ReadonlyMap<string, number>): number {
  const { name, selfClosing } = tokens[index] ?? { name: '', selfClosing: true };
  if (selfClosing || VOID.has(name) || (closers.get(name) ?? -1) < index) return index;
  for (let at = index + 1; at < tokens.length; at++) {
    if (tokens[at]?.kind === 'close' && tokens[at]?.name === name) return at;
  }
  return index;
}
