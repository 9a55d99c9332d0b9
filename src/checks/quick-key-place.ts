import type { Place } from '../model/finding.ts';

/** Text that stays on its line: no block scalar, no anchor, no quote that a brace or a comma may stand in. */
const PLAIN = /^[^|>&*!"'`%@#\\]*$/u;

/**
 * Place of a key of front matter, or of a key of a flow mapping on its line, found without reading the YAML.
 *
 * Ten thousand notes with one finding each would otherwise cost a second reading of each.
 *
 * @param source Whole text of the file.
 * @param file Its path.
 * @param key One key, or a key and the one below it.
 * @returns Undefined where it is not certain; then the YAML has to be read.
 */
export function quickKeyPlace(source: string, file: string, key: readonly (string | number)[]): Place | undefined {
  const [top, below, ...deeper] = key.map(String);
  if (top === undefined || deeper.length > 0 || !/^[a-z][a-z-]*$/u.test(top) || !source.startsWith('---\n'))
    return undefined;
  const end = source.indexOf('\n---\n');
  const lines = end < 0 ? [] : source.slice(0, end).split('\n');
  const index = lines.findIndex((line) => line.startsWith(`${top}:`));
  const text = lines[index];
  if (
    text === undefined ||
    lines.lastIndexOf(text) !== index ||
    lines.filter((line) => line.startsWith(`${top}:`)).length !== 1
  ) {
    return undefined;
  }
  if (below === undefined) return { file, line: index + 1, column: 1 };
  const column = columnInFlow(text.slice(top.length + 1), below);
  return column === undefined ? undefined : { file, line: index + 1, column: top.length + 1 + column };
}

/** Column, from 1, of a key of a flow mapping that is whole on its line and holds no other one with this key. */
function columnInFlow(value: string, key: string): number | undefined {
  if (!PLAIN.test(value) || !/^ *\{[^{}]*\} *$/u.test(value) || !/^[a-z][a-z-]*$/u.test(key)) return undefined;
  const found = [...value.matchAll(new RegExp(`[{,] *(?=${key}:(?: |$))`, 'gu'))];
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.index + only[0].length + 1 : undefined;
}
