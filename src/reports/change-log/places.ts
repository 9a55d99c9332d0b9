import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change, PassageRef } from '../../model/change-log.ts';
import type { ChangeWords } from '../../model/change-words.ts';
import { fill } from '../../model/labels.ts';

/** Language of the log and its words. */
export interface Wording {
  readonly language: string;
  readonly words: ChangeWords;
  /** False where nobody was consulted, so that a missing reason is nothing to remark on. */
  readonly reasons: boolean;
  /** Title of the stage a reviewer saw. */
  readonly seen?: string;
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
  if (later.length === 0)
    return withPage(
      callAll(earlier, (ref) => nameFormer(ref, language)),
      earlier,
      words,
    );
  const to = callAll(later, (ref) => namePassage(ref, language));
  const from = callAll(earlier, (ref) => namePassage(ref, language));
  const [now, before] = [withPage(to, later, words), withPage(from, earlier, words)];
  const pages = earlier.some(({ page }) => page !== undefined && page !== later[0]?.page);
  if (from === '' || (!pages && (from === to || !hasFormerPlace(changes)))) return now;
  return `${now} (${fill(words.formerly, { n: before })})`;
}

/** A place with its page in the PDF of its stage, where that is known. */
function withPage(place: string, [first]: readonly PassageRef[], { page }: ChangeWords): string {
  if (first?.page === undefined) return place;
  const told = fill(page, { n: String(first.page) });
  return place === '' ? told : `${place}, ${told}`;
}
