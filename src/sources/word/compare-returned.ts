import type { WordFile, WordParagraph, WordRevision } from '../../files/word/word-types.ts';
import { alignUnits } from './align-units.ts';
import type { Compared } from './edits.ts';
import { Places } from './placing.ts';
import type { SentIndex } from './sent-index.ts';
import { changesIn, returnedUnits, type View } from './units.ts';
import { plainKey } from './word-keys.ts';

/**
 * Lays a returned file beside what was sent.
 *
 * @param file The file.
 * @param index What was sent.
 * @param isOurs Whether a tracked change was in the file as it was sent.
 */
export function compareReturned(file: WordFile, index: SentIndex, isOurs: View): Compared {
  const compared = comparedAs(file, index, isOurs);
  const mistaken = falselyInserted(compared);
  return mistaken.size === 0 ? compared : comparedAs(file, index, (one) => isOurs(one) || mistaken.has(one));
}

function comparedAs(file: WordFile, index: SentIndex, isOurs: View): Compared {
  const returned = returnedUnits(file, isOurs);
  const units = returned.chunks.flatMap((chunk) => chunk.units);
  return { returned, places: new Places(units, { index, alignment: alignUnits(units, index) }) };
}

/** Shorter paragraphs repeat. */
const FEWEST = 20;

/** Insertions that nobody made: some programs mark the paragraph before a new one, or all of the first half where one was parted. */
function falselyInserted({ returned, places }: Compared): ReadonlySet<WordRevision> {
  const { index, alignment } = places;
  const found = new Set<WordRevision>();
  const all = returned.chunks.flatMap(({ paragraphs }) => paragraphs);
  const keyOf = (paragraph: WordParagraph | undefined): string =>
    plainKey((paragraph?.pieces ?? []).map(({ type, text }) => (type === 'text' ? text : '')).join(''));
  const sentAs = (key: string) => (key.length < FEWEST ? [] : (index.byKey.get(key) ?? []));
  all.forEach((paragraph, at) => {
    const changes = changesIn([paragraph], returned);
    if (changes.length === 0 || changes.some(({ kind }) => kind !== 'insertion')) return;
    const key = keyOf(paragraph);
    const isWhole = sentAs(key).some((sent) => alignment.unitOf[sent] === -1);
    const rest = keyOf(all[at + 1]);
    const isHalf = rest !== '' && [`${key} ${rest}`, `${key}${rest}`].some((both) => sentAs(both).length > 0);
    if (isWhole || isHalf) for (const change of changes) found.add(change);
  });
  return found;
}
