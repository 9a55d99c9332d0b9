/** What stands in `{#id .class key="value"}`. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** Offset after the closing brace. */
  readonly end: number;
}

const TOKEN =
  /[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?(?:#(?<id>[^\s#.{}"'=]+)|\.(?<name>[\p{L}_][\p{L}\p{N}_-]*)|(?<key>[\p{L}_][\p{L}\p{N}_:-]*)=(?:"(?<double>[^"{}\r\n]*(?:(?:\r\n|\n|\r)[^"{}\r\n]+)?)"|'(?<single>[^'{}\r\n]*)'|(?<bare>[^\s"'{}=<>`]+))|(?<close>\}))/uy;

/**
 * Reads attributes in braces.
 *
 * @param text Text with a `{` at `start`.
 * @param start Offset of the brace.
 * @returns The attributes, or undefined where the braces hold something else.
 */
export function parseAttributes(text: string, start: number): Attributes | undefined {
  if (text[start] !== '{') return undefined;
  const classes: string[] = [];
  const values: Record<string, string> = {};
  let id: string | undefined;
  TOKEN.lastIndex = start + 1;
  for (let match = TOKEN.exec(text); match?.groups; match = TOKEN.exec(text)) {
    const { id: found, name, key, double, single, bare, close } = match.groups;
    if (close !== undefined) return { ...(id === undefined ? {} : { id }), classes, values, end: TOKEN.lastIndex };
    if (found !== undefined) id = found;
    if (name !== undefined) classes.push(name);
    if (key !== undefined && key !== '__proto__')
      values[key] = (double ?? single ?? bare ?? '').replaceAll(/\s+/gu, ' ');
  }
  return undefined;
}
