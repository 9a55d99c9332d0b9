// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.
// biome-ignore-all format: written by a program
import type { Export } from '../model/contracts.ts';

/** Exports by id. Each loads when it is called. */
export const exports = {
  ics: async () => (await import('./ics.ts')).ics,
  json: async () => (await import('./json.ts')).json,
  limesurvey: async () => (await import('./limesurvey.ts')).limesurvey,
  'matrix-csv': async () => (await import('./matrix-csv.ts')).matrixCsv,
  'matrix-xlsx': async () => (await import('./matrix-xlsx.ts')).matrixXlsx,
  'stakeholders-csv': async () => (await import('./stakeholders-csv.ts')).stakeholdersCsv,
  'stakeholders-xlsx': async () => (await import('./stakeholders-xlsx.ts')).stakeholdersXlsx,
  xform: async () => (await import('./xform.ts')).xform,
  xlsform: async () => (await import('./xlsform.ts')).xlsform,
} as const satisfies Readonly<Record<string, () => Promise<Export<never>>>>;

/** Id of one of the exports. */
export type ExportId = keyof typeof exports;

/** Ids of the exports, in order; known without loading any of them. @public */
export const exportIds: readonly ExportId[] = Object.keys(exports) as ExportId[];
