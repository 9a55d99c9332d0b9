import { Decrypter } from 'age-encryption';
import type { World } from '../io/world.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import { isEmptied } from '../sources/consultation-note/tombstone.ts';
import { findKey } from '../workspace/sealed-keys.ts';
import { CannotRun } from './cannot-run.ts';
import { pathInside } from './check-files.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { namedFiles } from './named-files.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { sealedShards, shardStub } from './sealed-shards.ts';

/** Where opened files go unless said: git never looks there. */
const OPENED = '.penholder/opened';

/** `penholder safeguard open FILE…`: decrypts sealed files to where git does not look, or to their place. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const out = text(input, 'out');
  const names = await Promise.all(input.args.map((name) => sealedName(world, name, context)));
  const paths = await namedFiles(world, process, { names, context });
  if (out !== undefined && paths.length > 1)
    throw new CannotRun('--out takes one file, and several are named.', 'Open them one after another.');
  for (const path of paths) {
    const sealed = path.endsWith('.age') ? path : `${path}.age`;
    // The inputs of a survey lie beside its note, and are opened with it.
    const beside = await sealedShards(world, plainOf(sealed));
    for (const each of [sealed, ...beside]) {
      const target = targetOf(plainOf(each), { out: each === sealed ? out : undefined, input, context });
      const bytes = await opened(world, each, input, context);
      const was = flag(input, 'inPlace') ? await world.read(target) : undefined;
      if (was !== undefined) refuseEdited(target, was, bytes);
      const write = { path: target, bytes, mode: 'replace' as const, ...(was !== undefined && { was }) };
      await world.apply({ ...EMPTY_PLAN, writes: [write] });
      context.print(target);
    }
  }
  context.say(
    flag(input, 'inPlace')
      ? 'The words lie in the work tree in clear now: seal them again before anything is committed.'
      : 'The words lie outside git in clear now: delete them when you have read them.',
  );
  return EXIT.clean;
}

/** A file that was sealed whole is gone from its place, and is named as it was or as it is. */
async function sealedName(world: World, name: string, context: CommandContext): Promise<string> {
  const path = pathInside(world, absolutePath(name, context));
  const isGone = path !== undefined && (await world.read(path)) === undefined;
  return isGone && (await world.read(`${path}.age`)) !== undefined ? `${name}.age` : name;
}

/** Words written since a file was opened are in no sealed file yet. */
function refuseEdited(path: string, was: Uint8Array, bytes: Uint8Array): void {
  const isStub = INPUT_SHARD.test(path)
    ? Buffer.from(shardStub({ path, bytes: was }).bytes).equals(was)
    : isEmptied(new TextDecoder().decode(was));
  if (isStub || Buffer.from(was).equals(bytes)) return;
  throw new CannotRun(
    `${path} was opened before and changed since, so the sealed words were not put over it.`,
    'Seal it again to keep what was changed, or leave --in-place out to read the sealed words beside it.',
  );
}

function plainOf(sealed: string): string {
  return sealed.replace(/\.age$/u, '');
}

interface Target {
  readonly out: string | undefined;
  readonly input: CommandInput;
  readonly context: CommandContext;
}

function targetOf(plain: string, { out, input, context }: Target): string {
  if (flag(input, 'inPlace')) return plain;
  if (out !== undefined) return absolutePath(out, context);
  // Files of inputs are named by number alone: their folder stays, so that those of two notes do not meet.
  return `${OPENED}/${plain
    .split('/')
    .slice(INPUT_SHARD.test(plain) ? -2 : -1)
    .join('/')}`;
}

const INPUT_SHARD = /\.inputs\/\d+\.jsonl$/u;

async function opened(world: World, sealed: string, input: CommandInput, context: CommandContext): Promise<Uint8Array> {
  const bytes = await world.read(sealed);
  if (bytes === undefined)
    throw new CannotRun(`There is no sealed file ${sealed}.`, 'Name a file that "penholder safeguard seal" made.');
  const [keys, own] = [text(input, 'keys'), text(input, 'identity')];
  const identity = own === undefined ? undefined : await world.readNamed(absolutePath(own, context));
  const key = await findKey(world, {
    sealed,
    ...(keys !== undefined && { folder: absolutePath(keys, context) }),
    ...(identity !== undefined && { identity: new TextDecoder().decode(identity) }),
  });
  if (key === undefined) {
    throw new CannotRun(
      `The key of ${sealed} is not on this machine, or it was destroyed.`,
      'Name the folder of keys with --keys, and your own age identity with --identity where the key is locked.',
    );
  }
  const decrypter = new Decrypter();
  decrypter.addIdentity(key.identity);
  return decrypter.decrypt(bytes).catch(() => {
    throw new CannotRun(
      `${sealed} can not be opened with its key.`,
      'The file was damaged, or was sealed under another key on another machine.',
    );
  });
}
