import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change, PassageRef, Reason } from '../../model/change-log.ts';
import type { ChangeWords } from '../../model/change-words.ts';
import { fill, labels } from '../../model/labels.ts';

/** Language of the log and its words. */
export interface Wording {
  readonly language: string;
  readonly words: ChangeWords;
  /** False where nobody was consulted, so that a missing reason is nothing to remark on. */
  readonly reasons: boolean;
  /** Commits behind all changes, which are told once. */
  readonly shared: readonly Reason[];
  /** Title of the stage a reviewer saw. */
  readonly seen?: string;
}

/** How a place is told. */
export interface Telling {
  /** Title of the section it is told in, which goes without saying. */
  readonly within?: string;
  /** Always tells the earlier place where it has another name. */
  readonly former?: boolean;
}

interface Namer {
  readonly name: (ref: PassageRef) => string;
  readonly wording: Wording;
  readonly within: string | undefined;
}

function callAll(refs: readonly PassageRef[], { name, wording, within }: Namer): string {
  const names = [...new Set(refs.map((ref) => ownName(name(ref), ref, { wording, within })))].filter(
    (known) => known !== '',
  );
  const [first = '', last] = [names[0], names.at(-1)];
  const more = (known: string) => ownName(known, refs[0], { wording, within: refs[0]?.section });
  if (names.length > 3 && last !== undefined) return `${first} – ${more(last)}`;
  return [first, ...names.slice(1).map(more)].join(', ');
}

/** The name of a passage without that of the section it stands in, where this has just been told. */
function ownName(name: string, ref: PassageRef | undefined, { wording, within }: Omit<Namer, 'name'>): string {
  const lead = `${ref?.section}${labels(wording.language).places.separator}`;
  return ref !== undefined && ref.section === within && name.startsWith(lead) ? name.slice(lead.length) : name;
}

/** A passage counted from the beginning of its section shifts with every edit. */
function hasFormerPlace(changes: readonly Change[]): boolean {
  return changes.some(({ from }) => from.some(({ place }) => !isCounted(place)));
}

function isCounted(place: PassageRef['place']): boolean {
  return place?.part?.ordinal !== undefined || place?.part?.after !== undefined;
}

/**
 * Where a change stands: the later place, and the earlier one where it differs; for what is gone, its former place.
 *
 * @param changes one change, or the neighbours that are told together
 * @param wording language and words
 * @param telling what goes without saying
 */
export function placeOf(changes: readonly Change[], wording: Wording, { within, former }: Telling = {}): string {
  const { language, words } = wording;
  const earlier = changes.flatMap((change) => change.from);
  const later = changes.flatMap((change) => change.to);
  const call = (refs: readonly PassageRef[], name: Namer['name']) => callAll(refs, { name, wording, within });
  if (later.length === 0)
    return withPage(
      call(earlier, (ref) => nameFormer(ref, language)),
      earlier,
      words,
    );
  const to = call(later, (ref) => namePassage(ref, language));
  const from = call(earlier, (ref) => namePassage(ref, language));
  const [now, before] = [withPage(to, later, words), withPage(from, earlier, words)];
  const pages = earlier.some(({ page }) => page !== undefined && page !== later[0]?.page);
  // The same number in both is no proof that what moved is where it was.
  const moved = changes.some(({ kind }) => kind === 'moved');
  const renamed = moved || (from !== to && (former === true || hasFormerPlace(changes)));
  if (from === '' || !(pages || renamed)) return now;
  return `${now} (${fill(words.formerly, { n: before })})`;
}

/** A place with its page in the PDF of its stage, where that is known. */
function withPage(place: string, [first]: readonly PassageRef[], { page }: ChangeWords): string {
  if (first?.page === undefined) return place;
  const told = fill(page, { n: String(first.page) });
  return place === '' ? told : `${place}, ${told}`;
}
