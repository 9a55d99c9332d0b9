/** A piece of HTML as it stands in a source. */
export interface HtmlToken {
  /** `broken`: a tag or comment that is never closed; it reaches to the end. */
  readonly kind: 'text' | 'open' | 'close' | 'comment' | 'declaration' | 'broken';
  /** Element name in lower case; empty for what is no tag. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Whether it ends in `/>`. */
  readonly selfClosing: boolean;
}

const TAG_NAME = /<\/?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)/uy;

/**
 * Cuts HTML into tags, comments and text, in one pass and without judging it.
 *
 * @param html Any text.
 */
export function tokenizeHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let from = 0;
  while (from < html.length) {
    const open = nextOpening(html, from);
    if (open > from) tokens.push({ kind: 'text', name: '', start: from, end: open, selfClosing: false });
    if (open >= html.length) break;
    const token = readToken(html, open);
    tokens.push(token);
    from = token.end;
  }
  return tokens;
}

/** Offset of the next `<` that may begin a tag, a comment or a declaration. */
function nextOpening(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[A-Za-z/!?]/u.test(html[at + 1] ?? '')) return at;
  }
  return html.length;
}

function readToken(html: string, start: number): HtmlToken {
  if (html.startsWith('<!--', start)) return readUntil(html, start, { kind: 'comment', mark: '-->' });
  if (html.startsWith('<!', start) || html.startsWith('<?', start)) {
    return readUntil(html, start, { kind: 'declaration', mark: '>' });
  }
  TAG_NAME.lastIndex = start;
  const name = TAG_NAME.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return { kind: 'text', name: '', start, end: start + 1, selfClosing: false };
  const end = tagEnd(html, start);
  if (end < 0) return { kind: 'broken', name, start, end: html.length, selfClosing: false };
  const kind = html[start + 1] === '/' ? 'close' : 'open';
  return { kind, name, start, end, selfClosing: kind === 'open' && html[end - 2] === '/' };
}

function readUntil(
  html: string,
  start: number,
  { kind, mark }: { kind: 'comment' | 'declaration'; mark: string },
): HtmlToken {
  const found = html.indexOf(mark, start + 2);
  if (found < 0) return { kind: 'broken', name: '', start, end: html.length, selfClosing: false };
  return { kind, name: '', start, end: found + mark.length, selfClosing: false };
}

/** Offset after the `>` of a tag, past quoted values; -1 where it is never closed. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < html.length; at++) {
    const character = html[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character;
  }
  return -1;
}
