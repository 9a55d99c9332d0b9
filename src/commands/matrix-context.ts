import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { Workspace } from '../model/workspace.ts';
import type { LeadIndex } from '../trace/leads.ts';
import type { MatrixContext } from '../trace/matrix/rows.ts';
import type { PassagePlace } from '../trace/passage-places.ts';

/** What the comments matrix is made from, but for who reads it. */
export interface MatrixMaterial extends Omit<MatrixContext, 'audience'> {
  readonly leads: LeadIndex;
}

/**
 * Reads notes, responses and the text as it stands. A process that has no text yet has passages nowhere.
 *
 * @param world The World of the workspace.
 * @param process The process.
 */
export async function readMatrixMaterial(world: World, process: Process): Promise<MatrixMaterial> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const needs = new Set(['notes', 'responses', 'decisions', 'questionnaires'] as const);
  const workspace = await loadWorkspace(world, { process, needs });
  return { workspace, ...(await readPlaces(world, process, workspace)) };
}

async function readPlaces(world: World, process: Process, { questionnaires }: Workspace) {
  const { composeStage } = await import('./stages.ts');
  const { passageFingerprints } = await import('../trace/passage-fingerprints.ts');
  const { passagePlaces } = await import('../trace/passage-places.ts');
  const { leadIndex } = await import('../trace/leads.ts');
  const { text, document } = await composeStage(world, process, 'working');
  const { sections } = text;
  return {
    places: sections.length === 0 ? new Map<string, PassagePlace>() : passagePlaces(document),
    prints: passageFingerprints(sections),
    leads: leadIndex(sections, questionnaires),
  };
}
