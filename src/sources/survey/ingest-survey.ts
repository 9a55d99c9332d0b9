import type { Ingested, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { SurveyMapping } from '../../model/mapping.ts';
import { droppedFinding } from '../comments/ingest-comments.ts';
import { spanOf } from '../consultation-note/when.ts';
import { heldYaml } from '../tables/held-rows.ts';
import type { SourceTable } from '../tables/open-tables.ts';
import type { TableHead } from '../tables/read-head.ts';
import { AnswerCollector } from './collect-answers.ts';
import { planColumns } from './plan-columns.ts';
import {
  PARENT,
  type Parents,
  readRepeats,
  readRespondents,
  type SurveyRemarks,
  type SurveyTable,
} from './read-survey.ts';
import { exportFindings, sheetPassedOver, surveyFindings, unknownColumns } from './survey-findings.ts';
import { surveyNote } from './survey-note.ts';
import type { SurveyQuestionnaire } from './survey-types.ts';

/** A table with its beginning. */
export interface HeadedTable {
  readonly table: SourceTable;
  readonly head: TableHead;
}

/** What a survey is made into a note with. */
export interface SurveyIngest {
  readonly tables: readonly HeadedTable[];
  readonly isCsv: boolean;
  readonly mapping: SurveyMapping;
  readonly set: SurveyQuestionnaire | undefined;
  readonly context: SourceContext;
  readonly sha256: string;
  /** What was found before the rows were read. */
  readonly findings: readonly Finding[];
  /** Whether the note is to say which respondents it counts. */
  readonly listRespondents?: boolean;
}

/**
 * Makes one consultation note of a survey.
 *
 * @param ingest Tables, mapping and where they come from.
 * @throws FileProblemError where a table can't be read on.
 */
export async function* ingestSurvey(ingest: SurveyIngest): AsyncGenerator<Ingested> {
  const { context, set, sha256 } = ingest;
  const tables = surveyTables(ingest);
  const collector = new AnswerCollector(roundEnd(ingest));
  const remarks = await readAll(tables, collector);
  const result = collector.finish();
  const file = context.name;
  const headings = tables.all.flatMap((one) => one.headings);
  const dropped = [...new Set(tables.all.flatMap(({ plan }) => plan.dropped))];
  const findings = [
    ...ingest.findings,
    ...tables.passedOver.map((sheet) => sheetPassedOver(sheet, file)),
    ...unknownColumns(unanswered(ingest, headings), file),
    ...exportFindings({ headings, isCsv: ingest.isCsv }, set?.[0], file),
    ...(dropped.length === 0 ? [] : [droppedFinding(dropped, file)]),
    ...surveyFindings(remarks, result.late, file),
  ];
  const title = tables.all[0]?.table.sheet;
  const { shards, ...counts } = result;
  const { tallies, languages, respondents } = collector;
  const listed = ingest.listRespondents === true ? { respondents } : {};
  const note = surveyNote(
    { ...counts, ...listed, tallies, languages: [...languages], questions: tables.questions },
    { context, sha256, set, findings, ...(title !== undefined && { title }) },
  );
  const keptOut = heldYaml(remarks.held);
  const rows = { respondents, ...(shards !== undefined && { shards }) };
  yield { ...note, rows, ...(keptOut !== undefined && { keptOut }) };
}

/** Columns taken as words although the survey's questionnaire has no question for them. */
function unanswered({ mapping, set }: SurveyIngest, headings: readonly string[]): readonly string[] {
  if (set === undefined) return [];
  const open = mapping.columns.filter(({ as, question }) => as === 'open' && question === undefined);
  return open.map(({ column }) => column).filter((column) => headings.includes(column));
}

interface SurveyTables {
  readonly respondents: readonly SurveyTable[];
  readonly repeats: readonly SurveyTable[];
  readonly all: readonly SurveyTable[];
  readonly questions: SurveyTable['plan']['questions'];
  /** Sheets that hold something else. */
  readonly passedOver: readonly string[];
}

/** The respondents' tables, those of repeated groups, and what is neither. */
function surveyTables({ tables, mapping, set }: SurveyIngest): SurveyTables {
  const known = new Set(mapping.columns.map(({ column }) => column.trim()));
  const isMapped = ({ head }: HeadedTable) => head.headings.some((heading) => known.has(heading.trim()));
  const read = tables.filter(isMapped).map(({ table, head }): SurveyTable => {
    const plan = planColumns(mapping, head.headings, set);
    return { table, headings: head.headings, headingRow: head.row, plan };
  });
  const isRepeat = ({ headings }: SurveyTable) => headings.some((heading) => PARENT.test(heading));
  const [respondents, repeats] = [read.filter((one) => !isRepeat(one)), read.filter(isRepeat)];
  const all = [...respondents, ...repeats];
  const passedOver = tables.filter((one) => !isMapped(one)).flatMap(({ table }) => table.sheet ?? []);
  return { respondents, repeats, all, questions: all.flatMap(({ plan }) => plan.questions), passedOver };
}

async function readAll({ respondents, repeats }: SurveyTables, collector: AnswerCollector): Promise<SurveyRemarks> {
  const remarks: SurveyRemarks = { held: [], noConsent: 0, orphans: [], empty: [] };
  const parents: Parents = new Map();
  const found = repeats.length > 0 ? { remarks, parents } : { remarks };
  for (const table of respondents) await readRespondents(table, collector, found);
  for (const table of repeats) await readRepeats(table, collector, { remarks, parents });
  return remarks;
}

/** Last day of the round the survey belongs to, as far as it is known. */
function roundEnd({ context, set }: SurveyIngest): string | undefined {
  const id = context.defaults.round ?? set?.[0].frontMatter.round;
  const round = context.process.rounds?.find((one) => one.id === id);
  const when = round?.actual ?? round?.planned;
  return when === undefined ? undefined : spanOf(when).to;
}
