import type { BlockContent } from 'mdast';
import { changeWords } from '../../model/change-words.ts';
import type { Counted } from '../../model/labels/reports/words-type.ts';
import { fill } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import { withNumber } from '../../model/report-words.ts';
import type { Uniqueness } from '../../trace/near-identical-inputs.ts';
import { NOT_RECORDED } from '../../trace/reach/note-facts.ts';
import type { ReachLine } from '../../trace/reach/organisations.ts';
import { type CrossTable, isNone } from '../../trace/reach/tables.ts';
import { heading, list, paragraph, plain, strong, table } from '../blocks.ts';
import type { CodeTable, CoverageData } from './data.ts';
import { codePlot, type Plot, regionPlot, targetPlot } from './plots.ts';
import {
  codeTitle,
  counted,
  countWords,
  ENGLISH,
  gapGroups,
  plannedWords,
  type ReachTongue,
  reachedWords,
  titleOf,
  whereWords,
} from './words.ts';

const NO_EXPLANATION = 'No explanation is recorded yet; it belongs under coverage.explanations in penholder.yaml.';

/** The gaps: each sentence, and below it the explanation of each of its parts. */
export function gapBlocks({ gaps }: CoverageData, process: Process): BlockContent[] {
  if (gaps.length === 0) {
    return [
      heading('Gaps', 2),
      paragraph('All that was planned was reached, and all that the process declares was heard.'),
    ];
  }
  const items = gapGroups(gaps, process).map(({ sentence, gaps: members }): BlockContent[] => [
    paragraph([strong(sentence)]),
    list(members.map(({ name, gap }) => [paragraph([plain(`${name}: ${gap.explanation ?? NO_EXPLANATION}`)])])),
  ]);
  return [heading('Gaps', 2), list(items)];
}

/** What was planned against what was reached, as a plot and as a table. */
export function targetBlocks(data: CoverageData, process: Process, plots: Plot[]): BlockContent[] {
  const plot = targetPlot(data, process);
  if (plot === undefined) {
    return [heading('Planned against reached', 2), paragraph('The process declares no coverage targets.')];
  }
  plots.push(plot);
  const rows = data.targets.map((line) => [
    titleOf('group', line.target.group, process),
    whereWords(line.target, process) || 'Anywhere',
    plannedWords(line.target),
    reachedWords(line),
    line.met ? 'reached' : line.explanation === undefined ? 'missed, not explained' : 'missed, explained',
  ]);
  const head = ['Stakeholder group', 'Where and how', 'Planned', 'Reached', 'Result'];
  return [heading('Planned against reached', 2), plot.figure, table(head, rows)];
}

/** Everything that was counted, table by table. */
export function tableBlocks(data: CoverageData, process: Process, plots: Plot[]): BlockContent[] {
  const shown = data.tables.map(trimmed).filter(({ rowIds, columnIds }) => rowIds.length > 0 && columnIds.length > 0);
  const first = shown.find(({ counted: what, columns }) => what === 'consultations' && columns === 'region');
  const plot = first === undefined ? undefined : regionPlot(first, process);
  if (plot !== undefined) plots.push(plot);
  return [
    heading('Who took part', 2),
    ...(plot === undefined ? [paragraph('No consultation that may be counted here was held.')] : [plot.figure]),
    ...shown.flatMap((one) => [crossBlock(one, process)]),
    ...data.codes.flatMap((codes) => codeBlocks(codes, process, plots)),
  ];
}

/** Rows of age bands and of groups left behind are only those of which something is recorded. */
function trimmed(cross: CrossTable): CrossTable {
  if (cross.columns !== 'age-band' && cross.rows !== 'left-behind') return cross;
  const recorded = cross.columnIds.map((id) => id !== NOT_RECORDED);
  const kept = cross.rowIds.map((id, row) => {
    const cells = cross.cells[row] ?? [];
    return (
      id !== NOT_RECORDED &&
      cells.some((one, column) => (cross.rows === 'left-behind' || recorded[column]) && !isNone(one))
    );
  });
  const only = <T>(list: readonly T[]): T[] => list.filter((_, row) => kept[row] === true);
  return { ...cross, rowIds: only(cross.rowIds), cells: only(cross.cells), rowTotals: only(cross.rowTotals) };
}

/** Lists overlap, so that adding their columns or rows up would count twice. */
const OVERLAPS: ReadonlySet<string> = new Set(['language', 'left-behind']);

/** A table of figures with its totals. */
export function crossBlock(cross: CrossTable, process: Process, tongue: ReachTongue = ENGLISH): BlockContent {
  const { rows, columns, rowIds, columnIds, cells, rowTotals, columnTotals, total } = cross;
  const { words } = tongue;
  const figure = (one: (typeof rowTotals)[number]) => countWords(one, tongue);
  const head = [words.dimensions[rows], ...columnIds.map((id) => titleOf(columns, id, process, tongue)), words.all];
  const body = rowIds.map((id, row) => [
    titleOf(rows, id, process, tongue),
    ...(cells[row] ?? []).map(figure),
    ...rowTotals.slice(row, row + 1).map(figure),
  ]);
  const isWhole = !OVERLAPS.has(rows) && columns !== 'age-band';
  const foot = isWhole ? [[words.all, ...columnTotals.map(figure), figure(total)]] : [];
  const caption = fill(words.tableOf, {
    what: cross.counted === 'people' ? words.people : words.consultations,
    rows: words.dimensionsInside[rows],
    columns: words.dimensionsInside[columns],
  });
  const note = OVERLAPS.has(columns) ? words.severalLanguages : '';
  return table(head, [...body, ...foot], { caption: `${caption}${note}`, numbers: true });
}

/** Long lists of themes need no plot. */
const PLOTTED = 6;

function codeBlocks(codes: CodeTable, process: Process, plots: Plot[]): BlockContent[] {
  const name = process.codebook?.[codes.dimension]?.title ?? codes.dimension;
  const spoke = codes.groups.map((_, group) => codes.cells.some((row) => (row[group] ?? 0) > 0));
  const only = <T>(list: readonly T[]): T[] => list.filter((_, group) => spoke[group] === true);
  const head = [name, ...only(codes.groups).map((id) => titleOf('group', id, process)), 'All'];
  const rows = codes.codes.map((code, index) => [
    codeTitle(code, process),
    ...only(codes.cells[index] ?? []).map(String),
    String(codes.totals[index] ?? 0),
  ]);
  const caption = `Inputs by ${name.toLowerCase()} and stakeholder group; one with several codes counts under each`;
  const plot = codes.codes.length > PLOTTED ? undefined : codePlot(codes, process);
  if (plot !== undefined) plots.push(plot);
  return [...(plot === undefined ? [] : [plot.figure]), table(head, rows, { caption, numbers: true })];
}

/** Organisations: who was asked, who was heard, and whom they reach. */
export function organisationBlocks(data: CoverageData, process: Process): BlockContent[] {
  const { groups, leftBehind, joint, late } = data;
  const signed =
    joint.submissions === 0
      ? 'There was no joint submission.'
      : `${counted(joint.submissions, 'joint submission')} ${joint.submissions === 1 ? 'counts' : 'count'} once; ${counted(joint.signatories, 'signature')} under ${joint.submissions === 1 ? 'it count' : 'them count'} as reached, and ${joint.notListed} of the signatories ${joint.notListed === 1 ? 'is' : 'are'} not on the list of stakeholders.`;
  const came =
    late === 0
      ? 'None came in late.'
      : `${counted(late, 'consultation')} came in after the round was over, and ${late === 1 ? 'is' : 'are'} counted and answered all the same.`;
  return [
    heading('Organisations', 2),
    ...(groups.length === 0
      ? [paragraph('stakeholders.yaml lists nobody yet.')]
      : [
          reachTable(
            'Stakeholders by group',
            'Stakeholder group',
            groups.map((line) => [line, titleOf('group', line.id, process)]),
          ),
        ]),
    ...(leftBehind.length === 0
      ? []
      : [
          reachTable(
            'Stakeholders that reach groups most often left behind',
            'Group most often left behind',
            leftBehind.map((line) => [line, titleOf('left-behind', line.id, process)]),
          ),
        ]),
    paragraph(`${signed} ${came}`),
  ];
}

function reachTable(caption: string, first: string, lines: readonly (readonly [ReachLine, string])[]): BlockContent {
  const head = [first, 'Listed', 'Invited', 'Reminded', 'Heard', 'Accommodations arranged'];
  const rows = lines.map(([{ listed, invited, reminded, heard, accommodated }, name]) => [
    name,
    ...[listed, invited, reminded, heard, accommodated].map(String),
  ]);
  return table(head, rows, { caption, numbers: true });
}

/** Groups shown; the data has all. */
const GROUPS = 10;

/** Form letters and campaigns: both totals, and a sample of each group. */
export function nearIdenticalBlocks(
  { nearIdentical: { inputs, submissions } }: CoverageData,
  tongue: ReachTongue = ENGLISH,
): BlockContent[] {
  const { submission, input, nearIdentical: words } = tongue.words;
  const totals = [totalWords(submissions, submission, tongue), totalWords(inputs, input, tongue)].join(' ');
  const groups = [...submissions.groups, ...inputs.groups];
  const items = groups.slice(0, GROUPS).map(({ size, refs, sample }) => {
    const named = refs.length === 0 ? '' : fill(words.suchAs, { refs: refs.slice(0, 3).join(tongue.words.comma) });
    const said = sample === undefined ? words.noSample : fill(words.sample, { words: shortened(sample) });
    return [paragraph(`${fill(words.size, { n: size })}${named}${changeWords(tongue.language).stop}${said}`)];
  });
  const rest = groups.length - GROUPS;
  return [
    heading(words.title, 2),
    paragraph(totals),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(rest > 0 ? [paragraph(fill(words.further, { n: rest }))] : []),
  ];
}

function totalWords({ total, unique, groups }: Uniqueness, what: Counted, { words }: ReachTongue): string {
  const { alone, alike, group } = words.nearIdentical;
  if (groups.length === 0) return fill(alone, { what: withNumber(what, total) });
  return fill(alike, { what: withNumber(what, total), unique, groups: withNumber(group, groups.length) });
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const letters = [...flat];
  return letters.length <= 300 ? flat : `${letters.slice(0, 299).join('').trimEnd()}…`;
}
