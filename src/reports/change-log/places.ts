import { nameFormer, namePassage } from '../../changes/name-passage.ts';
import type { Change, PassageRef, Reason } from '../../model/change-log.ts';
import type { ChangeWords } from '../../model/change-words.ts';
import { fill, labels } from '../../model/labels.ts';
import { type Spot, spotOf } from './sections.ts';

/** Language of the log and its words. */
export interface Wording {
  readonly language: string;
  readonly words: ChangeWords;
  /** False where nobody was consulted, so that a missing reason is nothing to remark on. */
  readonly reasons: boolean;
  /** Whether lines of the source are told: where paragraphs have no numbers; with their files where there are several. */
  readonly lines?: 'alone' | 'with-file';
  /** Commits behind all changes, which are told once. */
  readonly shared: readonly Reason[];
  /** Title of the stage a reviewer saw. */
  readonly seen?: string;
}

/** How a place is told. */
export interface Telling {
  /** Headings it is told under, which go without saying. */
  readonly within?: Spot;
  /** Always tells the earlier place where it has another name. */
  readonly former?: boolean;
}

interface Namer {
  readonly name: (ref: PassageRef) => string;
  readonly wording: Wording;
  readonly within: Spot | undefined;
}

function callAll(refs: readonly PassageRef[], { name, wording, within }: Namer): string {
  const names = [...new Set(refs.map((ref) => ownName(name(ref), ref, { wording, within })))].filter(
    (known) => known !== '',
  );
  const [first = '', last] = [names[0], names.at(-1)];
  const [told] = refs;
  const more = (known: string) => ownName(known, told, { wording, within: told && spotOf(told) });
  if (names.length > 3 && last !== undefined) return `${first} – ${more(last)}`;
  return [first, ...names.slice(1).map(more)].join(labels(wording.language).places.separator);
}

/** The name of a passage without that of the section or heading it stands under, where this has just been told. */
function ownName(name: string, ref: PassageRef | undefined, { wording, within }: Omit<Namer, 'name'>): string {
  if (ref === undefined || within === undefined) return name;
  const { section, heading } = spotOf(ref);
  const { separator } = labels(wording.language).places;
  const known = [...(section === within.section ? [section] : []), ...(heading === within.heading ? [heading] : [])];
  const lead = known.map((title) => `${title}${separator}`).find((title) => name.startsWith(title));
  return lead === undefined || lead === separator ? name : name.slice(lead.length);
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
      wording,
    );
  const to = call(later, (ref) => namePassage(ref, language));
  const from = call(earlier, (ref) => namePassage(ref, language));
  // The same number in both is no proof that what moved is where it was.
  const moved = changes.some(({ kind }) => kind === 'moved');
  const renamed = moved || (from !== to && (former === true || hasFormerPlace(changes)));
  const [now, before] = [withPage(to, later, wording), withPage(renamed ? from : '', earlier, wording)];
  if (from === '' || before === '' || !(renamed || shifted(earlier, later, wording))) return now;
  return `${now} (${fill(words.formerly, { n: before })})`;
}

/** Whether the earlier passages stood on another page, or on another line where lines are told. */
function shifted(earlier: readonly PassageRef[], [now]: readonly PassageRef[], { lines }: Wording): boolean {
  const told = lines === undefined ? (['page'] as const) : (['page', 'startLine'] as const);
  return told.some((what) => earlier.some((ref) => ref[what] !== undefined && ref[what] !== now?.[what]));
}

/** A place with its line in the source and its page in the PDF of its stage, where these are told. */
function withPage(place: string, refs: readonly PassageRef[], { words, lines, language }: Wording): string {
  const [first] = refs;
  const page = first?.page === undefined ? [] : [fill(words.page, { n: String(first.page) })];
  const line = lines === undefined ? [] : lineOf(refs, { words, lines });
  return [...(place === '' ? [] : [place]), ...line, ...page].join(labels(language).places.separator);
}

function lineOf(refs: readonly PassageRef[], { words, lines }: Pick<Wording, 'words' | 'lines'>): string[] {
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined || first.startLine === 0) return [];
  if (lines === 'with-file') return [`${first.file}:${first.startLine}`];
  const [from, to] = [String(first.startLine), String(last.endLine)];
  // What was split or merged may stand in several places: then where it begins is told.
  const together = refs.every((ref) => ref.startLine >= first.startLine) && last.startLine > first.endLine;
  return [together ? fill(words.lines, { from, to }) : fill(words.line, { n: from })];
}
