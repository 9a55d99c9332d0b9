import { markUp } from '../changes/mark-up/mark-up.ts';
import type { World } from '../io/world.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { type Comparison, compareStages } from './compare-stages.ts';

/** The marked-up version of a stage against an earlier one. */
export async function markedUpStage(
  world: World,
  process: Process,
  comparison: Comparison,
): Promise<{ document: Document; findings: readonly Finding[] }> {
  const { log, findings } = await compareStages(world, process, comparison);
  const marked = markUp(comparison.from.document, comparison.to.document, log);
  return { document: marked, findings };
}
