import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import type { World } from '../io/world.ts';
import type { ConsultationNote } from '../model/consultation-note.ts';
import { EMPTY_PLAN, type Plan, type PlannedWrite } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import { emptiedNote, isEmptied } from '../sources/consultation-note/tombstone.ts';
import { keyedHash } from '../text/fingerprint.ts';
import { findKey, keyFiles, keyText, type SealKey } from '../workspace/sealed-keys.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { namedFiles } from './named-files.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { type NoteShard, sealedShards, shardStub, shardsOf } from './sealed-shards.ts';

/** How files are sealed. */
interface Sealing {
  readonly recipients: readonly string[];
  /** Where keys lie; in the private folder where absent. */
  readonly folder?: string;
  readonly process: Process;
}

/** `penholder safeguard seal FILE…`: encrypts each file under a key of its own that stays outside git. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const keys = text(input, 'keys');
  const sealing: Sealing = {
    recipients: checkedRecipients(texts(input, 'recipient')),
    process,
    ...(keys !== undefined && { folder: absolutePath(keys, context) }),
  };
  const paths = await namedFiles(world, process, { names: input.args, context });
  const plans = await Promise.all(paths.map((path) => sealPlan(world, path, sealing)));
  const plan: Plan = {
    ...EMPTY_PLAN,
    writes: plans.flatMap(({ writes }) => writes),
    deletes: plans.flatMap(({ deletes }) => deletes),
  };
  if (!flag(input, 'dryRun')) {
    await world.apply(plan);
    // Readings of the cache hold the words in clear.
    await world.cache.clear();
  }
  for (const path of paths) context.print(`${path}.age`);
  context.say(
    `The keys lie in ${sealing.folder ?? '.penholder/keys'}, outside git: keep a copy in a safe place, since without its key a file can never be read again.`,
  );
  context.say(
    'If a file was committed before it was sealed, it is still in history: "penholder safeguard where" tells where.',
  );
  return EXIT.clean;
}

function checkedRecipients(recipients: readonly string[]): readonly string[] {
  const wrong = recipients.find((one) => !/^age1[02-9ac-hj-np-z]{58}$/u.test(one));
  if (wrong === undefined) return recipients;
  throw new CannotRun(
    `"${wrong.slice(0, 12)}…" is no recipient of age.`,
    'Recipients begin with "age1"; "age-keygen" makes one.',
  );
}

async function sealPlan(world: World, path: string, sealing: Sealing): Promise<Pick<Plan, 'writes' | 'deletes'>> {
  const bytes = await world.read(path);
  if (bytes === undefined) throw new CannotRun(`${path} cannot be read.`, 'Check its name.');
  const note = /\.(?:md|markdown)$/iu.test(path) ? await noteOf(bytes, path, sealing.process) : undefined;
  if (note !== undefined && isEmptied(new TextDecoder().decode(bytes))) {
    throw new CannotRun(
      `${path} is sealed or withdrawn already.`,
      'Open it with "penholder safeguard open --in-place" to change it.',
    );
  }
  const sealed = `${path}.age`;
  const was = await world.read(sealed);
  const known = was === undefined ? undefined : await findKey(world, { sealed, ...folderOf(sealing) });
  const identity = known?.identity ?? (await generateIdentity());
  // The inputs that a survey keeps beside its note are sealed with it, and under the same key.
  const shards = note === undefined ? [] : await shardsOf(world, path);
  const sum = sumOf(identity, [bytes, ...shards.map((shard) => shard.bytes)]);
  const unchanged = known?.sum === sum;
  const writes: PlannedWrite[] = [];
  for (const one of unchanged ? [] : [{ path, bytes }, ...shards]) {
    writes.push({ path: `${one.path}.age`, bytes: await encrypted(one.bytes, identity), mode: 'replace' });
  }
  if (!unchanged) writes.push(await keyWrite(sealed, { identity, sum }, sealing));
  if (note === undefined) return { writes, deletes: [path] };
  const stub = new TextEncoder().encode(stubOf(note, sealed, sum));
  const stubs: readonly PlannedWrite[] = [{ path, bytes: stub, mode: 'replace', was: bytes }, ...shards.map(shardStub)];
  return { writes: [...writes, ...stubs], deletes: await leftOver(world, path, shards) };
}

function sumOf(identity: string, parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('latin1');
  return keyedHash(identity, parts.map((part) => decoder.decode(part)).join(''));
}

/** Sealed files of inputs that an earlier version of the survey had, and this one has no more. */
async function leftOver(world: World, note: string, shards: readonly NoteShard[]): Promise<readonly string[]> {
  const now = new Set(shards.map(({ path }) => `${path}.age`));
  return (await sealedShards(world, note)).filter((path) => !now.has(path));
}

function folderOf({ folder }: Sealing): { folder?: string } {
  return folder === undefined ? {} : { folder };
}

async function noteOf(bytes: Uint8Array, path: string, process: Process): Promise<ConsultationNote | undefined> {
  if (!path.startsWith('consultations/')) return undefined;
  const { readConsultationNote } = await import('../sources/consultation-note/read-consultation-note.ts');
  return readConsultationNote(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), path, process).note;
}

/** Kinds and codes stay, since they say of nobody who they are and coverage counts them; so do the safeguards. */
function stubOf(note: ConsultationNote, sealed: string, sum: string): string {
  const file = sealed.split('/').at(-1) ?? sealed;
  const key = keyFiles(sealed).open.split('/').at(-1) ?? '';
  const record = note.frontMatter.safeguarding;
  return emptiedNote(note, {
    heading: 'Held under seal',
    added: [
      ...(record === undefined ? [] : [`safeguarding: ${JSON.stringify(record)}`]),
      ...(note.frontMatter['retain-until'] === undefined ? [] : [`retain-until: ${note.frontMatter['retain-until']}`]),
      `sealed: ${JSON.stringify({ file, key: key.replace(/\.key$/u, ''), sum: sum.slice(0, 32) })}`,
    ],
    words: ({ kinds, codes }) => ['Held under seal.', ...[...kinds, ...codes].map((tag) => `#${tag}`)].join(' '),
  });
}

async function encrypted(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  return encrypter.encrypt(bytes);
}

/** For recipients the key itself is locked: whoever destroys it makes the file unreadable for all of them. */
async function keyWrite(sealed: string, key: SealKey, { recipients, folder }: Sealing): Promise<PlannedWrite> {
  const files = keyFiles(sealed, folder);
  if (recipients.length === 0) {
    return { path: files.open, bytes: new TextEncoder().encode(keyText(sealed, key)), mode: 'replace' };
  }
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return { path: files.locked, bytes: await encrypter.encrypt(keyText(sealed, key)), mode: 'replace' };
}
