import type { Figure } from '../../model/document.ts';
import type { Process } from '../../model/process.ts';
import type { CrossTable } from '../../trace/reach/tables.ts';
import { figure } from '../blocks.ts';
import type { CodeTable, CoverageData } from './data.ts';
import { barPlot, matrixPlot } from './svg.ts';
import { codeTitle, counted, countWords, joined, titleOf, whereWords } from './words.ts';

/** A plot: its figure, and the picture the figure names. */
export interface Plot {
  readonly figure: Figure;
  readonly bytes: Uint8Array;
}

/** Draws what was planned against what was reached; undefined where nothing was planned. */
export function targetPlot({ targets }: CoverageData, process: Process): Plot | undefined {
  if (targets.length === 0) return undefined;
  const byPeople = targets.every(({ target }) => target.participants !== undefined);
  const bars = targets.map(({ target, consultations, people }) => {
    const reached = byPeople ? people.value : consultations;
    const planned = byPeople ? (target.participants ?? 0) : (target.notes ?? 1);
    const where = whereWords(target, process);
    const label = [titleOf('group', target.group, process), where].filter((part) => part !== '').join(', ');
    const said = byPeople ? countWords(people) : String(consultations);
    return { label, reached, planned, words: `${said} of ${planned}` };
  });
  const what = byPeople ? 'people' : 'consultations';
  const title = `Planned against reached, in ${what}`;
  const alt = `${title}. ${bars.map(({ label, words }) => `${label}: ${words}`).join('; ')}.`;
  return plot(
    'targets',
    { alt, caption: `${title}: the frame is what was planned, the hatched bar what was reached.` },
    barPlot(title, bars),
  );
}

/** Draws the consultations of each group in each region. */
export function regionPlot(table: CrossTable, process: Process): Plot | undefined {
  if (table.rowIds.length === 0 || table.columnIds.length === 0) return undefined;
  const rows = table.rowIds.map((id) => titleOf(table.rows, id, process));
  const columns = table.columnIds.map((id) => titleOf(table.columns, id, process));
  const most = Math.max(1, ...table.cells.flat().map(({ value }) => value));
  const fields = table.cells.map((row) => row.map((one) => ({ words: countWords(one), weight: one.value / most })));
  const title = 'Consultations by stakeholder group and region';
  const told = rows.map((name, row) => {
    const parts = columns.flatMap((column, index) => {
      const said = fields[row]?.[index]?.words ?? '0';
      return said === '0' ? [] : [`${column} ${said}`];
    });
    return `${name}: ${parts.length === 0 ? 'none' : joined(parts)}`;
  });
  const caption = `${title}: the larger the square, the more consultations; a cross where there was none.`;
  return plot(
    'group-by-region',
    { alt: `${title}. ${told.join('; ')}.`, caption },
    matrixPlot(title, { rows, columns, fields }),
  );
}

/** Draws the inputs on each value of a dimension of the codebook. */
export function codePlot(table: CodeTable, process: Process): Plot {
  const bars = table.codes.map((code, index) => {
    const number = table.totals[index] ?? 0;
    return { label: codeTitle(code, process), reached: number, words: counted(number, 'input') };
  });
  const name = process.codebook?.[table.dimension]?.title ?? table.dimension;
  const title = `Inputs by ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const alt = `${title}. ${bars.map(({ label, words }) => `${label}: ${words}`).join('; ')}.`;
  return plot(`codes-${table.dimension}`, { alt, caption: `${title}.` }, barPlot(title, bars));
}

function plot(name: string, { alt, caption }: { alt: string; caption: string }, bytes: Uint8Array): Plot {
  return { figure: figure(`generated/coverage-${name}.svg`, alt, caption), bytes };
}
