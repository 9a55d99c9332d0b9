import type { Result } from './main.ts';
import { f1, precision, recall, type Score, sumTallies, sumWords } from './score.ts';

const HEAD = [
  'scenario',
  'pairs',
  'links P',
  'links R',
  'links F1',
  'touched F1',
  'moves F1',
  'splits F1',
  'merges F1',
  'words / least',
  'words / readable',
];

function figures({ name, scores }: Result): string[] {
  const sum = (of: (score: Score) => Parameters<typeof f1>[0]) => sumTallies(scores.map(of));
  const share = (value: number) => value.toFixed(4);
  const { marked, least, readable } = sumWords(scores.map(({ words }) => words));
  const links = sum((score) => score.links);
  const orNone = (tally: Parameters<typeof f1>[0]) =>
    tally.hit + tally.missed + tally.false === 0 ? '–' : share(f1(tally));
  return [
    name,
    String(scores.length),
    share(precision(links)),
    share(recall(links)),
    share(f1(links)),
    orNone(sum((score) => score.touched)),
    orNone(sum((score) => score.moves)),
    orNone(sum((score) => score.splits)),
    orNone(sum((score) => score.merges)),
    least === 0 ? '–' : (marked / least).toFixed(3),
    readable === 0 ? '–' : (marked / readable).toFixed(3),
  ];
}

/** Rows as a Markdown table with even columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line), ''].join('\n');
}

/** A line for each scenario, one for all synthetic ones, and the first mistakes of each. */
export function resultTable(results: readonly Result[], examples: number): string {
  const all = { name: 'all', scores: results.flatMap(({ scores }) => scores) };
  const parts = [table([HEAD, ...[...results, all].map(figures)])];
  for (const { name, scores } of results) {
    const mistakes = scores.flatMap((score) => score.mistakes);
    if (mistakes.length === 0 || examples === 0) continue;
    parts.push(
      `\n## ${name}: ${mistakes.length} mistakes\n`,
      ...mistakes.slice(0, examples).map((mistake) => `- ${mistake}\n`),
    );
  }
  return parts.join('');
}
