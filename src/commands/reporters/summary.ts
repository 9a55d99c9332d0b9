import type { Finding, Severity } from '../../model/finding.ts';

const NAMES: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'remark', 'remarks'],
];

/**
 * Sums findings up in a sentence: `2 errors and 1 warning in 2 files.`
 * @param findings all of them
 */
export function summarySentence(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing to report.';
  const counts = NAMES.flatMap(([severity, one, many]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const files = new Set(findings.map(({ place }) => place.file).filter((file) => file !== '')).size;
  return files === 0 ? `${joined(counts)}.` : `${joined(counts)} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
