import type { BlockContent } from 'mdast';
import { changeWords } from '../../model/change-words.ts';
import { formatWhen } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import { RESPONSE_DECISIONS } from '../../model/vocabulary.ts';
import { heading, list, paragraph, plain, strong, table } from '../blocks.ts';
import { crossBlock } from '../reach/parts.ts';
import { counted, gapGroups, joined, titleOf } from '../reach/words.ts';
import type { RoundLine, SynopsisData } from './data.ts';
import type { CodeLine, Sample } from './said.ts';
import type { UptakeEntry, UptakeSection, UptakeTheme } from './uptake.ts';

/** Who was asked, when and how. */
export function askedBlocks({ rounds, coverage }: SynopsisData, process: Process): BlockContent[] {
  const { groups } = coverage;
  const asked = groups.map(({ id, listed, invited, reminded, heard }) => [
    titleOf('group', id, process),
    ...[listed, invited, reminded, heard].map(String),
  ]);
  return [
    heading('Who was asked, when and how', 2),
    ...(rounds.length === 0 ? [paragraph('The process declares no round of consultation.')] : []),
    ...rounds.flatMap((round) => roundBlocks(round, process)),
    ...(asked.length === 0
      ? []
      : [
          table(['Stakeholder group', 'Listed', 'Invited', 'Reminded', 'Heard'], asked, {
            caption: 'Stakeholders that were to be reached',
            numbers: true,
          }),
        ]),
  ];
}

function roundBlocks(
  { title, planned, actual, reason, on, methods, languages }: RoundLine,
  process: Process,
): BlockContent[] {
  const held = methods.map(({ method, consultations }) => `${titleOf('method', method, process)} (${consultations})`);
  const lines = [
    ...(on === undefined ? [] : [`It consulted on: ${on}.`]),
    ...(planned === undefined ? [] : [`Planned: ${formatWhen(planned, 'en')}.`]),
    ...(actual === undefined ? [] : [`Held: ${formatWhen(actual, 'en')}.`]),
    ...(held.length === 0 ? ['No consultation of it may be counted here.'] : [`How: ${held.join(', ')}.`]),
    ...(languages.length === 0
      ? []
      : [`In: ${joined(languages.map((language) => titleOf('language', language, process)))}.`]),
    ...(reason === undefined ? [] : [reason.replace(/\s+/gu, ' ').trim()]),
  ];
  return [heading(title, 3), paragraph(lines.join(' '))];
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
export function tookPartBlocks({ coverage }: SynopsisData, process: Process): BlockContent[] {
  const tables = coverage.tables
    .filter((one) => TABLES.has(`${one.counted} ${one.rows} ${one.columns}`))
    .map((one) => ({ ...one, ...onlyFilled(one) }))
    .filter(({ rowIds, columnIds }) => rowIds.length > 0 && columnIds.length > 0);
  return [
    heading('Who took part', 2),
    ...(tables.length === 0 ? [paragraph('No consultation that may be counted here was held.')] : []),
    ...tables.map((one) => crossBlock(one, process)),
  ];
}

type Cross = SynopsisData['coverage']['tables'][number];

/** Columns of age bands that nobody recorded say nothing. */
function onlyFilled(cross: Cross): Partial<Cross> {
  return cross.columns === 'age-band' && cross.columnIds.every((id) => id === '') ? { rowIds: [] } : {};
}

/** What was said, by theme and code, with samples. */
export function saidBlocks({ said, totals }: SynopsisData): BlockContent[] {
  const filled = said.filter(({ lines }) => lines.length > 0);
  return [
    heading('What was said', 2),
    paragraph(
      `${counted(totals.inputs, 'input')} from ${counted(totals.consultations, 'consultation')}; ${totals.voices} where near-identical ones count once.`,
    ),
    ...filled.map(({ title, lines }) =>
      table([title, 'Inputs', 'Near-identical once', 'Consultations', 'Kinds'], lines.map(codeRow), {
        caption: `Inputs by ${title.toLowerCase()}; one with several codes counts under each`,
        numbers: true,
      }),
    ),
    ...filled.flatMap(({ lines }) => lines.flatMap(sampleBlocks)),
  ];
}

function codeRow({ title, inputs, voices, consultations, kinds }: CodeLine): readonly string[] {
  const by = Object.entries(kinds).map(([kind, count]) => `${kind.replace('-', ' ')} ${count}`);
  return [title, String(inputs), String(voices), String(consultations), by.join(', ')];
}

function sampleBlocks({ title, samples }: CodeLine): BlockContent[] {
  if (samples.length === 0) return [];
  return [heading(title, 3), list(samples.map((sample) => [paragraph(sampleWords(sample))]))];
}

function sampleWords({ text, words, from, ref }: Sample): string {
  const said = words === 'verbatim' ? `“${text}”` : text;
  return `${said} (${[...(from === undefined ? [] : [from]), ref].join(', ')})`;
}

/** More than these are for the comments matrix. */
const ENTRIES = 12;

/** What was taken up, or what was not, by section and theme. */
export function uptakeBlocks(
  title: string,
  sections: readonly UptakeSection[],
  part: 'takenUp' | 'notTakenUp',
): BlockContent[] {
  const own = sections.filter((section) => section[part].length > 0);
  return [
    heading(title, 2),
    ...(own.length === 0 ? [paragraph('None that may be told here.')] : []),
    ...own.flatMap((section) => [
      heading(section.title === '' ? 'On no passage of the text' : section.title, 3),
      paragraph(countWords(section)),
      ...section[part].flatMap(themeBlocks),
    ]),
  ];
}

const { responses: DECISIONS } = changeWords('en');

function countWords({ counts }: UptakeSection): string {
  const told = RESPONSE_DECISIONS.flatMap((decision) => {
    const count = counts[decision];
    return count === undefined ? [] : [`${DECISIONS[decision]} ${count}`];
  });
  return `Inputs on this section: ${told.join(', ')}.`;
}

function themeBlocks({ title, entries }: UptakeTheme): BlockContent[] {
  const rest = entries.length - ENTRIES;
  const items = entries.slice(0, ENTRIES).map((entry) => [paragraph(entryWords(entry))]);
  const more =
    rest > 0 ? [[paragraph(`${counted(rest, 'further answer')}; the comments matrix has all of them.`)]] : [];
  return [paragraph([strong(title === '' ? 'Other' : title)]), list([...items, ...more])];
}

function entryWords({ decision, reason, refs, inputs, voices, passages }: UptakeEntry) {
  const rest = inputs - refs.length;
  const named = `${refs.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const alike = voices < inputs ? `, ${voices} where near-identical ones count once` : '';
  const stages = [...new Set(passages.map(({ stage }) => stage))];
  const where = stages.map(
    (stage) =>
      `${stage}: ${[...new Set(passages.filter((one) => one.stage === stage).map(({ place }) => place))].join('; ')}`,
  );
  const tail = [`${inputs === 1 ? 'Input' : counted(inputs, 'input')} ${named}${alike}`, ...where].join('. ');
  return [strong(`${capitalised(DECISIONS[decision])}: `), plain(`${reason.trim()} (${tail}.)`)];
}

function capitalised(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What the consultation could not do, as far as it is on record. */
export function limitBlocks({ coverage, totals, rounds }: SynopsisData, process: Process): BlockContent[] {
  const { gaps, late, nearIdentical } = coverage;
  const unexplained = gaps.filter(({ explanation }) => explanation === undefined).length;
  const open = totals.inputs - totals.answered;
  const moved = rounds.filter(({ reason }) => reason !== undefined).map(({ title }) => title);
  const lines = [
    gaps.length === 0
      ? 'All that was planned was reached.'
      : `${counted(gaps.length, 'gap')} in whom the consultations reached; ${unexplained === 0 ? 'all are explained' : `${unexplained} without an explanation`}, in the coverage report.`,
    ...gapGroups(gaps, process).flatMap(({ gaps: members }) =>
      members.map(({ name, gap }) => `${name}: ${gap.explanation ?? 'no explanation is recorded.'}`),
    ),
    ...(moved.length === 0
      ? []
      : [`Dates moved, or the window was short, in ${joined(moved)}; the reasons stand above.`]),
    ...(late === 0
      ? []
      : [
          `${counted(late, 'consultation')} came in after the round was over, and ${late === 1 ? 'is' : 'are'} counted.`,
        ]),
    ...(open === 0 ? [] : [`${counted(open, 'input')} ${open === 1 ? 'is' : 'are'} not answered yet.`]),
    ...(totals.reasonWithheld === 0
      ? []
      : [
          `${counted(totals.reasonWithheld, 'answer')} ${totals.reasonWithheld === 1 ? 'has' : 'have'} a reason that may not be told here.`,
        ]),
    ...(totals.machineTranslated === 0
      ? []
      : [
          `${counted(totals.machineTranslated, 'input')} ${totals.machineTranslated === 1 ? 'was' : 'were'} translated by a machine.`,
        ]),
    ...(nearIdentical.inputs.groups.length === 0
      ? []
      : ['Numbers of inputs are no votes: both totals are given where words are near-identical.']),
    'Those who take part in a consultation are no sample of all whom the text concerns.',
  ];
  return [heading('Limits of the consultation', 2), list(lines.map((line) => [paragraph(line)]))];
}
