import type { BlockContent } from 'mdast';
import { changeWords } from '../../model/change-words.ts';
import { guideWords } from '../../model/guide-labels.ts';
import { fill, formatWhen, type Labels, labels } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import { type ReportWords, reportWords, withNumber } from '../../model/report-words.ts';
import { type InputKind, RESPONSE_DECISIONS, type ResponseDecision } from '../../model/vocabulary.ts';
import { heading, list, paragraph, plain, strong, table } from '../blocks.ts';
import { crossBlock } from '../reach/parts.ts';
import { listed, type ReachTongue, reachTongue, titleOf } from '../reach/words.ts';
import type { RoundLine, SynopsisData } from './data.ts';
import type { CodeLine, Sample } from './said.ts';
import type { UptakeEntry, UptakeSection, UptakeTheme } from './uptake.ts';

/** The language of a synopsis, and its words. */
export interface SynopsisTongue {
  readonly language: Labels['language'];
  readonly synopsis: ReportWords['synopsis'];
  readonly reach: ReachTongue;
  readonly decisions: Readonly<Record<ResponseDecision, string>>;
  readonly kinds: Readonly<Record<InputKind, string>>;
}

/** The words of a synopsis in the language of its process; English where there are none for it. */
export function synopsisTongue({ language: own }: Pick<Process, 'language'>): SynopsisTongue {
  const { language } = labels(own);
  return {
    language,
    synopsis: reportWords(language).synopsis,
    reach: reachTongue(language),
    decisions: changeWords(language).responses,
    kinds: guideWords(language).kinds,
  };
}

/** Who was asked, when and how. */
export function askedBlocks(
  { rounds, coverage }: SynopsisData,
  process: Process,
  tongue: SynopsisTongue,
): BlockContent[] {
  const { asked: words } = tongue.synopsis;
  const asked = coverage.groups.map(({ id, listed: named, invited, reminded, heard }) => [
    titleOf('group', id, process, tongue.reach),
    ...[named, invited, reminded, heard].map(String),
  ]);
  return [
    heading(words.title, 2),
    ...(rounds.length === 0 ? [paragraph(words.noRound)] : []),
    ...rounds.flatMap((round) => roundBlocks(round, process, tongue)),
    ...(asked.length === 0 ? [] : [table(words.head, asked, { caption: words.caption, numbers: true })]),
  ];
}

function roundBlocks(
  { title, planned, actual, reason, on, methods, languages }: RoundLine,
  process: Process,
  { synopsis: { asked: words }, reach, language }: SynopsisTongue,
): BlockContent[] {
  const held = methods.map(
    ({ method, consultations }) => `${titleOf('method', method, process, reach)} (${consultations})`,
  );
  const spoken = languages.map((one) => titleOf('language', one, process, reach));
  const lines = [
    ...(on === undefined ? [] : [fill(words.on, { stage: on })]),
    ...(planned === undefined ? [] : [fill(words.planned, { when: formatWhen(planned, language) })]),
    ...(actual === undefined ? [] : [fill(words.held, { when: formatWhen(actual, language) })]),
    held.length === 0 ? words.notCounted : fill(words.how, { how: held.join(reach.words.comma) }),
    ...(languages.length === 0 ? [] : [fill(words.languages, { languages: listed(spoken, reach) })]),
    ...(reason === undefined ? [] : [reason.replace(/\s+/gu, ' ').trim()]),
  ];
  return [heading(title, 3), paragraph(lines.join(language === 'zh' ? '' : ' '))];
}

/** Tables of the coverage report that belong in a synopsis. */
const TABLES: ReadonlySet<string> = new Set([
  'consultations group region',
  'people group region',
  'consultations group level',
  'consultations group method',
  'people group age-band',
]);

/** Who took part, by group, region, level and method. */
export function tookPartBlocks(
  { coverage }: SynopsisData,
  process: Process,
  { synopsis: { tookPart: words }, reach }: SynopsisTongue,
): BlockContent[] {
  const tables = coverage.tables
    .filter((one) => TABLES.has(`${one.counted} ${one.rows} ${one.columns}`))
    .map((one) => ({ ...one, ...onlyFilled(one) }))
    .filter(({ rowIds, columnIds }) => rowIds.length > 0 && columnIds.length > 0);
  return [
    heading(words.title, 2),
    ...(tables.length === 0 ? [paragraph(words.nobody)] : []),
    ...tables.map((one) => crossBlock(one, process, reach)),
  ];
}

type Cross = SynopsisData['coverage']['tables'][number];

/** Columns of age bands that nobody recorded say nothing. */
function onlyFilled(cross: Cross): Partial<Cross> {
  return cross.columns === 'age-band' && cross.columnIds.every((id) => id === '') ? { rowIds: [] } : {};
}

/** What was said, by theme and code, with samples. */
export function saidBlocks({ said, totals }: SynopsisData, tongue: SynopsisTongue): BlockContent[] {
  const { said: words } = tongue.synopsis;
  const { input, consultation } = tongue.reach.words;
  const filled = said.filter(({ lines }) => lines.length > 0);
  const counts = {
    inputs: withNumber(input, totals.inputs),
    consultations: withNumber(consultation, totals.consultations),
    voices: totals.voices,
  };
  return [
    heading(words.title, 2),
    paragraph(fill(words.totals, counts)),
    ...filled.map(({ title, lines }) => {
      const rows = lines.map((line) => codeRow(line, tongue));
      const caption = fill(words.caption, { title, inside: title.toLowerCase() });
      return table([title, ...words.head], rows, { caption, numbers: true });
    }),
    ...filled.flatMap(({ lines }) => lines.flatMap((line) => sampleBlocks(line, tongue))),
  ];
}

function codeRow(
  { title, inputs, voices, consultations, kinds }: CodeLine,
  { kinds: names, reach }: SynopsisTongue,
): readonly string[] {
  const by = Object.entries(kinds).map(([kind, count]) => `${names[kind as InputKind]} ${count}`);
  return [title, String(inputs), String(voices), String(consultations), by.join(reach.words.comma)];
}

function sampleBlocks({ title, samples }: CodeLine, tongue: SynopsisTongue): BlockContent[] {
  if (samples.length === 0) return [];
  return [heading(title, 3), list(samples.map((sample) => [paragraph(sampleWords(sample, tongue))]))];
}

function sampleWords({ text, words, from, ref }: Sample, { synopsis, reach }: SynopsisTongue): string {
  const said = words === 'verbatim' ? fill(synopsis.said.quoted, { text }) : text;
  return `${said} (${[...(from === undefined ? [] : [from]), ref].join(reach.words.comma)})`;
}

/** More than these are for the comments matrix. */
const ENTRIES = 12;

/** What was taken up, or what was not, by section and theme. */
export function uptakeBlocks(
  part: 'takenUp' | 'notTakenUp',
  sections: readonly UptakeSection[],
  tongue: SynopsisTongue,
): BlockContent[] {
  const { uptake: words } = tongue.synopsis;
  const own = sections.filter((section) => section[part].length > 0);
  return [
    heading(words[part], 2),
    ...(own.length === 0 ? [paragraph(words.none)] : []),
    ...own.flatMap((section) => [
      heading(section.title === '' ? words.noPassage : section.title, 3),
      paragraph(countsOf(section, tongue)),
      ...section[part].flatMap((theme) => themeBlocks(theme, tongue)),
    ]),
  ];
}

function countsOf({ counts }: UptakeSection, { synopsis, decisions, reach }: SynopsisTongue): string {
  const told = RESPONSE_DECISIONS.flatMap((decision) => {
    const count = counts[decision];
    return count === undefined ? [] : [`${decisions[decision]} ${count}`];
  });
  return fill(synopsis.uptake.counts, { counts: told.join(reach.words.comma) });
}

function themeBlocks({ title, entries }: UptakeTheme, tongue: SynopsisTongue): BlockContent[] {
  const { uptake: words } = tongue.synopsis;
  const rest = entries.length - ENTRIES;
  const items = entries.slice(0, ENTRIES).map((entry) => [paragraph(entryWords(entry, tongue))]);
  const more = rest > 0 ? [[paragraph(withNumber(words.further, rest))]] : [];
  return [paragraph([strong(title === '' ? words.other : title)]), list([...items, ...more])];
}

function entryWords(
  { decision, reason, refs, inputs, voices, passages }: UptakeEntry,
  { synopsis: { uptake: words }, reach, decisions, language }: SynopsisTongue,
) {
  const rest = inputs - refs.length;
  const named = `${refs.join(reach.words.comma)}${rest > 0 ? fill(words.more, { n: rest }) : ''}`;
  const alike = voices < inputs ? fill(words.alike, { n: voices }) : '';
  const { colon } = labels(language);
  const stages = [...new Set(passages.map(({ stage }) => stage))];
  const where = stages.map(
    (stage) =>
      `${stage}${colon}${[...new Set(passages.filter((one) => one.stage === stage).map(({ place }) => place))].join('; ')}`,
  );
  const { stop } = changeWords(language);
  const tail = [`${withNumber(words.refs, inputs, { refs: named })}${alike}`, ...where].join(stop);
  return [strong(`${capitalised(decisions[decision])}${colon}`), plain(`${reason.trim()} (${tail}${stop.trimEnd()})`)];
}

function capitalised(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
