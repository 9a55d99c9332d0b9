import type { Nodes } from 'mdast';
import type { Passage } from './passages.ts';
import { NOTE_MARK, type Token } from './tokens.ts';

/** The footnote that a token is the mark of. */
export function noteOf(token: Token): string | undefined {
  if (token.kind !== 'atom') return undefined;
  const { node } = token;
  const mark: Nodes | undefined = node.type === 'citation' ? node.children[0] : node;
  return mark?.type === 'footnoteReference' ? mark.identifier : undefined;
}

/** The footnote whose first paragraph a passage is. */
export function definedNote(passage: Passage | undefined): string | undefined {
  const definition = passage?.path.at(-1);
  if (definition?.type !== 'footnoteDefinition' || definition.children[0] !== passage?.node) return undefined;
  return definition.identifier;
}

function withMarks(passage: Passage, names: ReadonlyMap<string, string>): Passage {
  if (!passage.tokens.some((token) => noteOf(token) !== undefined)) return passage;
  const tokens = passage.tokens.map((token) => {
    const note = noteOf(token);
    return note === undefined ? token : { ...token, key: `${NOTE_MARK} ${names.get(note) ?? ''}` };
  });
  const keys = tokens.map(({ key }) => key).join('\u0000');
  return { ...passage, tokens, key: `${passage.family}\u0000${keys}` };
}

/** Names for the notes of one stage: those of linked notes are equal, all others stand once. */
function nameNotes(
  passages: readonly Passage[],
  prefix: string,
  linked: ReadonlyMap<number, string>,
): Map<string, string> {
  const names = new Map<string, string>();
  passages.forEach((passage, index) => {
    const note = definedNote(passage);
    if (note !== undefined) names.set(note, linked.get(index) ?? `${prefix}${index}`);
  });
  return names;
}

/**
 * Makes marks of footnotes equal where they lead to notes that became one another, and different elsewhere.
 *
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 * @param pairs places of passages that became one another
 */
export function compareMarks(
  from: readonly Passage[],
  to: readonly Passage[],
  pairs: Iterable<readonly [from: number, to: number]>,
): { readonly from: Passage[]; readonly to: Passage[] } {
  const [earlier, later] = [new Map<number, string>(), new Map<number, string>()];
  for (const [a, b] of pairs) {
    if (definedNote(from[a]) === undefined || definedNote(to[b]) === undefined) continue;
    earlier.set(a, `=${b}`);
    later.set(b, `=${b}`);
  }
  const names = { from: nameNotes(from, '-', earlier), to: nameNotes(to, '+', later) };
  return {
    from: from.map((passage) => withMarks(passage, names.from)),
    to: to.map((passage) => withMarks(passage, names.to)),
  };
}
