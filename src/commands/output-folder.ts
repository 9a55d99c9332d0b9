import type { CommandContext } from './context.ts';

/** Where `--out` points: relative to the folder of the call, since that is where the user stands; absolute paths stay. */
export function outputFolder(out: string | undefined, context: CommandContext): string | undefined {
  return out === undefined ? undefined : absolutePath(out, context);
}

/** A path the user named, made absolute from the folder of the call. */
export function absolutePath(path: string, { folder }: CommandContext): string {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/u.test(path)) return path;
  return `${folder.replace(/[\\/]+$/u, '')}/${path}`;
}
