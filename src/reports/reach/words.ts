import { fill, labels } from '../../model/labels.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Process } from '../../model/process.ts';
import { type ReachWords, reportWords, withNumber } from '../../model/report-words.ts';
import type { Target, Whereabouts } from '../../trace/coverage.ts';
import type { Gap, TargetLine } from '../../trace/reach/gaps.ts';
import { NOT_RECORDED } from '../../trace/reach/note-facts.ts';
import type { TableDimension } from '../../trace/reach/tables.ts';
import type { Count } from '../../trace/suppression.ts';

/** The language of a report on who was reached, and its words. */
export interface ReachTongue {
  /** BCP 47, one of those that the words exist in. */
  readonly language: string;
  readonly words: ReachWords;
}

/** The language of reports for drafters. */
export const ENGLISH: ReachTongue = reachTongue('en');

/** The language of a report for readers of the text; English where there are no words for theirs. */
export function reachTongue(language: string): ReachTongue {
  return { language: labels(language).language, words: reportWords(language).reach };
}

/** Said below every table of people. */
export function howToRead({ words }: ReachTongue = ENGLISH): string {
  return fill(words.howToRead, { shown: words.notShown });
}

/** The name of a language in another; the tag itself where it is none. */
function languageName(tag: string, language: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag)) return tag;
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** Title of a value: as the process calls it, or in plain words. */
export function titleOf(
  dimension: TableDimension,
  value: string,
  process: Process,
  { words, language }: ReachTongue = ENGLISH,
): string {
  if (value === NOT_RECORDED) return words.notRecorded;
  const terms = { group: process.groups, region: process.regions, level: process.levels };
  if (dimension in terms) return terms[dimension as keyof typeof terms]?.find(({ id }) => id === value)?.title ?? value;
  if (dimension === 'method') return words.methods[value as keyof typeof words.methods] ?? value;
  if (dimension === 'language') return languageName(value, language);
  return dimension === 'age-band' ? value.replace('-', '–') : capitalised(value.replaceAll('-', ' '));
}

/** Title of a code: `Peace and security`. */
export function codeTitle(code: string, process: Process): string {
  const [dimension = '', ...rest] = code.split('/');
  return process.codebook?.[dimension]?.values.find(({ id }) => id === rest.join('/'))?.title ?? code;
}

/** A figure as printed. */
export function countWords({ value, kind }: Count, { words }: ReachTongue = ENGLISH): string {
  if (kind === 'not-shown') return words.notShown;
  return kind === 'at-least' ? `≥\u00a0${value}` : String(value);
}

/** `1 consultation`, `3 consultations`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and c`. */
export function joined(names: readonly string[], word = 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

/** `a, b and c`, in the language of a report. */
export function listed(names: readonly string[], { words }: ReachTongue): string {
  const [last] = names.slice(-1);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(words.comma)}${words.and}${last}`;
}

/** What a target asks for: `1 consultation with 30 people`. */
export function plannedWords({ notes, participants }: Target, { words }: ReachTongue = ENGLISH): string {
  const wanted = notes ?? (participants === undefined ? 1 : 0);
  const people = participants === undefined ? [] : [withNumber(words.person, participants)];
  return [...(wanted > 0 ? [withNumber(words.consultation, wanted)] : []), ...people].join(words.with);
}

/** What was reached of a target, in the same terms. */
export function reachedWords({ target, consultations, people }: TargetLine, tongue: ReachTongue = ENGLISH): string {
  const { words } = tongue;
  const said = consultations === 0 ? words.none : withNumber(words.consultation, consultations);
  if (target.participants === undefined || consultations === 0) return said;
  if (people.value === 0 && people.kind === 'exact') return `${said}${words.comma}${words.peopleNotRecorded}`;
  const number =
    people.kind === 'not-shown' ? words.peopleNotShown : fill(words.someRecorded, { n: countWords(people, tongue) });
  return `${said}${words.with}${number}`;
}

/** What a gap, a target or an explanation is about, but for its group: `Europe, regional, survey`. */
export function whereWords(about: Whereabouts, process: Process, tongue: ReachTongue = ENGLISH): string {
  const dimensions = ['region', 'level', 'method', 'language', 'age-band', 'left-behind'] as const;
  const parts = dimensions.flatMap((dimension) => {
    const value = about[dimension];
    return value === undefined ? [] : [titleOf(dimension, value, process, tongue)];
  });
  const round = process.rounds?.find(({ id }) => id === about.round);
  return [...parts, ...(about.round === undefined ? [] : [round?.title ?? about.round])].join(tongue.words.comma);
}

/** Regions that English puts an article before. */
const WITH_ARTICLE = /^(?:Pacific|Caribbean|Middle East|Near East|Arab |Americas|Gulf|Balkans|Caucasus|Sahel|Maghreb)/u;

function placeName(title: string): string {
  return WITH_ARTICLE.test(title) ? `the ${title}` : title;
}

/** A title inside a sentence: `children`, but `Member States`. */
function inSentence(title: string): string {
  return /\s\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Gaps that one sentence tells: `No consultation with children in Europe or the Pacific.` */
export interface GapGroup {
  readonly sentence: string;
  readonly gaps: readonly { readonly name: string; readonly gap: Gap }[];
}

/**
 * Puts gaps into sentences: of one group the regions where nobody was heard, then whatever else is missing.
 *
 * @param gaps In the order found.
 * @param process Gives the titles.
 * @param tongue The language of the names; sentences are for drafters, in English.
 */
export function gapGroups(gaps: readonly Gap[], process: Process, tongue: ReachTongue = ENGLISH): GapGroup[] {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = keyOf(gap);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [gap]);
    else known.push(gap);
  }
  return [...groups.values()]
    .map((found) => inOrder(found, process))
    .map((members) => ({
      sentence: sentenceOf(members, process),
      gaps: members.map((gap) => ({ name: nameOf(gap, process, tongue), gap })),
    }));
}

/** Regions and languages stand in order of their names, levels and codes in that of the process. */
function inOrder(gaps: readonly Gap[], process: Process): readonly Gap[] {
  if (gaps.some(({ about }) => about.region === undefined)) return gaps;
  return [...gaps].sort((one, other) => byCodePoint(nameOf(one, process), nameOf(other, process)));
}

/** What gaps must share to stand in one sentence: everything but region, or value of the same dimension. */
function keyOf({ about, kind }: Gap): string {
  const { region, ...rest } = about;
  if (about.group !== undefined && kind === 'none') return JSON.stringify(['none', region !== undefined, sorted(rest)]);
  if (about.group !== undefined) return JSON.stringify([kind, sorted(about)]);
  return JSON.stringify([kind, Object.keys(about).sort(), about.code?.split('/')[0]]);
}

function sorted(about: object): unknown {
  return Object.entries(about)
    .filter(([key]) => !['notes', 'participants'].includes(key))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function nameOf({ about, kind, target }: Gap, process: Process, tongue: ReachTongue = ENGLISH): string {
  if (about.code !== undefined) return codeTitle(about.code, process);
  const where = whereWords({ ...about, round: undefined }, process, tongue);
  const group = about.group === undefined ? '' : titleOf('group', about.group, process, tongue);
  const name =
    about.region !== undefined && kind === 'none' && group !== ''
      ? where
      : [group, where].filter(Boolean).join(tongue.words.comma);
  if (target === undefined || kind !== 'short') return name;
  const values = { name, planned: plannedWords(target.target, tongue), reached: reachedWords(target, tongue) };
  return fill(tongue.words.plannedReached, values);
}

function sentenceOf(members: readonly Gap[], process: Process): string {
  const [first] = members;
  if (first === undefined) return '';
  const { about, kind } = first;
  const names = members.map((gap) => nameOf(gap, process));
  if (kind === 'inputs') {
    const dimension = about.code?.split('/')[0] ?? '';
    return `No input on ${joined(
      names.map((name) => `“${name}”`),
      'or',
    )} (${inSentence(process.codebook?.[dimension]?.title ?? dimension)}).`;
  }
  if (kind === 'replies') return `Nobody heard who reaches ${joined(names.map(inSentence), 'or')}.`;
  if (about.group === undefined) return declaredSentence(members, process);
  const group = inSentence(titleOf('group', about.group, process));
  if (kind === 'short') return `Fewer consultations with ${group} than planned.`;
  const where = members.flatMap(({ about: { region } }) =>
    region === undefined ? [] : [placeName(titleOf('region', region, process))],
  );
  const round = first.target === undefined ? undefined : about.round;
  const rest = whereWords({ ...about, group: undefined, region: undefined, round }, process);
  const place = where.length === 0 ? '' : ` in ${joined(where, 'or')}`;
  return `No consultation with ${group}${place}${rest === '' ? '' : ` (${inSentence(rest)})`}.`;
}

const DECLARED: readonly (readonly [TableDimension, (names: string) => string])[] = [
  ['region', (names) => `No consultation in ${names}.`],
  ['level', (names) => `No consultation at ${names} level.`],
  ['language', (names) => `No consultation in ${names}.`],
];

/** Nothing of a value that the process declares. */
function declaredSentence(members: readonly Gap[], process: Process): string {
  for (const [dimension, sentence] of DECLARED) {
    const values = members.flatMap(({ about }) => about[dimension] ?? []);
    if (values.length === 0) continue;
    const titles = values.map((value) => titleOf(dimension, value, process));
    const shown =
      dimension === 'region' ? titles.map(placeName) : dimension === 'level' ? titles.map(inSentence) : titles;
    return sentence(joined(shown, 'or'));
  }
  return 'Nobody was heard.';
}
