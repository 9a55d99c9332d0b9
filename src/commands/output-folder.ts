import type { CommandContext } from './context.ts';

/** Where `--out` points: relative to the folder of the call, since that is where the user stands; absolute paths stay. */
export function outputFolder(out: string | undefined, context: CommandContext): string | undefined {
  return out === undefined ? undefined : absolutePath(out, context);
}

/** A path the user named, made absolute from the folder of the call, without the steps `.` and `..`. */
export function absolutePath(path: string, { folder }: CommandContext): string {
  const absolute = path.startsWith('/') || /^[A-Za-z]:[\\/]/u.test(path);
  return withoutSteps(absolute ? path : `${folder.replace(/[\\/]+$/u, '')}/${path}`);
}

/** The same path told shortly; a slash at its end says that it is a folder, and stays. */
function withoutSteps(path: string): string {
  if (!/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/u.test(path)) return path;
  const [root = ''] = /^(?:[A-Za-z]:)?[\\/]*/u.exec(path) ?? [];
  const steps: string[] = [];
  for (const step of path.slice(root.length).split(/[\\/]+/u)) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return `${root}${steps.join('/')}`;
}
