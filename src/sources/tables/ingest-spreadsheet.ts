import type { Ingested, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { fitsColumns, type Mapping, type NamedMapping, type SurveyMapping } from '../../model/mapping.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { guessComments, withIsoHeadings } from '../comments/guess-comments.ts';
import { ingestComments } from '../comments/ingest-comments.ts';
import { slug } from '../ingest/slug.ts';
import { isReturnedMatrix } from '../matrix/columns.ts';
import { guessSurvey } from '../survey/guess-survey.ts';
import { type HeadedTable, ingestSurvey } from '../survey/ingest-survey.ts';
import { matchQuestionnaire } from '../survey/match-questionnaire.ts';
import type { SurveyQuestionnaire } from '../survey/survey-types.ts';
import { columnSamples, guessFindings } from './guessed-columns.ts';
import { openTables } from './open-tables.ts';
import { readHead } from './read-head.ts';
import { tableFinding } from './table-findings.ts';

/**
 * Makes consultation notes of a spreadsheet: of a survey one, of a comment matrix one for each organisation.
 *
 * @param bytes The file.
 * @param context Its name, the process, questionnaires and mappings.
 * @throws FileProblemError where it can't be read on.
 */
export async function* ingestSpreadsheet(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  const { tables, isCsv, findings } = openTables(bytes, context.name);
  const headed: HeadedTable[] = [];
  for (const table of tables) {
    const head = await readHead(table);
    if (head !== undefined) headed.push({ table, head: withIsoHeadings(head) });
  }
  if (headed.length === 0) {
    const said = tables.length === 0 ? findings : [...findings, empty(context.name)];
    for (const finding of said) yield { type: 'finding', finding };
    return;
  }
  if (headed.some(({ head }) => isReturnedMatrix(head))) {
    yield { type: 'finding', finding: returned(context.name) };
    return;
  }
  const reading = readingOf(headed, context);
  if (reading.guess !== undefined && context.yes !== true) {
    yield { type: 'columns', columns: { file: context.name, guess: reading.guess, samples: columnSamples(headed) } };
    for (const finding of guessFindings(reading.guess, false, context.name)) yield { type: 'finding', finding };
    return;
  }
  if (reading.guess !== undefined) yield { type: 'mapping', mapping: reading.guess };
  const told = reading.guess === undefined ? [] : guessFindings(reading.guess, true, context.name);
  yield* notesOf({ reading, headed, isCsv, context, sha256: contentHash(bytes), findings: [...findings, ...told] });
}

/** How a file is read. */
interface Reading {
  readonly mapping: Mapping;
  readonly set?: SurveyQuestionnaire;
  /** The mapping, where it was guessed and nobody confirmed it. */
  readonly guess?: NamedMapping;
}

/** By a mapping that was kept, by a questionnaire, or by the best guess, in this order. */
function readingOf(headed: readonly HeadedTable[], context: SourceContext): Reading {
  const headings = [...new Set(headed.flatMap(({ head }) => head.headings))];
  const { questionnaires = [], mappings = [] } = context;
  const kept = mappings.find(({ mapping }) => fitsSome(mapping, headed, headings))?.mapping;
  if (kept !== undefined) return { mapping: kept, ...setOf(kept, questionnaires) };
  const wanted = typeof context.defaults.questionnaire === 'string' ? context.defaults.questionnaire : undefined;
  const comments = headed.map(({ head }) => guessComments(head)).find((one) => one !== undefined);
  const match = matchQuestionnaire(headings, questionnaires, wanted);
  if (match !== undefined) return match;
  const mapping: Mapping = comments ?? {
    kind: 'survey',
    columns: guessedColumns(headed),
  };
  const name = slug(context.name.replace(/\.[^.]*$/u, '')) || 'columns';
  return { mapping, guess: { name, mapping } };
}

function fitsSome(mapping: Mapping, headed: readonly HeadedTable[], all: readonly string[]): boolean {
  // How answers come back says nothing about what people sent.
  if (mapping.kind === 'responses') return false;
  if (mapping.kind === 'survey') return fitsColumns(mapping, all);
  return headed.some(({ head }) => fitsColumns(mapping, head.headings));
}

function setOf(mapping: Mapping, questionnaires: readonly Questionnaire[]): { readonly set?: SurveyQuestionnaire } {
  const id = mapping.kind === 'survey' ? mapping.questionnaire : undefined;
  const [first, ...others] = questionnaires.filter((one) => id !== undefined && one.id === id);
  return first === undefined ? {} : { set: [first, ...others] };
}

/** The guess at each column, from the first table that has it. */
function guessedColumns(headed: readonly HeadedTable[]): SurveyMapping['columns'] {
  const guessed = new Map<string, SurveyMapping['columns'][number]>();
  // A table is guessed at once: wide ones have thousands of columns.
  for (const { head } of headed) {
    for (const column of guessSurvey(head).columns) {
      if (!guessed.has(column.column)) guessed.set(column.column, column);
    }
  }
  return [...guessed.values()];
}

interface NotesRequest {
  readonly reading: Reading;
  readonly headed: readonly HeadedTable[];
  readonly isCsv: boolean;
  readonly context: SourceContext;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

async function* notesOf(request: NotesRequest): AsyncGenerator<Ingested> {
  const { reading, headed, isCsv, context, sha256, findings } = request;
  const { mapping, set } = reading;
  if (mapping.kind === 'survey') {
    yield* ingestSurvey({ tables: headed, isCsv, mapping, set, context, sha256, findings });
    return;
  }
  if (mapping.kind === 'responses') return;
  const tables = headed.filter(({ head }) => fitsColumns(mapping, head.headings));
  yield* ingestComments({
    tables: tables.map(({ table, head }) => ({ table, headings: head.headings, row: head.row })),
    mapping,
    context,
    sha256,
    findings,
  });
}

/** Answers that come back would otherwise be taken for new comments. */
function returned(file: string): Finding {
  return tableFinding({
    check: 'ingest/returned-matrix',
    severity: 'error',
    message: `"${file}" is a comments matrix that was exported from a workspace; it holds answers, and nothing new that was said.`,
    why: 'As new comments, all of it would stand in the workspace twice.',
    hint: 'Take the answers in with "penholder matrix import".',
    file,
  });
}

function empty(file: string): Finding {
  return tableFinding({
    check: 'ingest/empty',
    severity: 'error',
    message: `"${file}" holds no rows.`,
    why: 'There is nothing in it that could be answered.',
    hint: 'Ask whoever sent it for the right file.',
    file,
  });
}
