import type { Finding } from '../model/finding.ts';

const MARKER = /^<{7} .*$/gmu;
const CLOSING = /^>{7} /mu;

/**
 * Finds the marks that git leaves where two branches changed the same lines.
 *
 * @param source The whole file.
 * @param file Its workspace-relative path.
 * @returns One error for each conflict, at its first mark.
 */
export function findMergeConflicts(source: string, file: string): Finding[] {
  if (!source.includes('<<<<<<< ') || !CLOSING.test(source)) return [];
  const findings: Finding[] = [];
  let line = 1;
  let from = 0;
  for (const match of source.matchAll(MARKER)) {
    line += source.slice(from, match.index).split(/\r\n|\n|\r/u).length - 1;
    from = match.index;
    findings.push(conflict(file, line));
  }
  return findings;
}

function conflict(file: string, line: number): Finding {
  return {
    check: 'workspace/merge-conflict',
    severity: 'error',
    message: 'A merge conflict is left in this file: the lines from "<<<<<<<" to ">>>>>>>" hold two versions.',
    why: 'Both versions would be read as one text.',
    hint: 'Keep the version that is right, delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>", and commit.',
    place: { file, line, column: 1 },
  };
}
