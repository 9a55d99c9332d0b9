import { formOfSheets } from '../../../../src/sources/xlsform/sheet-form.ts';
import { readSheets } from '../../../../src/sources/xlsform/sheet-rows.ts';
import { parseRowType, printRowType } from '../../../../src/text/forms/row-types.ts';
import type { FormRow } from '../../../../src/text/forms/survey-form.ts';

/** All cells of a form, each with its row and column; choices by list. */
export async function cellsOf(bytes: Uint8Array, name = 'form.xlsx'): Promise<readonly string[]> {
  const reading = await readSheets(bytes, name);
  if ('problem' in reading) throw new Error(reading.problem.message);
  const { form } = formOfSheets(reading.sheets, name);
  const lists = new Map<string, FormRow[]>();
  for (const row of form.choices) {
    const list = row.cells.list_name ?? '';
    lists.set(list, [...(lists.get(list) ?? []), row]);
  }
  return [
    ...form.survey.flatMap((row, index) => rowCells(`survey ${index + 1}`, row)),
    ...[...lists].flatMap(([list, rows]) =>
      rows.flatMap((row, index) => rowCells(`choices ${list} ${index + 1}`, row)),
    ),
    ...Object.entries(form.settings).map(([column, value]) => `settings ${column}: ${value}`),
  ].sort();
}

function rowCells(place: string, { cells }: FormRow): readonly string[] {
  return Object.entries(cells).map(
    ([column, value]) => `${place} ${column}: ${column === 'type' ? printRowType(parseRowType(value)) : value}`,
  );
}
