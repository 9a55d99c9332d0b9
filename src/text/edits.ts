/** Text to be put into a source for an id. */
export interface Edit {
  readonly offset: number;
  readonly text: string;
  readonly id: string;
}

/**
 * Puts texts into a source, each at its offset, and leaves all else as it is.
 *
 * @param source The whole file.
 * @param edits In any order.
 * @returns The new source, and the line of it on which each id stands.
 */
export function applyEdits(
  source: string,
  edits: readonly Edit[],
): { source: string; stamped: { id: string; line: number }[] } {
  const ordered = [...edits].sort((a, b) => a.offset - b.offset);
  const stamped: { id: string; line: number }[] = [];
  const parts: string[] = [];
  let from = 0;
  let line = 1;
  for (const { offset, text, id } of ordered) {
    const before = source.slice(from, offset);
    line += countEnds(before);
    stamped.push({ id, line: line + countEnds(text.slice(0, text.indexOf(id))) });
    line += countEnds(text);
    parts.push(before, text);
    from = offset;
  }
  parts.push(source.slice(from));
  return { source: parts.join(''), stamped };
}

function countEnds(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}
