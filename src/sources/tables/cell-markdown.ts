/** Characters that mean something inside a line of our Markdown. */
const INLINE = /[\\`*_[\]<>&~{}|:@$^=]/gu;

/**
 * Text of a cell as Markdown that reads as the same words: paragraphs at blank lines, lines kept.
 *
 * @param text Text of a cell.
 * @param indent What each line but the first begins with.
 */
export function cellMarkdown(text: string, indent = ''): string {
  return paragraphsOf(text)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => escapeLine(line))
        .join(`\n${indent}`),
    )
    .join(`\n\n${indent}`);
}

/**
 * Words of a cell as an input says them: white space of a paragraph is one space, paragraphs stand on lines of their own.
 *
 * @param text Text of a cell.
 */
export function cellWords(text: string): string {
  if (!/\s{2}|[\t-\r]/u.test(text)) return text.trim();
  return paragraphsOf(text)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' '))
    .join('\n');
}

/**
 * Text of a cell for a table, a heading or a list, on one line.
 *
 * @param text Text of a cell.
 */
export function cellLine(text: string): string {
  return escapeLine(text.replace(/\s+/gu, ' ').trim());
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .map((paragraph) => paragraph.split('\n').map(trimLine).filter(Boolean).join('\n'))
    .filter(Boolean);
}

function trimLine(line: string): string {
  return line.trim();
}

/** A line in which nothing is markup: not at its beginning, not inside, and not as a tag at its end. */
function escapeLine(line: string): string {
  const inside = line.replace(INLINE, (character, at: number) =>
    needsEscape(line, at) ? `\\${character}` : character,
  );
  return inside
    .replace(/^([#+>-])/u, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/(?<=\s)#(?=\p{L})/gu, '\\#')
    .replace(/\b(www)\./giu, '$1\\.');
}

/** A link with signs in it that would be escaped: in links a backslash is one, so that its colon is escaped instead. */
function isOddLink(rest: string): boolean {
  const link = /^:\/\/\S*/u.exec(rest)?.[0] ?? '';
  return /[\\`*[\]<>~{}|^&@]|_(?![\p{L}\p{N}])|:(?=[\p{L}:[{])/u.test(link.slice(1));
}

/** Characters that are markup only in some places stay as they are in the others, so that notes stay readable. */
function needsEscape(line: string, at: number): boolean {
  const character = line[at];
  const [before = ' ', after = ' '] = [line[at - 1], line[at + 1]];
  if (character === ':') return after === '/' ? isOddLink(line.slice(at)) : /[\p{L}:[{]/u.test(after);
  if (character === '_') return !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
  if (character === '=' || character === '|') return /^[\s=|-]*$/u.test(line) || character === '|';
  if (character === '&') return /[#\p{L}]/u.test(after);
  if (character === '^') return /\s/u.test(before);
  if (character === '$') return false;
  if (character === '>') return false;
  return true;
}
