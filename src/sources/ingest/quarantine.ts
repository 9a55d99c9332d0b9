import type { Finding } from '../../model/finding.ts';

/** Folder for what may not enter the workspace yet; git never sees it. */
export const QUARANTINE = '.penholder/quarantine';
/** Folder for what must never enter it, such as names of people; git never sees it. */
export const KEPT_OUT = '.penholder/quarantine/kept-out';

/** Folder for what somebody wrote and something else took the place of; git never sees it. */
export const RECOVERED = '.penholder/recovered';

/** Where a held note came from. */
export interface HeldOrigin {
  readonly name: string;
  readonly sha256: string;
}

/**
 * The file beside a held note that says why it was held.
 *
 * @param origin Where the note came from.
 * @param findings What is wrong with it; only errors are listed.
 * @param marks Hash of the note as it was held, and what it was judged by.
 */
export function whyText(origin: HeldOrigin, findings: readonly Finding[], marks: HeldMarks): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ place, message, why, hint, check }) => {
    const sentences = [message, why, hint].filter((part) => part !== undefined).join(' ');
    return `- line ${place.line}, column ${place.column}: ${sentences} [${check}]`;
  });
  return [
    `This consultation note was held back: ${errors.length === 1 ? 'one thing is' : `${errors.length} things are`} wrong with it.`,
    `Mend ${errors.length === 1 ? 'it' : 'them'} in the file beside this one, or give what is missing as a flag, and run "penholder ingest" again.`,
    '',
    ...lines,
    '',
    `source: ${JSON.stringify({ name: origin.name, sha256: origin.sha256 })}`,
    ...(marks.written === undefined ? [] : [`written: ${marks.written}`]),
    ...(marks.judgedBy === undefined ? [] : [`judged-by: ${marks.judgedBy}`]),
    '',
  ].join('\n');
}

/**
 * Where a held note came from, as the file beside it says.
 *
 * @param why Text of that file.
 */
export function originIn(why: string): HeldOrigin | undefined {
  const line = /^source: (\{.*\})$/mu.exec(why)?.[1];
  if (line === undefined) return undefined;
  try {
    const { name, sha256 } = JSON.parse(line) as Partial<HeldOrigin>;
    return typeof name === 'string' && typeof sha256 === 'string' ? { name, sha256 } : undefined;
  } catch {
    return undefined;
  }
}

/** What the file beside a held note remembers of it. */
export interface HeldMarks {
  /** Hash of the note as this program wrote it: another one, or none, means that somebody may have edited it. */
  readonly written?: string;
  /** Hash of all that it was judged by; absent where that is not known. */
  readonly judgedBy?: string;
}

/**
 * What the file beside a held note remembers of it.
 *
 * @param why Text of that file.
 */
export function marksIn(why: string): HeldMarks {
  const written = /^written: ([0-9a-f]{64})$/mu.exec(why)?.[1];
  const judgedBy = /^judged-by: ([0-9a-f]{64})$/mu.exec(why)?.[1];
  return { ...(written !== undefined && { written }), ...(judgedBy !== undefined && { judgedBy }) };
}

/** Path of the file that says why a note is held. */
export function whyPath(path: string): string {
  return path.replace(/\.md$/u, '.why.txt');
}
