import type { Tag } from '../io/world.ts';
import type { Stage } from '../model/process.ts';
import type { FrozenStage } from '../model/workspace.ts';

/**
 * Name of the tag of a stage, as a first freeze gives it.
 *
 * @param prefix Folder of the workspace in its repository; it stands before the name.
 */
export function stageTag(stage: Stage, prefix: string): string {
  return `${refPath(prefix)}${stage.tag ?? `${stage.id}-draft`}`;
}

/** A folder as part of a ref: git allows no spaces and few signs there (git-check-ref-format). */
function refPath(prefix: string): string {
  const part = (name: string) =>
    name
      .replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
      .replaceAll(/\.{2,}/gu, '.')
      .replace(/^[.-]+|\.+$|\.lock$/gu, '') || 'workspace';
  return prefix === '' ? '' : `${prefix.split('/').slice(0, -1).map(part).join('/')}/`;
}

/** Where the signature of a signed tag begins, which git keeps at the end of its message. */
const SIGNATURE = /^-----BEGIN (?:PGP|SSH) (?:SIGNATURE|MESSAGE)-----|^-----BEGIN SIGNED MESSAGE-----/mu;

/** Trailers of a tag's message: `Key: value` lines of its last paragraph; a key that stands several times has all values, with commas. */
function readTrailers(message: string): Readonly<Record<string, string>> {
  const last =
    (message.split(SIGNATURE, 1)[0] ?? '')
      .trimEnd()
      .split(/\n\s*\n/u)
      .at(-1) ?? '';
  const trailers: Record<string, string> = {};
  for (const line of last.split('\n')) {
    const match = /^([A-Za-z][A-Za-z0-9-]*): (.+)$/u.exec(line.trimEnd());
    if (match?.[1] !== undefined && match[2] !== undefined)
      trailers[match[1]] = Object.hasOwn(trailers, match[1]) ? `${trailers[match[1]]}, ${match[2]}` : match[2];
  }
  return trailers;
}

/** All freezes of a stage, oldest first: its tag, then `.2`, `.3` … */
export function freezesOf(stage: Stage, prefix: string, tags: readonly Tag[]): readonly FrozenStage[] {
  const own = freezesNamed(stage, stageTag(stage, prefix), tags);
  // A repository that was adopted has its tags at the root, also where the workspace is a folder in it.
  return own.length === 0 && prefix !== '' ? freezesNamed(stage, stageTag(stage, ''), tags) : own;
}

function freezesNamed(stage: Stage, name: string, tags: readonly Tag[]): readonly FrozenStage[] {
  const numbered = tags.flatMap((tag) => {
    const number = freezeNumber(tag, name, stage.id);
    return number === undefined ? [] : [{ tag, number }];
  });
  numbered.sort((a, b) => a.number - b.number);
  return numbered.map(({ tag: { name: full, commit, date, message } }) => ({
    stage,
    tag: full,
    commit,
    date,
    trailers: readTrailers(message),
  }));
}

/** Which freeze a tag is. `v0.1.2` is a version of its own and no second freeze of `v0.1`, unless its trailer says so. */
function freezeNumber(tag: Tag, name: string, stage: string): number | undefined {
  if (tag.name === name) return 1;
  if (!tag.name.startsWith(`${name}.`)) return undefined;
  const rest = tag.name.slice(name.length + 1);
  return /^[1-9]\d{0,5}$/u.test(rest) && readTrailers(tag.message).Stage === stage ? Number(rest) : undefined;
}
