/** Signatures on tags. The programs that check them are named by the user's own settings, never by the repository's. */
import { type GitPlace, runGit } from './run-git.ts';
import type { TagSignature } from './world.ts';

/** How signatures begin, at the end of a tag's message. */
const KINDS: readonly (readonly [kind: TagSignature['kind'], begins: RegExp])[] = [
  ['openpgp', /^-----BEGIN PGP (?:SIGNATURE|MESSAGE)-----$/mu],
  ['ssh', /^-----BEGIN SSH SIGNATURE-----$/mu],
  ['x509', /^-----BEGIN SIGNED MESSAGE-----$/mu],
];

/** The kind of signature that a tag's message ends in; undefined where it ends in none. */
export function signatureKind(message: string): TagSignature['kind'] | undefined {
  return KINDS.find(([, begins]) => begins.test(message))?.[0];
}

/** What stands where the user's settings are silent. A repository's own settings could name any program or any key. */
const SETTINGS: Readonly<Record<string, string>> = {
  'gpg.program': 'gpg',
  'gpg.openpgp.program': 'gpg',
  'gpg.x509.program': 'gpgsm',
  'gpg.ssh.program': 'ssh-keygen',
  'gpg.ssh.defaultKeyCommand': '',
  'gpg.ssh.allowedSignersFile': '',
  'gpg.ssh.revocationFile': '',
  'gpg.minTrustLevel': 'undefined',
};

/**
 * The signature of a tag, checked as far as this machine can.
 *
 * @param name Name of the tag, without `refs/tags/`.
 * @returns undefined where the tag is not signed.
 */
export async function readSignature(place: GitPlace, name: string): Promise<TagSignature | undefined> {
  if (name === '' || /[\0\n]/u.test(name)) return undefined;
  const found = await runGit(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `refs/tags/${name}`]);
  const id = found.stdout.toString('utf8').trim();
  if (found.code !== 0 || !/^[0-9a-f]{40,64}$/u.test(id)) return undefined;
  const tag = await runGit(place, ['cat-file', 'tag', id]);
  const kind = tag.code === 0 ? signatureKind(tag.stdout.toString('utf8')) : undefined;
  if (kind === undefined) return undefined;
  const settings = await trustedSettings(place);
  const checked = await runGit(place, [...settings, 'verify-tag', '--raw', id]);
  return { kind, ...verdict(kind, checked.code, checked.stderr) };
}

/** Settings of the user and the machine, each in the place of what the repository may say. */
async function trustedSettings(place: GitPlace): Promise<readonly string[]> {
  const own = new Map<string, string>();
  for (const scope of ['--system', '--global']) {
    const listed = await runGit(place, ['config', scope, '--includes', '-z', '--get-regexp', '^gpg\\.']);
    for (const entry of listed.stdout.toString('utf8').split('\0')) {
      const end = entry.indexOf('\n');
      if (end > 0) own.set(entry.slice(0, end).toLowerCase(), entry.slice(end + 1));
    }
  }
  return Object.entries(SETTINGS).flatMap(([key, fallback]) => [
    '-c',
    `${key}=${own.get(key.toLowerCase()) ?? fallback}`,
  ]);
}

type Verdict = Omit<TagSignature, 'kind'>;

function verdict(kind: TagSignature['kind'], code: number, said: string): Verdict {
  return kind === 'ssh' ? sshVerdict(code, said) : gpgVerdict(code, said);
}

/** GnuPG tells by status lines, https://github.com/gpg/gnupg/blob/master/doc/DETAILS */
function gpgVerdict(code: number, said: string): Verdict {
  const status = (word: string) => new RegExp(`^\\[GNUPG:\\] ${word} (\\S+) ?(.*)$`, 'mu').exec(said);
  const key = status('VALIDSIG')?.[1];
  const about = (found: RegExpExecArray | null) => ({
    ...((key ?? found?.[1]) !== undefined && { key: key ?? found?.[1] ?? '' }),
    ...(found?.[2] !== undefined && found[2] !== '' && { signer: found[2] }),
  });
  const bad = status('(?:BADSIG|REVKEYSIG|EXPKEYSIG|EXPSIG)');
  if (bad !== null) return { state: 'bad', ...about(bad) };
  const good = status('GOODSIG');
  if (good !== null && code === 0) return { state: 'good', ...about(good) };
  const unknown = status('(?:ERRSIG|NO_PUBKEY)');
  return unknown === null ? { state: 'not-checked' } : { state: 'unknown-key', key: unknown[1] ?? '' };
}

function sshVerdict(code: number, said: string): Verdict {
  const key = /key (SHA256:\S+)/u.exec(said)?.[1];
  const signer = /^Good "git" signature for (.+) with \S+ key /mu.exec(said)?.[1];
  const about = { ...(key !== undefined && { key }), ...(signer !== undefined && { signer }) };
  if (code === 0 && signer !== undefined) return { state: 'good', ...about };
  if (/allowedSignersFile needs to be configured|cannot run|No such file/u.test(said)) return { state: 'not-checked' };
  return /^Good "git" signature|No principal matched/mu.test(said)
    ? { state: 'unknown-key', ...about }
    : { state: 'bad', ...about };
}
