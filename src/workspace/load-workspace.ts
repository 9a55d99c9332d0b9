import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { Workspace } from '../model/workspace.ts';
import { loadCirculations } from './circulations.ts';
import { loadClearances } from './clearances.ts';
import { loadDecisions } from './decisions.ts';
import { FOLDERS } from './layout.ts';
import { loadNotes, type Notes } from './notes.ts';
import { passedOverFindings } from './passed-over.ts';
import { loadQuestionnaires } from './questionnaires.ts';
import { loadResponses } from './responses.ts';
import { loadStakeholders } from './stakeholders.ts';

/** A part of a workspace that can be asked for. Responses bring the notes they answer with them. */
export type WorkspaceNeed =
  | 'notes'
  | 'responses'
  | 'decisions'
  | 'questionnaires'
  | 'stakeholders'
  | 'clearances'
  | 'circulations';

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
  const [state, read, decisions, asked, stakeholders, clearances, circulations] = await Promise.all([
    world.git.state(),
    notesNeeded ? loadNotes(world, process) : { notes: [], findings: [] },
    wanted('decisions', () => loadDecisions(world), { decisions: [], findings: [] }),
    wanted('questionnaires', () => loadQuestionnaires(world), { questionnaires: [], findings: [] }),
    wanted('stakeholders', () => loadStakeholders(world), { stakeholders: [], findings: [] }),
    wanted('clearances', () => loadClearances(world), { clearances: [], findings: [] }),
    wanted('circulations', () => loadCirculations(world), { circulations: [], findings: [] }),
  ]);
  const { notes, questionnaires } = await withQuestions(world, read, needs.has('questionnaires') ? asked : undefined);
  const responses = await wanted('responses', () => loadResponses(world, notes.notes), { responses: [], findings: [] });
  const passed = await passedOverFindings(world, foldersFor(needs));
  const parts = [notes, responses, decisions, questionnaires, stakeholders, clearances, circulations];
  return {
    prefix: state.prefix,
    process,
    notes: notes.notes,
    responses: responses.responses,
    decisions: decisions.decisions,
    questionnaires: questionnaires.questionnaires,
    stakeholders: stakeholders.stakeholders,
    ...(needs.has('clearances') && { clearances: clearances.clearances }),
    ...(needs.has('circulations') && { circulations: circulations.circulations }),
    findings: [...passed, ...parts.flatMap(({ findings }) => findings)],
  };
}

/** Folders in which nothing may be passed over without a word. */
function foldersFor(needs: ReadonlySet<WorkspaceNeed>): readonly string[] {
  return [
    ...(needs.has('notes') || needs.has('responses') ? [FOLDERS.consultations] : []),
    ...(needs.has('decisions') ? [FOLDERS.decisions, FOLDERS.clearances] : []),
    ...(needs.has('questionnaires') ? [FOLDERS.questionnaires, FOLDERS.mappings] : []),
  ];
}

type Questionnaires = Awaited<ReturnType<typeof loadQuestionnaires>>;

/** Notes that answer a questionnaire get the kinds and codes of its questions; it is read for them where nobody asked for it. */
async function withQuestions(
  world: World,
  read: Notes,
  asked: Questionnaires | undefined,
): Promise<{ notes: Notes; questionnaires: Questionnaires }> {
  const answering = read.notes.some(({ frontMatter }) => frontMatter.questionnaire !== undefined);
  if (!answering) return { notes: read, questionnaires: asked ?? { questionnaires: [], findings: [] } };
  const { codeByQuestions } = await import('../sources/questionnaire/code-by-questions.ts');
  const known = asked ?? (await loadQuestionnaires(world));
  const coded = read.notes.map((note) => codeByQuestions(note, known.questionnaires));
  const findings = [...read.findings, ...coded.flatMap((one) => one.findings)];
  return {
    notes: { notes: coded.map(({ note }) => note), findings },
    questionnaires: asked ?? { questionnaires: [], findings: [] },
  };
}
