import { writeXlsx } from '../files/xlsx-write.ts';
import type { Export } from '../model/contracts.ts';
import type { Stakeholder } from '../model/stakeholder.ts';
import { stakeholderRows } from '../model/stakeholder-columns.ts';

/** The list of stakeholders as an Excel workbook. */
export const stakeholdersXlsx: Export<readonly Stakeholder[]> = {
  id: 'stakeholders-xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  render: async (stakeholders) => writeXlsx([{ name: 'Stakeholders', rows: stakeholderRows(stakeholders) }]),
};
