import { wellFormed } from '../tree.ts';

/** Characters that can begin or end formatting wherever they stand; `$` because GitHub reads it as mathematics. */
const ALWAYS = /[\\`*[\]~|$]/gu;
/** An underscore formats only where it does not stand inside a word. */
const EDGE_UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const TAG = /<(?=[A-Za-z/!?]|$)/gu;
const ENTITY = /&(?=#?\w+;|$)/gu;
/** A line end with the spaces around it; looking back keeps it from trying each space of a long row. */
const LINE_END = /(?:(?<![\t ])[\t ]+)?[\r\n\u2028\u2029]+[\t ]*/gu;
/** What GitHub turns into a link without being asked. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;

/**
 * Escapes words so that Markdown reads them as words.
 * @param words text of a node; line ends in it are spaces, as paragraphs are written on one line
 * @param isFree true where nothing follows that an address at the end could be read together with
 */
export function escapeWords(words: string, isFree = false): string {
  const line = wellFormed(words).replace(LINE_END, ' ');
  const guardAddress = (address: string, at: number): string => guarded(address, isFree || !isLast(line, address, at));
  // A `!` would turn a link that follows into a picture; a mail address would swallow the marks around it.
  return escapeOutside(line.replace(ADDRESS, guardAddress).replace(/@(?=[\w.-])|!$/gu, `${MARK}$&`));
}

/** Stands for a backslash until everything else is escaped; no text can hold it any more. */
const MARK = '\u0000';

function isLast(line: string, address: string, at: number): boolean {
  return line.slice(at + address.length).trim() === '';
}

/**
 * In an address that links itself, escapes and marks that follow it would be read as part of it: it is kept from
 * linking. Where its author wrote a link, it is one all the same.
 */
function guarded(address: string, isFree: boolean): string {
  if (isFree && !address.includes('@') && escapeOutside(address) === address) return address;
  return address.replace(/:(?=\/\/)|(?<=www)\./giu, (sign) => `${MARK}${sign}`);
}

function escapeOutside(line: string): string {
  return line
    .replace(ALWAYS, '\\$&')
    .replace(EDGE_UNDERSCORE, '\\_')
    .replace(TAG, '\\<')
    .replace(ENTITY, '\\&')
    .replaceAll(MARK, '\\');
}

/** What means something at the beginning of a line, and what to put before its sign. */
const LINE_STARTS: readonly RegExp[] = [
  /^(?<before>)(?<sign>#{1,6}(?:\s|$))/u,
  /^(?<before>)(?<sign>[-+](?:[\s:|-]|$))/u,
  /^(?<before>)(?<sign>[=>])/u,
  /^(?<before>)(?<sign>:-)/u,
  /^(?<before>\d{1,9})(?<sign>[.)](?:\s|$))/u,
];

/** Stands for a line break until its line is complete; words lose theirs. */
export const BREAK = '\u2028';

/**
 * Escapes what would make a block of a line of words: `12.` is no list, `#` no heading.
 * @param inline words and formatting, ready but for breaks and the beginnings of lines
 */
export function escapeLineStarts(inline: string): string {
  return inline
    .trim()
    .split(BREAK)
    .map((line) => line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/gu, ''))
    .map((line) => {
      const pattern = LINE_STARTS.find((each) => each.test(line));
      return pattern === undefined ? line : line.replace(pattern, '$<before>\\$<sign>');
    })
    .join('\\\n');
}

/** Puts backticks around code, more of them than stand in it. */
export function codeSpan(value: string): string {
  const words = wellFormed(value).replace(/[\r\n\u2028\u2029]+/gu, ' ');
  if (words.trim() === '') return '';
  const fence = '`'.repeat(longestRun(words, '`') + 1);
  const pad = /^`|`$|^ .* $/u.test(words) ? ' ' : '';
  return `${fence}${pad}${words}${pad}${fence}`;
}

/** Length of the longest run of a character. */
export function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Writes the address of a link. */
export function destination(address: string): string {
  const safe = address.replace(/[<>\\\s|]/gu, (sign) => encodeURIComponent(sign));
  return /[()*_[\]~$`]/u.test(safe) || safe === '' ? `<${safe}>` : safe;
}
