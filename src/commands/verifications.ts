import { someOf } from '../checks/words.ts';
import type { TagSignature, World } from '../io/world.ts';
import type { ClearanceState } from '../model/clearance.ts';
import type { ToVerify, Verification } from './verify.ts';

/** Verifies a frozen stage in all that can be verified. */
export async function verifications(world: World, wanted: ToVerify): Promise<readonly Verification[]> {
  return [
    await ofTag(world, wanted),
    await ofContent(world, wanted),
    await ofClearances(world, wanted),
    await ofSignature(world, wanted),
  ];
}

async function ofTag(world: World, { frozen: { trailers, stage, tag } }: ToVerify): Promise<Verification> {
  const said = trailers.Stage;
  if (said === undefined) {
    const light = (await world.git.tags()).find(({ name }) => name === tag)?.message === '';
    const says = light
      ? 'The tag is a lightweight one: a mere name for a commit, which says nothing of the stage, nor of who set it and when.'
      : 'The tag was not made by Penholder and says nothing of the stage.';
    return { id: 'tag', result: 'unknown', says };
  }
  return said === stage.id
    ? { id: 'tag', result: 'holds', says: `The tag says that it is the stage "${stage.id}".` }
    : { id: 'tag', result: 'fails', says: `The tag says that it is the stage "${said}", not "${stage.id}".` };
}

async function ofContent(world: World, { process, frozen }: ToVerify): Promise<Verification> {
  const { verifyFreeze } = await import('../workspace/stage-digest.ts');
  const { readStage } = await import('../workspace/read-stage.ts');
  const { text } = await readStage(world, process, frozen.stage.id);
  const own = text?.process ?? process;
  const same = await verifyFreeze(world, frozen, { state: await world.git.state(), process: own });
  if (same === undefined)
    return { id: 'content', result: 'unknown', says: 'The tag carries no digest of what was frozen.' };
  return same
    ? { id: 'content', result: 'holds', says: 'Text, resources and process are those that were frozen.' }
    : {
        id: 'content',
        result: 'fails',
        says: 'Text, resources or process are not those whose digest the tag carries.',
      };
}

async function ofClearances(world: World, { process, frozen }: ToVerify): Promise<Verification> {
  const { frozenFileIds } = await import('../workspace/standings.ts');
  const { digestOfFiles } = await import('../workspace/clearance-text.ts');
  const { loadClearances } = await import('../workspace/clearances.ts');
  const { clearanceState } = await import('../workspace/clearance-state.ts');
  const state = await world.git.state();
  const files = await frozenFileIds(world, { process, state, frozen });
  const { clearances, findings } = await loadClearances(world);
  const record = clearances.find(({ stage }) => stage === frozen.stage.id);
  const said = frozen.trailers['Cleared-text'];
  const fails = (says: string): Verification => ({ id: 'clearances', result: 'fails', says });
  if (said !== undefined && said !== digestOfFiles(files))
    return fails('What was cleared is not the text that was frozen.');
  if (findings.some(({ severity }) => severity === 'error'))
    return fails('The record of the clearances does not hold; "penholder check" says where.');
  if (record === undefined)
    return said === undefined
      ? { id: 'clearances', result: 'unknown', says: 'No clearance of this stage is recorded.' }
      : fails('The tag says who cleared the stage, and their clearances are not recorded.');
  const held = clearanceState(record, { files, frozen: true, process, today: world.today() });
  const asked = process.clearance !== 'not-required';
  return judged(held, { inTag: clearedInTag(frozen.trailers['Cleared-by']), asked });
}

/** Members as the tag names them: `OHCHR (principal), UNICEF (technical, by silence)`. */
function clearedInTag(trailer: string | undefined): readonly string[] | undefined {
  return trailer === undefined ? undefined : [...trailer.matchAll(/([^\s,()]+) \([^()]*\)/gu)].map(([, id = '']) => id);
}

interface Judging {
  /** Members that the tag says have cleared the stage. */
  readonly inTag: readonly string[] | undefined;
  /** Whether the process asks the core group at all. */
  readonly asked: boolean;
}

function judged({ cleared, missing, signOffs }: ClearanceState, { inTag, asked }: Judging): Verification {
  const members = cleared.map(({ member }) => member);
  const lost = (inTag ?? []).filter((member) => !members.includes(member));
  const changed = signOffs.find((one) => one.changed.length > 0)?.changed ?? [];
  const other = changed.length === 0 ? '' : ` What they signed differs in ${someOf(changed, 5)}.`;
  if (lost.length > 0)
    return {
      id: 'clearances',
      result: 'fails',
      says: `The tag says that ${someOf(lost)} cleared it; what is recorded is not about this text.${other}`,
    };
  if (missing.length > 0 && !asked)
    return {
      id: 'clearances',
      result: 'unknown',
      says: `${someOf(missing)} did not clear this very text, and the process asks nobody to.`,
    };
  if (missing.length > 0)
    return { id: 'clearances', result: 'fails', says: `${someOf(missing)} did not clear this very text.${other}` };
  return {
    id: 'clearances',
    result: 'holds',
    says: `The whole core group cleared this very text: ${someOf(cleared.map(({ member, level }) => `${member} (${level})`))}.`,
  };
}

async function ofSignature(world: World, { frozen, signed }: ToVerify): Promise<Verification> {
  const signature = await world.git.signature(frozen.tag);
  if (signature === undefined)
    return { id: 'signature', result: signed ? 'fails' : 'unknown', says: 'The tag is not signed.' };
  const { result, says } = SIGNATURES[signature.state](signature);
  return { id: 'signature', result: signed && result === 'unknown' ? 'fails' : result, says };
}

const NAMES: Readonly<Record<TagSignature['kind'], string>> = { openpgp: 'OpenPGP', ssh: 'SSH', x509: 'X.509' };

const SIGNATURES: Readonly<
  Record<TagSignature['state'], (signature: TagSignature) => Pick<Verification, 'result' | 'says'>>
> = {
  good: ({ kind, signer, key }) => ({
    result: 'holds',
    says: `Signed (${NAMES[kind]}) by ${signer ?? key ?? 'a key that is known here'}.`,
  }),
  bad: ({ kind }) => ({
    result: 'fails',
    says: `The ${NAMES[kind]} signature is not that of this tag, or its key has expired or was revoked.`,
  }),
  'unknown-key': ({ kind, key }) => ({
    result: 'unknown',
    says: `Signed (${NAMES[kind]}) with a key that nobody here knows${key === undefined ? '' : `, ${key}`}; ${KEYS[kind]}`,
  }),
  'not-checked': ({ kind }) => ({
    result: 'unknown',
    says: `Signed (${NAMES[kind]}), and not verified here; ${KEYS[kind]}`,
  }),
};

/** What lets a signature be verified. */
const KEYS: Readonly<Record<TagSignature['kind'], string>> = {
  openpgp: 'install gpg and import the key of who signed it.',
  ssh: 'list the keys you trust: git config --global gpg.ssh.allowedSignersFile <file>',
  x509: 'install gpgsm and import the certificate of who signed it.',
};
