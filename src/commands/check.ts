import { neededFor, runChecks } from '../checks/run-checks.ts';
import { selectChecks } from '../checks/select-checks.ts';
import type { World } from '../io/world.ts';
import type { CheckContext } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { Workspace } from '../model/workspace.ts';
import { messageAudience } from './audience.ts';
import { CannotRun } from './cannot-run.ts';
import { fileReader, within, workspacePaths } from './check-files.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { disclosedFindings } from './disclosed-findings.ts';
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
  const { findings, prefix, workspace } = await findingsOf(world, only);
  const chosen = findings.filter(({ place }) => within(place.file, paths));
  await world.cache.save();
  const [format, distribution] = [text(input, 'format'), text(input, 'distribution')];
  const subjects = workspace === undefined ? {} : { workspace };
  if (format === 'github') {
    const { writeStepSummary } = await import('./step-summary.ts');
    const audience = messageAudience(context, { to: 'out', format, distribution });
    await writeStepSummary(await disclosedFindings(chosen, world, { audience, ...subjects }), world, prefix);
  }
  const failOn = text(input, 'failOn');
  return printFindings(chosen, world, context, { to: 'out', format, failOn, prefix, distribution, ...subjects });
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
  /** Where its notes and decisions were read. */
  readonly workspace?: Workspace;
  /** What the rules ran on; absent where penholder.yaml does not hold. */
  readonly loaded?: CheckContext;
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
  const { workspace } = loaded;
  const isRead = needs.has('notes') || needs.has('trace');
  return { findings: found, loaded, prefix: workspace.prefix, ...(isRead && { workspace }) };
}
