// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.
// biome-ignore-all format: written by a program
import type { Source } from '../model/contracts.ts';

/** Kinds of file that can be ingested by id. Each loads when it is called. */
export const sources = {
  'form-answers': async () => (await import('./form-answers.ts')).formAnswers,
  'html-document': async () => (await import('./html-document.ts')).htmlDocument,
  'markdown-note': async () => (await import('./markdown-note.ts')).markdownNote,
  'pdf-annotations': async () => (await import('./pdf-annotations.ts')).pdfAnnotations,
  spreadsheet: async () => (await import('./spreadsheet.ts')).spreadsheet,
  'word-review': async () => (await import('./word-review.ts')).wordReview,
} as const satisfies Readonly<Record<string, () => Promise<Source>>>;

/** Id of one of the sources. */
export type SourceId = keyof typeof sources;

/** Ids of the sources, in order; known without loading any of them. @public */
export const sourceIds: readonly SourceId[] = Object.keys(sources) as SourceId[];
