import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change, PassageRef } from '../../model/change-log.ts';
import type { ChangeWords } from '../../model/change-words.ts';
import { fill } from '../../model/labels.ts';

/** Language of the log and its words. */
export interface Wording {
  readonly language: string;
  readonly words: ChangeWords;
}

function callAll(refs: readonly PassageRef[], name: (ref: PassageRef) => string): string {
  const names = [...new Set(refs.map(name))].filter((name) => name !== '');
  const [first, last] = [names[0], names.at(-1)];
  if (names.length > 3) return `${first} – ${last}`;
  return names.join(', ');
}

/** A passage counted from the beginning of its section shifts with every edit: what it was called matters if it moved. */
function hasFormerPlace(changes: readonly Change[]): boolean {
  return changes.some(({ kind, from }) => kind === 'moved' || from.some(({ place }) => !isCounted(place)));
}

function isCounted(place: PassageRef['place']): boolean {
  return place?.part?.ordinal !== undefined || place?.part?.after !== undefined;
}

/**
 * Where a change stands: the later place, and the earlier one where it differs; for what is gone, its former place.
 *
 * @param changes one change, or the neighbours that moved together
 * @param wording language and words
 */
export function placeOf(changes: readonly Change[], wording: Wording): string {
  const { language, words } = wording;
  const earlier = changes.flatMap((change) => change.from);
  const later = changes.flatMap((change) => change.to);
  if (later.length === 0) return callAll(earlier, (ref) => nameFormer(ref, language));
  const to = callAll(later, (ref) => namePassage(ref, language));
  const from = callAll(earlier, (ref) => namePassage(ref, language));
  if (from === '' || from === to || !hasFormerPlace(changes)) return to;
  return `${to} (${fill(words.formerly, { n: from })})`;
}
