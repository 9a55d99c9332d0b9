import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import type { CommandContext } from './context.ts';
import { printFindings } from './print-findings.ts';

/** A process that can be worked with, or undefined after its findings have been printed. */
export interface OpenedProcess {
  readonly process?: Process;
  readonly findings: readonly Finding[];
}

/** Reads `penholder.yaml`; where it does not hold, prints everything that is wrong with it at once. */
export async function openProcess(
  world: World,
  context: CommandContext,
  format: string | undefined,
): Promise<OpenedProcess> {
  const { loadProcess } = await import('../workspace/load-process.ts');
  const { process, findings } = await loadProcess(world);
  if (process !== undefined) return { process, findings };
  await printFindings(findings, world, context, { to: 'error', format });
  return { findings };
}
