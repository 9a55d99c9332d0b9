import type { Document } from '../model/document.ts';
import type { SectionSource } from '../model/section.ts';
import type { StageText } from '../model/workspace.ts';
import { frontMatterEntries, readFrontMatter } from '../text/front-matter.ts';
import { directionOf } from '../text/language.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { composeDraft } from './compose-draft.ts';
import { languageByScript, plainProcess } from './plain-process.ts';

/** What is known of a Markdown text beside its words. */
export interface MarkdownOptions {
  /** BCP 47; what its script tells if absent. */
  readonly language?: string;
  readonly title?: string;
}

/** A file of a text. */
export interface MarkdownFile {
  /** By which passages are named: `guide/10-scope.md`. */
  readonly file: string;
  readonly source: string;
}

/**
 * Makes a Document of Markdown that belongs to no workspace: nothing is numbered, generated or asked for.
 *
 * @param text one text, or files in reading order
 * @param options language and title
 */
export function readMarkdown(text: string | readonly MarkdownFile[], options: MarkdownOptions = {}): Document {
  const files = typeof text === 'string' ? [{ file: 'text.md', source: text }] : text;
  const language = options.language ?? languageByScript(files.map(({ source }) => source).join('\n'));
  const sections = files.map((file) => sectionOf(file, language));
  const title = options.title ?? sections[0]?.frontMatter.title ?? files[0]?.file ?? '';
  const stage: StageText = {
    id: 'text',
    title,
    process: plainProcess(title, language),
    sections,
    resources: [],
    asset: async () => undefined,
    dirty: false,
    findings: [],
  };
  return composeDraft(stage, { direction: directionOf, epoch: 0, generated: false }).document;
}

function sectionOf({ file, source }: MarkdownFile, language: string): SectionSource {
  const reading = readFrontMatter(source, file);
  const { data, bodyOffset } = reading;
  const { tree, findings } = parseMarkdown(source, { file, bodyOffset, language });
  const { title } = data;
  return {
    file,
    source,
    frontMatter: typeof title === 'string' ? { title } : {},
    ...frontMatterEntries(reading),
    tree,
    findings,
  };
}
