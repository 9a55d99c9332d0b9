// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.
// biome-ignore-all format: written by a program
import type { Format } from '../model/contracts.ts';

/** Output formats by id. Each loads when it is called. */
export const formats = {
  docx: async () => (await import('./docx.ts')).docx,
  html: async () => (await import('./html.ts')).html,
  md: async () => (await import('./md.ts')).md,
  pdf: async () => (await import('./pdf.ts')).pdf,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

/** Id of one of the formats. */
export type FormatId = keyof typeof formats;

/** Ids of the formats, in order; known without loading any of them. @public */
export const formatIds: readonly FormatId[] = Object.keys(formats) as FormatId[];
