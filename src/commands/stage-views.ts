import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import { type StageView, stageView } from '../reports/places/stage-view.ts';
import { type ComposedStage, composeStage } from './stages.ts';

/**
 * Reads and composes the frozen stages, in their order, and the text as it stands.
 *
 * @returns The text as it stands last; stages that are not frozen left out.
 */
export async function composeStages(world: World, process: Process): Promise<readonly ComposedStage[]> {
  const { freezesOf } = await import('../workspace/stage-tags.ts');
  const state = await world.git.state();
  const tags = state.kind === 'ready' ? await world.git.tags() : [];
  const frozen = process.stages.filter((stage) => freezesOf(stage, state.prefix, tags).length > 0);
  const stages: ComposedStage[] = [];
  for (const { id } of [...frozen, { id: WORKING }]) stages.push(await composeStage(world, process, id));
  return stages;
}

/**
 * Makes stages ready to be looked up.
 *
 * @param pages Whether to tell the pages of frozen stages: their PDFs are set for it.
 */
export async function stageViews(
  world: World,
  stages: readonly ComposedStage[],
  { pages }: { readonly pages: boolean },
): Promise<readonly StageView[]> {
  const views: StageView[] = [];
  for (const stage of stages) {
    const pageOf = pages && stage.text.frozen !== undefined ? await pageFinderOf(world, stage) : undefined;
    views.push(stageView({ text: stage.text, document: stage.document, ...(pageOf !== undefined && { pageOf }) }));
  }
  return views;
}

async function pageFinderOf(world: World, stage: ComposedStage) {
  const { pageFinder } = await import('./change-pages.ts');
  return pageFinder(world, stage);
}
