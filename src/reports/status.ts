import type { BlockContent, Table, TableRow } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document, DocumentMeta, Section } from '../model/document.ts';
import { type StatusContext, type StatusData, statusFacts } from './status/data.ts';
import { nextStep } from './status/next-step.ts';
import { answerWords, coverageWords, roundWords, stageWords, whenWords } from './status/words.ts';

export type { StatusContext, StatusData } from './status/data.ts';

/** What the caller chose. */
export type StatusOptions = Readonly<Record<string, never>>;

/** Where the process stands: stages, rounds, answers, coverage and the next step. */
export const status: Report<StatusContext, StatusOptions> = {
  id: 'status',
  about: 'Where the process stands: stages, rounds, inputs, coverage and what to do next.',
  build: (context) => {
    const data = statusData(context);
    return { document: statusDocument(data, context), data };
  },
};

/** How the process stands, with the next step. */
export function statusData(context: StatusContext): StatusData {
  const facts = statusFacts(context);
  return { ...facts, next: nextStep(facts) };
}

function statusDocument(data: StatusData, context: StatusContext): Document {
  const children: Section['children'] = [
    heading('Status', 1),
    paragraph(data.next),
    heading('Stages', 2),
    table(
      ['Stage', 'Planned', 'Actual', 'State'],
      data.stages.map((stage) => [
        stage.title,
        whenWords(stage.planned),
        whenWords(stage.actual),
        stageWords(stage, data),
      ]),
    ),
    ...roundBlocks(data),
    heading('Coverage', 2),
    paragraph(coverageWords(data)),
  ];
  const section: Section = { type: 'section', part: 'body', numbered: false, children };
  return { root: { type: 'root', children: [section] }, meta: metaOf(context) };
}

function roundBlocks(data: StatusData): BlockContent[] {
  if (data.rounds.length === 0) return [];
  const rows = data.rounds.map((round) => [
    round.title,
    whenWords(round.planned),
    whenWords(round.actual),
    roundWords(round),
    String(round.notes),
    answerWords(round),
  ]);
  return [heading('Rounds', 2), table(['Round', 'Planned', 'Actual', 'State', 'Notes', 'Inputs'], rows)];
}

/** Status is for the drafters: it is in English as the program is, and for the core group. */
function metaOf({ workspace, today }: StatusContext): DocumentMeta {
  const { process } = workspace;
  return {
    title: process.title,
    kind: 'Status',
    language: 'en',
    direction: 'ltr',
    date: today,
    authors: [],
    distribution: 'core-group',
    notForCitation: false,
    attachments: [],
    epoch: Date.parse(`${today}T00:00:00Z`) / 1000,
    style: {
      paper: process.style?.paper ?? 'a4',
      cover: false,
      contents: false,
      lineNumbers: false,
      textMarks: false,
      fonts: process.fonts ?? [],
    },
    ...(process.notice !== undefined && { notice: process.notice }),
  };
}

function heading(words: string, depth: 1 | 2): BlockContent {
  return { type: 'heading', depth, children: [{ type: 'text', value: words }] };
}

function paragraph(words: string): BlockContent {
  return { type: 'paragraph', children: [{ type: 'text', value: words }] };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { type: 'table', children: [head, ...rows].map(row) };
}

function row(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((words) => ({ type: 'tableCell', children: [{ type: 'text', value: words }] })),
  };
}
