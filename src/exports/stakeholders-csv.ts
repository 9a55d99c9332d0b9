import { writeCsv } from '../files/csv-write.ts';
import type { Export } from '../model/contracts.ts';
import type { Stakeholder } from '../model/stakeholder.ts';
import { stakeholderRows } from '../model/stakeholder-columns.ts';

/** The list of stakeholders as comma-separated values. */
export const stakeholdersCsv: Export<readonly Stakeholder[]> = {
  id: 'stakeholders-csv',
  extension: 'csv',
  mediaType: 'text/csv',
  render: async (stakeholders) => writeCsv(stakeholderRows(stakeholders)),
};
