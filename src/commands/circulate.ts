import type { World } from '../io/world.ts';
import type { CirculationEntry } from '../model/circulation.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import { CannotRun } from './cannot-run.ts';
import type { CirculatedPair } from './circulated-pair.ts';
import type { CirculationCall } from './circulation-call.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { printFindings } from './print-findings.ts';

/** `penholder circulate <stage>`: makes the clean and the marked-up version, and records who received which bytes. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const { circulationCall } = await import('./circulation-call.ts');
  const call = await circulationCall(world, process, { input, context });
  const { makePair } = await import('./circulated-pair.ts');
  const pair = await makePair(world, process, call);
  const record = call.group === undefined ? undefined : await recordOf(world, call, pair);
  const exported = call.exportTo === undefined ? [] : await exportOf(world, process, { call, pair, context });
  const sent =
    call.group === undefined ? [] : pair.files.map(({ name, bytes }) => output(`${call.out}/${name}`, bytes));
  const { refuseSource } = await import('./render-outputs.ts');
  for (const { path } of sent) await refuseSource(world, process, path);
  const writes = [...sent, ...exported, ...(record?.writes ?? [])];
  if (!flag(input, 'dryRun')) await world.apply({ ...EMPTY_PLAN, writes });
  await world.cache.save();
  tell(input, context, { writes, record: record?.entry });
  return printFindings(pair.findings.filter(isSerious), world, context, {
    to: 'error',
    format: 'concise',
    quiet: true,
  });
}

function isSerious({ severity }: Finding): boolean {
  return severity !== 'info';
}

function output(path: string, bytes: Uint8Array): PlannedWrite {
  return { path, bytes, mode: 'replace', durable: false };
}

/** A circulation and what keeps it. */
export interface Recorded {
  readonly entry: CirculationEntry;
  readonly writes: readonly PlannedWrite[];
}

/** The record that a stage went out, to be written beside those before. */
export async function recordOf(
  world: World,
  call: CirculationCall,
  pair: Pick<CirculatedPair, 'clean' | 'files' | 'marking'>,
): Promise<Recorded> {
  const { circulationFile, loadCirculations } = await import('../workspace/circulations.ts');
  const { withCirculation } = await import('../workspace/plan-circulation.ts');
  const path = circulationFile(call.stage.id);
  const broken = (await loadCirculations(world)).findings.find(({ place }) => place.file === path);
  if (broken !== undefined)
    throw new CannotRun(
      `${path} does not hold on line ${broken.place.line}, and nothing is added to it.`,
      'Mend it first.',
    );
  const entry: CirculationEntry = {
    to: call.group ?? '',
    ...(call.stakeholders.length > 0 && { stakeholders: [...call.stakeholders] }),
    date: call.date,
    ...(call.deadline !== undefined && { deadline: call.deadline }),
    distribution: pair.clean.meta.distribution,
    ...(pair.marking !== undefined && { marking: pair.marking }),
    tag: call.frozen.tag,
    ...(call.since !== undefined && { since: call.since }),
    files: pair.files.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
  };
  const was = await world.read(path);
  const source = withCirculation(was === undefined ? '' : new TextDecoder().decode(was), entry);
  const bytes = new TextEncoder().encode(source);
  const mode = was === undefined ? ('new' as const) : ('replace' as const);
  return { entry, writes: [{ path, bytes, mode, ...(was !== undefined && { was }) }] };
}

interface Exporting {
  readonly call: CirculationCall;
  readonly pair: CirculatedPair;
  readonly context: CommandContext;
}

async function exportOf(world: World, process: Process, { call, pair, context }: Exporting): Promise<PlannedWrite[]> {
  const { publicExport } = await import('./public-export.ts');
  return publicExport(world, process, { call, pair, worldAt: context.worldAt });
}

interface Told {
  readonly writes: readonly PlannedWrite[];
  readonly record: CirculationEntry | undefined;
}

function tell(input: CommandInput, context: CommandContext, { writes, record }: Told): void {
  const paths = writes.map(({ path }) => path);
  if (flag(input, 'json'))
    context.print(JSON.stringify({ files: paths, ...(record !== undefined && { record }) }, null, 2));
  else for (const path of paths) context.print(path);
  if (flag(input, 'dryRun')) context.say('Nothing was written.');
  else if (record !== undefined)
    context.say(
      `Send ${record.files.length === 1 ? 'it' : 'them'} to "${record.to}", and commit the record; nothing is sent by this program.${text(input, 'deadline') === undefined ? ' No deadline is recorded: --deadline sets one.' : ''}`,
    );
}
