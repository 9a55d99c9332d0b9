import type { WordFile, WordRevision } from '../../files/word/word-types.ts';
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

/** Insertions of whole paragraphs that were sent and are nowhere else: some programs mark the paragraph before a new one. */
function falselyInserted({ returned, places }: Compared): ReadonlySet<WordRevision> {
  const { index, alignment } = places;
  const found = new Set<WordRevision>();
  for (const { paragraphs } of returned.chunks) {
    for (const paragraph of paragraphs) {
      const changes = changesIn([paragraph], returned);
      if (changes.length === 0 || changes.some(({ kind }) => kind !== 'insertion')) continue;
      const key = plainKey(paragraph.pieces.map(({ type, text }) => (type === 'text' ? text : '')).join(''));
      const missing = (index.byKey.get(key) ?? []).some((sent) => alignment.unitOf[sent] === -1);
      if (key.length >= FEWEST && missing) for (const change of changes) found.add(change);
    }
  }
  return found;
}
