import type { ConsultationNote, Input } from '../../model/consultation-note.ts';
import type { Audience } from '../../model/contracts.ts';
import type { Process, Round } from '../../model/process.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import type { Response } from '../../model/response.ts';
import type { Stakeholder } from '../../model/stakeholder.ts';
import type { Workspace } from '../../model/workspace.ts';
import { questionnaireSets } from '../../text/questionnaire/merge-translations.ts';
import { responsesByInput } from '../../trace/answers.ts';
import { type Disclosures, disclosures } from '../../trace/disclose-input.ts';
import { mayCount } from '../../trace/reach/note-facts.ts';
import { type CoverageData, coverageData } from '../reach/data.ts';

/** What a report on one round is made from. */
export interface ConsultationContext {
  /** With notes, responses, questionnaires and stakeholders. */
  readonly workspace: Workspace;
  readonly audience: Audience;
  /** ISO date that the report carries. */
  readonly date: string;
  /** ISO date of today: what is overdue is so by then. */
  readonly today: string;
}

/** What practices are judged by: of the round, and only what its readers may know. */
export interface RoundFacts {
  readonly process: Process;
  readonly round: Round;
  readonly today: string;
  readonly notes: readonly ConsultationNote[];
  /** Those of groups that need safeguarding. */
  readonly children: readonly ConsultationNote[];
  readonly questionnaires: readonly Questionnaire[];
  /** Those for groups that need safeguarding. */
  readonly childrensQuestionnaires: readonly Questionnaire[];
  readonly stakeholders: readonly Stakeholder[];
  readonly answers: ReadonlyMap<string, Response>;
  readonly coverage: CoverageData;
  /** A note as its readers may call it. */
  readonly nameOf: (note: ConsultationNote) => string;
  /** Inputs of notes that may be told of, with the refs their readers may see. */
  readonly inputsOf: (notes: readonly ConsultationNote[]) => readonly CountedInput[];
}

/** An input that may be counted. */
export interface CountedInput {
  readonly input: Input;
  /** As its readers may call it. */
  readonly shown: string;
}

/** All questionnaires; a translation was cleared and reviewed with what it was made from, where it says nothing else. */
function questionnairesOf({ questionnaires, process }: Workspace): readonly Questionnaire[] {
  return questionnaireSets(questionnaires, process.language).flatMap(({ source, translations }) => {
    const { clearance, 'reviewed-by': reviewed } = source.frontMatter;
    const inherited = { ...(clearance && { clearance }), ...(reviewed && { 'reviewed-by': reviewed }) };
    const told = translations.map((one) => ({ ...one, frontMatter: { ...inherited, ...one.frontMatter } }));
    return [source, ...told];
  });
}

/** Gathers what the practices of a round are judged by. */
export function roundFacts(context: ConsultationContext, round: string): RoundFacts {
  const { workspace, audience, today } = context;
  const { process } = workspace;
  const told: Disclosures = disclosures({ notes: workspace.notes, process, audience });
  const notes = workspace.notes.filter((note) => note.frontMatter.round === round && mayCount(note, told));
  const guarded = new Set((process.groups ?? []).filter(needsSafeguarding).map(({ id }) => id));
  const questionnaires = questionnairesOf(workspace).filter(({ frontMatter }) => frontMatter.round === round);
  return {
    process,
    round: process.rounds?.find(({ id }) => id === round) ?? { id: round },
    today,
    notes,
    children: notes.filter(({ frontMatter }) => guarded.has(frontMatter.group)),
    questionnaires,
    childrensQuestionnaires: questionnaires.filter(({ frontMatter }) => guarded.has(frontMatter.group)),
    stakeholders: workspace.stakeholders,
    answers: responsesByInput(workspace.responses),
    coverage: coverageData(context, { round }),
    inputsOf: (of) => of.flatMap((note) => countedInputs(note, told)),
    nameOf: (note) => told.nameOf(note, told.ofNote(note)),
  };
}

function countedInputs(note: ConsultationNote, told: Disclosures): CountedInput[] {
  return note.inputs.flatMap((input) => {
    const disclosure = told.ofInput(note, input);
    return disclosure.subject ? [{ input, shown: told.refOf(note, input.ref, disclosure) }] : [];
  });
}

/** A group declares that it needs safeguarding in one word, or with its requirements. */
function needsSafeguarding({ safeguarding }: NonNullable<Process['groups']>[number]): boolean {
  return safeguarding !== undefined && safeguarding !== 'not-required';
}
