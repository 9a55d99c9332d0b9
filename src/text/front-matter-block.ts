/** The lines between the two `---` of a file. */
export interface FrontMatterBlock {
  /** What stands between them. */
  readonly text: string;
  /** Language named after the opening `---`; empty for YAML. */
  readonly language: string;
  /** Line of the file on which `text` begins, from 1. */
  readonly firstLine: number;
  /** Offset in the source of what follows. */
  readonly bodyOffset: number;
}

const OPENING = /^\uFEFF?((?:[ \t]*(?:\r\n|\n|\r))*)---(?!-)[ \t]*([^\s\r\n-][^\r\n]{0,200})?[ \t]*(\r\n|\n|\r)/u;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/mu;
const YAML_NAMES: ReadonlySet<string> = new Set(['', 'yaml', 'yml']);

/**
 * Finds the front matter of a file by its two lines, without reading it.
 *
 * @param source The whole file.
 * @returns The block, or undefined where the file does not begin with one.
 */
export function findFrontMatter(source: string): FrontMatterBlock | undefined {
  const opening = OPENING.exec(source);
  if (!opening) return undefined;
  const [whole, blank = '', language = ''] = opening;
  const start = whole.length;
  const closing = CLOSING.exec(source.slice(start));
  if (!closing) return undefined;
  const name = language.trim().toLowerCase();
  return {
    text: source.slice(start, start + closing.index),
    language: YAML_NAMES.has(name) ? '' : name,
    firstLine: blank.split(/\r\n|\n|\r/u).length + 1,
    bodyOffset: start + closing.index + closing[0].length,
  };
}
