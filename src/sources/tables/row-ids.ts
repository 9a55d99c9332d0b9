import { contentHash } from '../../text/fingerprint.ts';
import { ID_ALPHABET } from '../../text/ids.ts';

/**
 * A short id that follows from a text and does not tell it.
 *
 * @param prefix First letter of the id.
 * @param text What it follows from.
 * @param length Characters after the prefix, five bits each.
 */
export function hashedId(prefix: string, text: string, length = 8): string {
  const hash = contentHash(text);
  let id = prefix;
  for (let index = 0; index < length; index += 1) {
    id += ID_ALPHABET[Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16) % 32];
  }
  return id;
}

/**
 * The id of a respondent, made from what the survey program calls the submission; it can't be turned back into that.
 *
 * @param submission Id of the submission.
 */
export function respondentId(submission: string): string {
  return hashedId(
    'r',
    `id:${submission
      .trim()
      .replace(/^uuid:/iu, '')
      .toLowerCase()}`,
  );
}
