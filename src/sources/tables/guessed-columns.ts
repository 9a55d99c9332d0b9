import type { Finding } from '../../model/finding.ts';
import type { NamedMapping } from '../../model/mapping.ts';
import type { HeadedTable } from '../survey/ingest-survey.ts';
import { sureKind } from './held-rows.ts';
import { tableFinding } from './table-findings.ts';

/** Values shown of each column. */
const SHOWN = 3;
/** Characters shown of each value. */
const SHOWN_LENGTH = 60;

/**
 * A few values of each column, for whoever confirms how it is read; none that identifies a person.
 *
 * @param headed Tables of the file.
 */
export function columnSamples(headed: readonly HeadedTable[]): readonly (readonly string[])[] {
  const headings = [...new Set(headed.flatMap(({ head }) => head.headings))];
  return headings.map((heading) => {
    const table = headed.find(({ head }) => head.headings.includes(heading));
    const column = table?.head.headings.indexOf(heading) ?? -1;
    const values = table?.head.sample.map(({ cells }) => (cells[column] ?? '').replace(/\s+/gu, ' ').trim()) ?? [];
    const filled = [...new Set(values.filter((value) => value !== '' && sureKind(value) === undefined))];
    return filled.slice(0, SHOWN).map((value) => value.slice(0, SHOWN_LENGTH));
  });
}

/**
 * What is said of columns whose reading was guessed.
 *
 * @param guess The guess.
 * @param taken Whether it was taken.
 * @param file Name of the file.
 */
export function guessFindings({ name, mapping }: NamedMapping, taken: boolean, file: string): readonly Finding[] {
  const roles = mapping.columns.map(({ column, as }) => `"${column.slice(0, 40)}" as ${as}`).join(', ');
  const kind = mapping.kind === 'survey' ? 'a survey' : 'a comment matrix';
  const why = 'A column read wrongly loses what people said, or publishes what they did not.';
  if (taken) {
    return [
      tableFinding({
        check: 'ingest/columns-guessed',
        severity: 'info',
        message: `How its columns are read was guessed, and is kept in mappings/${name}.yaml: ${kind}, with ${roles}.`,
        why,
        hint: 'Correct that file where the guess is wrong, and ingest the file again.',
        file,
      }),
    ];
  }
  return [
    tableFinding({
      check: 'ingest/columns-guessed',
      severity: 'error',
      message: `Nobody has said how its columns are to be read. The best guess is ${kind}, with ${roles}.`,
      why,
      hint: `Give --yes to take this guess, confirm it column by column at a terminal, or write mappings/${name}.yaml.`,
      file,
    }),
  ];
}
