import type { SectionSource } from '../model/section.ts';
import type { MarkdownOptions, MarkdownReading } from '../text/markdown/read-tree.ts';
import { findMergeConflicts } from '../text/merge-conflict.ts';

/** What a section is read from; plain data, so that a worker can be handed it. */
export interface SectionInput {
  readonly source: string;
  /** Workspace-relative path. */
  readonly file: string;
  readonly language: string;
}

/**
 * Whether a file surely has no front matter, not even one that is never closed: then nothing of YAML need be loaded.
 *
 * @param source The whole file.
 */
export function hasNoFrontMatter(source: string): boolean {
  return !/^\uFEFF?\s*---/u.test(source);
}

/**
 * Reads one file of the text that has no front matter.
 *
 * @param input The file.
 * @param parse Reads its Markdown.
 * @returns Undefined where what reads its Markdown can't.
 */
export function plainSectionOf<Reading extends MarkdownReading | undefined>(
  { source, file, language }: SectionInput,
  parse: (source: string, options: MarkdownOptions) => Reading,
): SectionSource | (Reading & undefined) {
  const parsed = parse(source, { file, bodyOffset: 0, language });
  if (parsed === undefined) return parsed as Reading & undefined;
  const { tree, findings } = parsed;
  return { file, source, frontMatter: {}, tree, findings: [...findMergeConflicts(source, file), ...findings] };
}
