import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import { sortFindings } from './print-findings.ts';
import { summarySentence } from './reporters/summary.ts';

/** GitHub shows this many annotations of a step; the rest goes into its summary. */
const ANNOTATIONS = 10;
/** GitHub refuses summaries over 1 MiB. */
const MOST_ROWS = 2_000;

/**
 * Appends a table of all findings to the summary of a step of GitHub Actions, where there are more than GitHub annotates.
 *
 * See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 *
 * @param prefix Folder of the workspace in its repository, `''` or `path/to/`.
 */
export async function writeStepSummary(findings: readonly Finding[], world: World, prefix: string): Promise<void> {
  const file = world.env('GITHUB_STEP_SUMMARY');
  if (file === undefined || file === '' || findings.length <= ANNOTATIONS) return;
  const before = await world.readNamed(file);
  const earlier = before === undefined ? '' : new TextDecoder().decode(before);
  const bytes = new TextEncoder().encode(`${earlier}${summaryTable(findings, prefix)}`);
  await world.apply({ ...EMPTY_PLAN, writes: [{ path: file, bytes, mode: 'replace', durable: false }] });
}

/** All findings as a table in Markdown, worst first. */
export function summaryTable(findings: readonly Finding[], prefix: string): string {
  const sorted = sortFindings(findings);
  const rows = sorted
    .slice(0, MOST_ROWS)
    .map(({ severity, message, check, place }) =>
      [severity, code(`${prefix}${place.file}:${place.line}`), cell(message), `\`${check}\``].join(' | '),
    );
  const rest = sorted.length - rows.length;
  return [
    '## Penholder check',
    '',
    summarySentence(findings),
    '',
    '| severity | place | what | rule |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    ...(rest > 0 ? ['', `${rest} more are in the log.`] : []),
    '',
    '',
  ].join('\n');
}

/** Words for a cell: nothing in them ends the cell, begins HTML or makes a link. */
function cell(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`|[\]*_]/gu, (mark) => (mark === '`' ? "'" : `\\${mark}`));
}

/** A name as code in a cell, where only the mark of code itself and the end of the cell matter. */
function code(name: string): string {
  return `\`${name.replace(/\s+/gu, ' ').replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
