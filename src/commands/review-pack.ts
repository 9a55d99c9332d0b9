import type { World } from '../io/world.ts';
import type { PlannedWrite } from '../model/plan.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import type { Stakeholder } from '../model/stakeholder.ts';
import { contentHash } from '../text/fingerprint.ts';
import { nearest } from '../text/nearest.ts';
import { CannotRun } from './cannot-run.ts';
import { recordOf } from './circulate.ts';
import { type CirculatedPair, makePair } from './circulated-pair.ts';
import { type CirculationCall, circulationCall } from './circulation-call.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import { fileName } from './compile.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { outputFolder } from './output-folder.ts';
import { printFindings } from './print-findings.ts';
import { refuseSource } from './render-outputs.ts';
import { type Package, packageFor } from './review-package.ts';

/** Who gets one package. */
export interface Recipient {
  readonly group: string;
  /** Absent where nobody of the group is listed: the package is for the group. */
  readonly stakeholder?: Stakeholder;
}

/** `penholder review pack <stage> --for …`: one ZIP for each reviewer, with all they need to comment in Word. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  if (flag(input, 'commentOnly') && flag(input, 'tracked'))
    throw new CannotRun('A draft is locked for comments or open to tracked changes, not both.');
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const recipients = await recipientsOf(world, process, text(input, 'for'));
  const calls = await callsFor(world, process, { input, context, recipients });
  const [first] = calls.values();
  if (first === undefined) throw new CannotRun('Nobody is there to send it to.', 'Declare groups in penholder.yaml.');
  const pair = await makePair(world, process, first);
  const editing = flag(input, 'tracked') ? ('tracked' as const) : ('comments' as const);
  const language = text(input, 'language') ?? process.language;
  const packages: Package[] = [];
  for (const recipient of recipients) {
    const call = calls.get(recipient.group) ?? first;
    packages.push(await packageFor({ world, process, call, pair, editing, language, recipient }));
  }
  const out = outputFolder(text(input, 'out'), context) ?? `build/review/${fileName(first.stage.id)}`;
  const writes = await writesOf(world, process, { out, packages, calls, pair });
  if (!flag(input, 'dryRun')) await world.apply({ ...EMPTY_PLAN, writes });
  await world.cache.save();
  tell(input, context, { writes, packages });
  const findings = [...pair.findings, ...packages.flatMap((one) => one.findings)];
  const serious = findings.filter(({ severity }) => severity !== 'info');
  return printFindings(serious, world, context, { to: 'error', format: 'concise', quiet: true });
}

/** Everybody of a group, one stakeholder, or all. */
async function recipientsOf(world: World, process: Process, wanted: string | undefined): Promise<readonly Recipient[]> {
  if (wanted === undefined)
    throw new CannotRun('For whom it is was not said.', 'Add --for with a stakeholder group, a stakeholder, or all.');
  const { loadStakeholders } = await import('../workspace/stakeholders.ts');
  const { stakeholders } = await loadStakeholders(world);
  const groups = (process.groups ?? []).map(({ id }) => id);
  const inGroup = (group: string): readonly Recipient[] => {
    const own = stakeholders.filter((one) => one.group === group);
    return own.length === 0 ? [{ group }] : own.map((stakeholder) => ({ group, stakeholder }));
  };
  if (wanted === 'all') return groups.flatMap(inGroup);
  if (groups.includes(wanted)) return inGroup(wanted);
  const one = stakeholders.find(({ id }) => id === wanted);
  if (one !== undefined) return [{ group: one.group, stakeholder: one }];
  const near = nearest(wanted, [...groups, ...stakeholders.map(({ id }) => id)]);
  throw new CannotRun(
    `There is no stakeholder group and no stakeholder "${wanted.slice(0, 60)}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    'Groups stand in penholder.yaml, stakeholders in stakeholders.yaml.',
  );
}

interface Calling {
  readonly input: CommandInput;
  readonly context: CommandContext;
  readonly recipients: readonly Recipient[];
}

/** A circulation for each group, with those of it who get a package. */
async function callsFor(
  world: World,
  process: Process,
  { input, context, recipients }: Calling,
): Promise<ReadonlyMap<string, CirculationCall>> {
  const calls = new Map<string, CirculationCall>();
  for (const group of new Set(recipients.map((one) => one.group))) {
    const named = recipients.flatMap((one) => (one.group === group ? (one.stakeholder?.id ?? []) : []));
    // Who reads what is printed says nothing of those whom the packages go to.
    const more = { export: undefined, distribution: undefined };
    const options = { ...input.options, to: group, formats: 'docx', stakeholder: named, ...more };
    calls.set(group, await circulationCall(world, process, { input: { ...input, options }, context }));
  }
  return calls;
}

interface Writing {
  readonly out: string;
  readonly packages: readonly Package[];
  readonly calls: ReadonlyMap<string, CirculationCall>;
  readonly pair: CirculatedPair;
}

async function writesOf(world: World, process: Process, writing: Writing): Promise<readonly PlannedWrite[]> {
  const { out, packages } = writing;
  const output = (name: string, bytes: Uint8Array): PlannedWrite => ({
    path: `${out}/${name}`,
    bytes,
    mode: 'replace',
    durable: false,
  });
  const manifest = manifestOf(packages);
  const files = [
    ...packages.map(({ name, bytes }) => output(name, bytes)),
    output('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)),
    output('manifest.md', new TextEncoder().encode(manifestText(manifest))),
  ];
  for (const { path } of files) await refuseSource(world, process, path);
  return [...files, ...(await records(world, writing))];
}

/** Circulations are kept in one file for each stage: each is added to what the one before makes of it. */
async function records(world: World, { packages, calls, pair }: Writing): Promise<readonly PlannedWrite[]> {
  const { withCirculation } = await import('../workspace/plan-circulation.ts');
  let write: PlannedWrite | undefined;
  for (const [group, call] of calls) {
    const sent = packages.find((one) => one.recipient.group === group)?.drafts ?? [];
    const { entry, writes } = await recordOf(world, call, { ...pair, files: sent });
    const [own] = writes;
    if (own === undefined) continue;
    const before = write === undefined ? undefined : new TextDecoder().decode(write.bytes);
    write =
      write === undefined || before === undefined
        ? own
        : { ...write, bytes: new TextEncoder().encode(withCirculation(before, entry)) };
  }
  return write === undefined ? [] : [write];
}

type Manifest = ReturnType<typeof manifestOf>;

function manifestOf(packages: readonly Package[]) {
  return packages.map(({ name, bytes, recipient, files }) => ({
    package: name,
    for: recipient.stakeholder?.id ?? recipient.group,
    group: recipient.group,
    bytes: bytes.length,
    sha256: contentHash(bytes),
    files: files.map((file) => ({ name: file.name, bytes: file.bytes.length, sha256: contentHash(file.bytes) })),
  }));
}

function manifestText(manifest: Manifest): string {
  const rows = manifest.map((one) => `| ${one.for} | ${one.package} | ${one.bytes} | ${one.sha256} |`);
  const files = manifest.flatMap((one) => [
    `\n## ${one.package}\n\n| File | Bytes | SHA-256 |\n| --- | ---: | --- |`,
    ...one.files.map((file) => `| ${file.name} | ${file.bytes} | ${file.sha256} |`),
  ]);
  const head = '# Who got what\n\n| For | Package | Bytes | SHA-256 |\n| --- | --- | ---: | --- |';
  return `${[head, ...rows, ...files].join('\n')}\n`;
}

interface Told {
  readonly writes: readonly PlannedWrite[];
  readonly packages: readonly Package[];
}

function tell(input: CommandInput, context: CommandContext, { writes, packages }: Told): void {
  if (flag(input, 'json')) context.print(JSON.stringify(manifestOf(packages), null, 2));
  else for (const { path } of writes) context.print(path);
  const count = packages.length === 1 ? 'One package' : `${packages.length} packages`;
  if (flag(input, 'dryRun')) context.say(`${count} would be made; nothing was written.`);
  else
    context.say(
      `${count} made. Send each to its reviewer, and commit the record; nothing is sent by this program.${text(input, 'deadline') === undefined ? ' No deadline is recorded: --deadline sets one.' : ''}`,
    );
}
