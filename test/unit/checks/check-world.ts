import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { runChecks } from '../../../src/checks/run-checks.ts';
import { loadCheckContext } from '../../../src/commands/load-check-context.ts';
import type { MemoryHistory } from '../../../src/io/memory-git.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { CheckNeed } from '../../../src/model/contracts.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';

/** A workspace in memory for the checks. */
export interface CheckedFiles {
  readonly files: Readonly<Record<string, string>>;
  /** Stages frozen before, in order, with the files that each added or replaced. */
  readonly frozen?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly only?: readonly string[];
  readonly today?: string;
}

const ALL: ReadonlySet<CheckNeed> = new Set(['notes', 'text', 'stages', 'changes', 'trace']);

/** Runs checks over a workspace in memory. */
export async function check({ files, frozen, only, today = '2022-10-28' }: CheckedFiles): Promise<Finding[]> {
  const all: Record<string, string> = { 'penholder.yaml': EXAMPLE_PROCESS, ...files };
  const git = frozen === undefined ? undefined : historyOf(all, frozen);
  const world = memoryWorld({ files: all, today, ...(git !== undefined && { git }) });
  const { process, findings } = await loadProcess(world);
  if (process === undefined) return [...findings];
  const context = await loadCheckContext(world, process, { needs: ALL, findings });
  const read = async (file: string) => {
    const bytes = await world.read(file);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  const list = async (folder: string) => (await world.list(folder)).map(({ path }) => path);
  return runChecks(context, { files: { read, list }, ...(only !== undefined && { only }) });
}

/** One commit for each frozen stage, and one for the files as they stand. */
function historyOf(
  files: Readonly<Record<string, string>>,
  frozen: Readonly<Record<string, Readonly<Record<string, string>>>>,
): MemoryHistory {
  let before: Record<string, string> = { 'penholder.yaml': files['penholder.yaml'] ?? '' };
  const commits = Object.entries(frozen).map(([stage, changed]) => {
    before = { ...before, ...changed };
    return { files: before, tags: [`${stage}-draft`] };
  });
  return { commits: [...commits, { files }] };
}
