import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { Workspace } from '../model/workspace.ts';
import { loadDecisions } from './decisions.ts';
import { loadNotes } from './notes.ts';
import { loadQuestionnaires } from './questionnaires.ts';
import { loadResponses } from './responses.ts';
import { loadStakeholders } from './stakeholders.ts';

/** A part of a workspace that can be asked for. Responses bring the notes they answer with them. */
export type WorkspaceNeed = 'notes' | 'responses' | 'decisions' | 'questionnaires' | 'stakeholders';

/** What to load. */
export interface LoadOptions {
  readonly needs: ReadonlySet<WorkspaceNeed>;
  /** The process, read before with `loadProcess`. */
  readonly process: Process;
}

/**
 * Reads and validates a workspace, as far as it is needed. Bad files are findings; nothing is thrown for them.
 *
 * @param world The World of the workspace.
 */
export async function loadWorkspace(world: World, { needs, process }: LoadOptions): Promise<Workspace> {
  const wanted = <Part>(need: WorkspaceNeed, load: () => Promise<Part>, none: Part) =>
    needs.has(need) ? load() : Promise.resolve(none);
  const notesNeeded = needs.has('notes') || needs.has('responses');
  const [state, notes, decisions, questionnaires, stakeholders] = await Promise.all([
    world.git.state(),
    notesNeeded ? loadNotes(world, process) : { notes: [], findings: [] },
    wanted('decisions', () => loadDecisions(world), { decisions: [], findings: [] }),
    wanted('questionnaires', () => loadQuestionnaires(world), { questionnaires: [], findings: [] }),
    wanted('stakeholders', () => loadStakeholders(world), { stakeholders: [], findings: [] }),
  ]);
  const responses = await wanted('responses', () => loadResponses(world, notes.notes), { responses: [], findings: [] });
  const parts = [notes, responses, decisions, questionnaires, stakeholders];
  return {
    prefix: state.prefix,
    process,
    notes: notes.notes,
    responses: responses.responses,
    decisions: decisions.decisions,
    questionnaires: questionnaires.questionnaires,
    stakeholders: stakeholders.stakeholders,
    findings: parts.flatMap(({ findings }) => findings),
  };
}
