/** Control characters (C0 but newline and tab, DEL, C1) and characters that turn the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\r', '\\r'],
  ['\b', '\\b'],
  ['\u001B', '\\e'],
]);

/**
 * Makes text that came from a file safe to print at a terminal: nothing in it moves the cursor, changes colours, sets
 * the title or turns the direction of what follows. Newlines and tabs stay; the rest becomes visible.
 *
 * @param text What is to be printed.
 */
export function escapeTerminal(text: string): string {
  return text.replace(UNSAFE, (character) => NAMES.get(character) ?? codeOf(character));
}

function codeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
