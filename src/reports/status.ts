import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document, Section } from '../model/document.ts';
import { heading, list, paragraph, reportDocument, strong, table } from './blocks.ts';
import { type StatusContext, type StatusData, statusFacts } from './status/data.ts';
import { nextStep } from './status/next-step.ts';
import {
  answerWords,
  clearanceWords,
  coverageWords,
  deadlineWords,
  LEAD_HEAD,
  leadCells,
  nextDates,
  roundWords,
  stageWords,
  whenWords,
} from './status/words.ts';

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
    ...overdueBlocks(data),
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
    ...waitingBlocks(data),
    ...comingBlocks(data),
    heading('Coverage', 2),
    paragraph(coverageWords(data)),
  ];
  const { workspace, today } = context;
  // Status is for the drafters, and so for the core group.
  const frame = { process: workspace.process, kind: 'Status', date: today, distribution: 'core-group' } as const;
  return reportDocument(frame, children);
}

function overdueBlocks({ deadlines }: StatusData): BlockContent[] {
  const overdue = deadlines.filter(({ state }) => state === 'overdue');
  if (overdue.length === 0) return [];
  return [heading('Overdue', 2), list(overdue.map((one) => [paragraph([strong(deadlineWords(one))])]))];
}

function waitingBlocks({ leads = [], clearances }: StatusData): BlockContent[] {
  return [
    ...(leads.length === 0
      ? []
      : [heading('What waits', 2), table(LEAD_HEAD, leads.map(leadCells), { numbers: true })]),
    ...(clearances.length === 0
      ? []
      : [heading('Clearance', 2), list(clearances.map((one) => [paragraph(clearanceWords(one))]))]),
  ];
}

function comingBlocks({ deadlines }: StatusData): BlockContent[] {
  const coming = nextDates(deadlines);
  if (coming.length === 0) return [];
  return [heading('Next dates', 2), list(coming.map((one) => [paragraph(deadlineWords(one))]))];
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
