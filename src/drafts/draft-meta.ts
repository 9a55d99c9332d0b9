import type { Direction, DocumentMeta } from '../model/document.ts';
import { labels } from '../model/labels.ts';
import type { Process, Stage } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText } from '../model/workspace.ts';

/** What a command chooses about a document. */
export interface DraftOptions {
  /** False leaves out what is generated from the text: acronyms, glossary and bibliography. */
  readonly generated?: boolean;
  readonly direction: (language: string) => Direction;
  /** Seconds since 1970 for time stamps inside files. */
  readonly epoch: number;
  readonly lineNumbers?: boolean;
  readonly watermark?: boolean;
  readonly textMarks?: boolean;
  /** What it is, where it is not simply the stage: `Marked-up version`. */
  readonly kind?: string;
}

/** What is said about a stage's document as a whole, from the process, the stage and the options. */
export function draftMeta(text: StageText, options: DraftOptions): DocumentMeta {
  const { process } = text;
  const stage = process.stages.find(({ id }) => id === text.id);
  const date = dayOf(stage) ?? text.date?.slice(0, 10);
  const version = versionOf(text);
  const stageTitle = titleOf(text);
  return {
    title: process.title,
    kind: options.kind ?? stageTitle,
    language: process.language,
    direction: options.direction(process.language),
    stage: { id: text.id, title: stageTitle },
    authors: (process['core-group'] ?? []).map(({ name }) => name),
    distribution: process.markings?.distribution ?? 'public',
    notForCitation: process.markings?.['not-for-citation'] ?? false,
    style: draftStyle(process, text, options),
    attachments: attachmentsOf(text),
    epoch: options.epoch,
    ...(process.subtitle !== undefined && { subtitle: process.subtitle }),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
    ...(process.markings?.symbol !== undefined && { symbol: process.markings.symbol }),
    ...(process.markings?.embargo !== undefined && { embargo: process.markings.embargo }),
    ...(process.notice !== undefined && { notice: process.notice }),
  };
}

/** The text as it stands has the title of the whole; on the page it says that it is being worked on. */
function titleOf({ id, title, process }: StageText): string {
  return id === WORKING ? labels(process.language).workingDraft : title;
}

/** The day on which the stage was really finished, where the process says so to the day. */
function dayOf(stage: Stage | undefined): string | undefined {
  const actual = stage?.actual;
  const day = typeof actual === 'object' ? (actual.to ?? actual.from) : actual;
  return day?.length === 10 ? day : undefined;
}

function versionOf(text: StageText): string | undefined {
  if (text.frozen !== undefined) return `${text.frozen.tag} (${text.frozen.commit.slice(0, 7)})`;
  if (text.commit === undefined) return undefined;
  return `${text.commit.slice(0, 7)}${text.dirty ? '+' : ''}`;
}

function draftStyle(process: Process, text: StageText, options: DraftOptions): DocumentMeta['style'] {
  const style = process.style ?? {};
  const marked = options.watermark ?? style.watermark ?? true;
  return {
    paper: style.paper ?? 'a4',
    cover: style.cover ?? true,
    contents: style.contents ?? true,
    lineNumbers: options.lineNumbers ?? style['line-numbers'] ?? false,
    textMarks: options.textMarks ?? false,
    fonts: process.fonts ?? [],
    ...(style.logo !== undefined && { logo: style.logo }),
    ...(marked && { watermark: titleOf(text).toLocaleUpperCase(process.language) }),
  };
}

/** The Markdown source travels inside the PDF. */
function attachmentsOf(text: StageText): DocumentMeta['attachments'] {
  return text.sections.map((section) => ({
    name: section.file.replaceAll('/', '-'),
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(section.source),
    description: section.frontMatter.title ?? section.file,
  }));
}
