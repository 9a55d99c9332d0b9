import { wordsOf } from '../ingest/match-inputs.ts';
import { hashedId } from '../tables/row-ids.ts';

/**
 * An id for an answer that follows from its respondent and its first words, so that every export of a survey gives the
 * same one; of answers with the same words each gets its own.
 *
 * @param respondent Id of the respondent.
 * @param text Words of the answer.
 * @param taken Ids given already; the new one is added.
 */
export function freeAnswerId(respondent: string, text: string, taken: Set<string>): string {
  const [paragraph = ''] = text.split('\n');
  const words = wordsOf(paragraph).join(' ');
  for (let attempt = 0; ; attempt += 1) {
    const id = hashedId('i', `${respondent}:${words}:${attempt}`, 9);
    // "ig" is what people write before the name of an account, and the rest would be taken for it.
    if (taken.has(id) || id.startsWith('ig')) continue;
    taken.add(id);
    return id;
  }
}
