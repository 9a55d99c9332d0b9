// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.
// biome-ignore-all format: written by a program
import type { Report } from '../model/contracts.ts';

/** Reports by id. Each loads when it is called. */
export const reports = {
  'change-log': async () => (await import('./change-log.ts')).changeLog,
  competing: async () => (await import('./competing.ts')).competing,
  consultation: async () => (await import('./consultation.ts')).consultation,
  coverage: async () => (await import('./coverage.ts')).coverage,
  explorer: async () => (await import('./explorer.ts')).explorer,
  feedback: async () => (await import('./feedback.ts')).feedback,
  mapping: async () => (await import('./mapping.ts')).mapping,
  matrix: async () => (await import('./matrix.ts')).matrix,
  passage: async () => (await import('./passage.ts')).passage,
  status: async () => (await import('./status.ts')).status,
  synopsis: async () => (await import('./synopsis.ts')).synopsis,
} as const satisfies Readonly<Record<string, () => Promise<Report<never, never>>>>;

/** Id of one of the reports. */
export type ReportId = keyof typeof reports;

/** Ids of the reports, in order; known without loading any of them. @public */
export const reportIds: readonly ReportId[] = Object.keys(reports) as ReportId[];
