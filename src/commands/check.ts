import { neededFor, runChecks } from '../checks/run-checks.ts';
import { selectChecks } from '../checks/select-checks.ts';
import type { World } from '../io/world.ts';
import type { CheckContext } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { CannotRun } from './cannot-run.ts';
import { fileReader, within, workspacePaths } from './check-files.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { loadCheckContext } from './load-check-context.ts';
import { printFindings } from './print-findings.ts';

/** `penholder check`: runs the rules over the workspace and prints what they find. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const explained = text(input, 'explain');
  if (explained !== undefined) {
    const { explainCheck } = await import('./check-explain.ts');
    return explainCheck(explained, context);
  }
  if (flag(input, 'list')) {
    const { listChecks } = await import('./check-explain.ts');
    return listChecks(texts(input, 'only'), text(input, 'format'), context);
  }
  return checkWorkspace(input, context);
}

async function checkWorkspace(input: CommandInput, context: CommandContext): Promise<number> {
  const only = knownRules(texts(input, 'only'));
  const world = await context.world();
  const paths = await workspacePaths(world, context, input.args);
  const { findings, prefix } = await findingsOf(world, only);
  const chosen = findings.filter(({ place }) => within(place.file, paths));
  await world.cache.save();
  const format = text(input, 'format');
  if (format === 'github') {
    const { writeStepSummary } = await import('./step-summary.ts');
    await writeStepSummary(chosen, world, prefix);
  }
  return printFindings(chosen, world, context, { to: 'out', format, failOn: text(input, 'failOn'), prefix });
}

/** @throws CannotRun naming the rules and areas that are not known, each with the near one. */
function knownRules(only: readonly string[]): readonly string[] {
  const { unknown } = selectChecks(only);
  const [first] = unknown;
  if (first === undefined) return only;
  const near = first.near === undefined ? '' : ` Did you mean "${first.near}"?`;
  throw new CannotRun(
    `There is no rule and no area of rules called "${first.name}".${near}`,
    'Run "penholder check --list" to see all rules.',
  );
}

/** What the rules found. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly prefix: string;
}

/** Where penholder.yaml itself does not hold, its findings are all there is: nothing else can be read without it. */
export async function findingsOf(world: World, only: readonly string[]): Promise<Found> {
  const { loadProcess } = await import('../workspace/load-process.ts');
  const { process, findings } = await loadProcess(world);
  if (process === undefined) return { findings, prefix: (await world.git.state()).prefix };
  const needs = await neededFor(only);
  const loaded: CheckContext = await loadCheckContext(world, process, { needs, findings });
  const found = await runChecks(loaded, { only, files: fileReader(world) });
  return { findings: found, prefix: loaded.workspace.prefix };
}
