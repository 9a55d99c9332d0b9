/** What can stop the outside world from doing what was asked; each is a row of the table in `world-error.ts`. */
export type WorldErrorCode =
  | 'exists'
  | 'changed'
  | 'outside'
  | 'missing'
  | 'locked'
  | 'disk-full'
  | 'not-writable'
  | 'no-git'
  | 'no-repository'
  | 'no-identity'
  | 'git-failed'
  | 'no-worker';

/**
 * Something outside the program stood in the way.
 * The message is a full sentence; `hint` says what to do, with the exact command where there is one.
 */
export class WorldError extends Error {
  readonly code: WorldErrorCode;
  readonly hint: string | undefined;

  constructor(code: WorldErrorCode, message: string, hint?: string) {
    super(message);
    this.name = 'WorldError';
    this.code = code;
    this.hint = hint;
  }
}

const SYSTEM: Readonly<Record<string, { code: WorldErrorCode; message: string; hint: string }>> = {
  ENOSPC: {
    code: 'disk-full',
    message: 'The disk is full, so nothing was changed.',
    hint: 'Free some space and run the command again.',
  },
  EDQUOT: {
    code: 'disk-full',
    message: 'Your disk quota is used up, so nothing was changed.',
    hint: 'Free some space and run the command again.',
  },
  EACCES: {
    code: 'not-writable',
    message: 'The system refused to write there, so nothing was changed.',
    hint: 'Give yourself the right to write to this folder, or choose another one.',
  },
  EPERM: {
    code: 'not-writable',
    message: 'The system refused to write there, so nothing was changed.',
    hint: 'Give yourself the right to write to this folder, or choose another one.',
  },
  EEXIST: {
    code: 'not-writable',
    message: 'There is a file where a folder is needed, so nothing was changed.',
    hint: 'Choose another folder, or move the file away.',
  },
  ENOTDIR: {
    code: 'not-writable',
    message: 'There is a file where a folder is needed, so nothing was changed.',
    hint: 'Choose another folder, or move the file away.',
  },
  ENAMETOOLONG: {
    code: 'not-writable',
    message: 'The name is too long for this disk, so nothing was changed.',
    hint: 'Choose a shorter name.',
  },
  EROFS: {
    code: 'not-writable',
    message: 'The disk is read-only, so nothing was changed.',
    hint: 'Choose a folder on a disk that can be written.',
  },
};

/** Code of a system error, such as `ENOENT`; undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Turns a system error met while writing into one that says what happened.
 * @param path what was being written, named in the message.
 */
export function writeError(error: unknown, path: string): Error {
  if (error instanceof WorldError) return error;
  const known = SYSTEM[systemCode(error) ?? ''];
  if (known !== undefined) return new WorldError(known.code, `${path}: ${known.message}`, known.hint);
  return error instanceof Error ? error : new Error(String(error));
}
