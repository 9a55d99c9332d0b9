import type { SectionSource } from '../model/section.ts';
import { parseMarkdown } from '../text/markdown.ts';
import type { SectionInput } from './plain-section-of.ts';
import { sectionOf } from './section-of.ts';

/**
 * Reads one file of the text. Keys of front matter that do not hold are reported and left out; the text is kept.
 *
 * @param input The file.
 */
export function parseSection(input: SectionInput): SectionSource {
  return sectionOf(input, parseMarkdown);
}
