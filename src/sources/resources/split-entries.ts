/** One entry of a library, as text, and where it begins. */
export interface LibraryEntry {
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** Abbreviations that all entries of a BibTeX file may use, and the entries. */
export interface BibtexParts {
  readonly strings: string;
  readonly entries: readonly LibraryEntry[];
}

/**
 * Divides a BibTeX file into its entries, so that one that is broken costs no other. An entry begins with `@` at the
 * beginning of a line and lasts to the next one.
 *
 * @param source The whole file.
 */
export function splitBibtex(source: string): BibtexParts {
  const starts = [...source.matchAll(/^[ \t]*@[ \t]*([a-z]+)[ \t]*[{(]/gimu)];
  const pieces = starts.map((match, index) => ({
    kind: (match[1] ?? '').toLowerCase(),
    text: source.slice(match.index, starts[index + 1]?.index).trim(),
    line: lineAt(source, match.index),
  }));
  const strings = pieces.filter(({ kind }) => kind === 'string').map(({ text }) => text);
  const entries = pieces.filter(({ kind }) => !['string', 'comment', 'preamble'].includes(kind));
  return { strings: strings.join('\n'), entries };
}

/**
 * Divides a RIS file into its records: from `TY` to `ER`, or to the next `TY` where `ER` is missing.
 *
 * @param source The whole file.
 */
export function splitRis(source: string): readonly LibraryEntry[] {
  const starts = [...source.matchAll(/^\uFEFF?TY {2}-/gmu)];
  return starts.map((match, index) => {
    const piece = source.slice(match.index, starts[index + 1]?.index).replace(/^\uFEFF/u, '');
    const end = /^ER {2}-.*$/mu.exec(piece);
    const text = end === null ? `${piece.trimEnd()}\nER  - ` : piece.slice(0, end.index + end[0].length);
    return { text: `${text}\n`, line: lineAt(source, match.index) };
  });
}

function lineAt(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  // An entry may begin behind blank space of its own line.
  return line;
}
