import type { Root } from 'mdast';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { nameSchema } from './process.ts';
import { PARTS } from './vocabulary.ts';

/** Front matter of a section. Unknown keys are kept and reported. */
export const sectionFrontMatterSchema = z.strictObject({
  id: nameSchema.optional(),
  title: z.string().min(1).max(500).optional(),
  lead: nameSchema.optional().describe('Core-group member who holds the pen for this section.'),
  supporting: z.array(nameSchema).optional(),
  part: z.enum(PARTS).optional(),
  numbered: z.boolean().optional(),
  'word-limit': z.int().positive().optional(),
  language: z.string().optional(),
  notice: z.string().optional(),
});

/** Front matter of a section. */
export type SectionFrontMatter = z.infer<typeof sectionFrontMatterSchema>;

/** A key of front matter as it was written. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: unknown;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** One file of the text, read and parsed. Positions in the tree are those of the whole file. */
export interface SectionSource {
  /** Workspace-relative path. */
  readonly file: string;
  readonly source: string;
  readonly frontMatter: SectionFrontMatter;
  /** All its keys, whether they have an effect here or not; absent where it has no front matter. */
  readonly head?: readonly FrontMatterEntry[];
  /** mdast with our nodes; citations and cross-references not yet resolved, HTML already converted. */
  readonly tree: Root;
  readonly findings: readonly Finding[];
}
