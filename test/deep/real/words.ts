/** Words of Markdown and of pages, counted without any parser of the program that is tested. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|[a-z]+);/giu, (_, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.replace(/^#x/iu, '0x').replace(/^#/u, '')));
    // Other names are signs, and signs are no words.
    return ENTITIES[name.toLowerCase()] ?? ' ';
  });
}

/**
 * Counts words.
 *
 * @param text Plain text.
 */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  // A raised figure belongs to no word, though it stands right behind one.
  const apart = text.replaceAll(/[⁰¹²³⁴-⁹₀-₉]+/gu, ' $& ').normalize('NFKC');
  for (const [word] of apart.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Plain text of Markdown that the program wrote. */
export function textOfMarkdown(source: string): string {
  return wordsByLine(source)
    .map((words) => words.join(' '))
    .join('\n');
}

/** Plain text of a page: what a browser would show. */
export function textOfPage(html: string): string {
  const shown = html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/giu, ' ')
    .replace(/<!--[\s\S]*?-->/gu, ' ')
    .replace(/<[^>]*?\b(?:alt|aria-label)="([^"]*)"[^>]*>/giu, ' $1 ')
    .replace(/<\/?(?:p|div|li|h\d|td|th|tr|table|ul|ol|section|blockquote|pre|br|figcaption|caption)\b[^>]*>/giu, ' ')
    .replace(/<\/?(?:su[bp]|a)\b[^>]*>/giu, ' ')
    .replace(/<[^>]*>/gu, '');
  return decode(shown);
}

/**
 * Words of Markdown that a reader would see: without front matter, tags, addresses and the marks of other systems.
 *
 * @param source The file.
 * @returns Each line's words, so that a word that got lost can be told by its line.
 */
export function wordsByLine(source: string): readonly (readonly string[])[] {
  const body = source
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF?\s*---\n[\s\S]*?\n---[ \t]*(?=\n|$)/u, blank)
    .replace(/<!--[\s\S]*?-->/gu, blank)
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/giu, blank)
    // Notes get numbers of their own: the mark, and the same number in front of the note.
    .replace(/<sup\b[^<>]*>\s*(?:<a\b[^<>]*>)?\s*\[?\d{1,4}\]?\s*(?:<\/a>)?\s*<\/sup>/giu, blank)
    .replace(/<\/?su[bp]\b[^<>]*>/giu, ' ')
    .replace(/<\/?[a-z][^<>]*>/giu, (tag) => (/^<[a-z][a-z\d+.-]*:|^<[^\s<>]+@/iu.test(tag) ? tag : blank(tag)))
    .replace(/\[\^[^\]\n]+\]:?/gu, blank)
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$/gmu, blank)
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+"[^"]*")?\)/gu, blank)
    .replace(/\]\[[^\]\n]*\]/gu, blank)
    .replace(/\{%[^%]*%\}|\{:[^}\n]*\}|\{#[^}\n]*\}/gu, blank)
    .replace(/^([ \t>]*)\d+[.)](?=\s)/gmu, '$1')
    .replace(/^(`{3,}|~{3,})[^\n]*$/gmu, blank)
    .replace(/ \^[a-z][\w-]*$/gmu, blank);
  return body.split('\n').map((line) => [...countWords(withoutEscapes(decode(line))).entries()].flatMap(repeat));
}

/** Inside a word, marks of emphasis are no border. */
function withoutEscapes(line: string): string {
  return line
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll('**', '')
    .replaceAll(/(?<=\p{L})[*](?=\p{L})/gu, '');
}

function repeat([word, times]: readonly [string, number]): string[] {
  return Array.from({ length: times }, () => word);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/gu, ' ');
}

/** A word that is in the source more often than in what was made of it. */
export interface Loss {
  readonly word: string;
  readonly missing: number;
  /** Lines of the source it stands in. */
  readonly lines: readonly number[];
}

/**
 * Words of sources that are missing in an output.
 *
 * @param sources Markdown files as one.
 * @param output Plain text of what was made of them.
 */
export function lostWords(sources: readonly string[], output: string): Loss[] {
  const there = countWords(output);
  const wanted = new Map<string, number[]>();
  let offset = 0;
  for (const source of sources) {
    const lines = wordsByLine(source);
    lines.forEach((words, index) => {
      for (const word of words) wanted.set(word, [...(wanted.get(word) ?? []), offset + index + 1]);
    });
    offset += lines.length;
  }
  return [...wanted].flatMap(([word, lines]) => {
    const missing = lines.length - (there.get(word) ?? 0);
    return missing > 0 ? [{ word, missing, lines: [...new Set(lines)] }] : [];
  });
}

/** Addresses inside a page that lead nowhere in it. */
export function brokenLinks(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id));
  const wanted = [...html.matchAll(/\shref="#([^"]*)"/gu)].map(([, id = '']) => id);
  return [...new Set(wanted)].filter((id) => id !== '' && !ids.has(id) && !ids.has(decodeURIComponent(id)));
}
