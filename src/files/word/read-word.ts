import { FileProblemError } from '../file-problem.ts';
import { allRelations, type Relation } from '../office-relations.ts';
import { readXml } from '../xml-parts.ts';
import { problemOf, readZip, type ZipArchive } from '../zip-read.ts';
import { readComments } from './read-comments.ts';
import { readLooks } from './read-looks.ts';
import { type StoryContext, storyHandler } from './read-story.ts';
import { emptyShared, type Looks, type Shared, StoryState } from './story-state.ts';
import { wordProblem } from './word-problem.ts';
import type {
  WordBlock,
  WordFile,
  WordMargin,
  WordNote,
  WordParagraph,
  WordReading,
  WordWarning,
} from './word-types.ts';

const MIB = 1024 * 1024;
/** Bytes of the text itself; of other parts. */
const MOST_TEXT = 32 * MIB;
const MOST_OTHER = 16 * MIB;
/** Bytes of a custom part, and how many of them are looked at. */
const MOST_CUSTOM = 2 * MIB;
const CUSTOM_PARTS = 16;

/**
 * Reads a Word file (.docx, .docm, .dotx), strict or transitional, as a stranger's: bounded, without entities; nothing is fetched or run.
 *
 * @param bytes The file.
 * @returns The file with both versions of its tracked changes, or why it can't be read.
 */
export function readWord(bytes: Uint8Array): WordReading {
  const zip = readZip(bytes);
  if ('problem' in zip) return { problem: wordProblem(zip.problem, bytes) };
  try {
    return { file: wordOf(zip.archive) };
  } catch (error) {
    return { problem: wordProblem(problemOf(error), bytes) };
  }
}

function wordOf(archive: ZipArchive): WordFile {
  const { main, text } = mainPart(archive);
  const relations = allRelations(archive, main);
  const partOf = (type: string) => relations.find((one) => one.type === type && !one.external)?.target ?? '';
  const read = (type: string) => archive.read(partOf(type), MOST_OTHER);
  const looks = readLooks(read('styles'), read('numbering'));
  const shared = emptyShared();
  const body: WordBlock[] = [];
  const state = new StoryState(body, shared);
  readXml(text, storyHandler(state, { looks, links: linksOf(relations) }));
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) =>
    notesOf(archive, partOf(`${kind}s`), { kind, looks, shared }),
  );
  const margins = marginsOf(archive, relations, { looks, shared });
  const beside = [...notes, ...margins].flatMap(({ blocks }) => [...paragraphsIn(blocks)]);
  const paragraphs = [...paragraphsIn(body), ...beside];
  const comments = readComments(
    { comments: read('comments'), extended: read('commentsExtended') },
    { looks, links: linksOf(allRelations(archive, partOf('comments'))) },
    { shared, body: paragraphs },
  );
  return {
    body,
    notes,
    margins,
    comments,
    revisions: shared.revisions,
    controls: shared.controls,
    custom: customParts(archive, relations),
    ...properties(archive),
    warnings: warningsOf(archive, relations),
  };
}

/** The part with the text: named by the file's relations, and a document by its root. */
function mainPart(archive: ZipArchive): { readonly main: string; readonly text: Uint8Array } {
  const main = allRelations(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const text = archive.read(main, MOST_TEXT);
  if (text === undefined) throw new FileProblemError('not-a-document');
  const beginning = text.subarray(0, 4096);
  if (!/<(?:\w+:)?document[\s>]/u.test(new TextDecoder(encodingOf(beginning)).decode(beginning)))
    throw new FileProblemError('not-a-document');
  return { main, text };
}

function encodingOf([one, other]: Uint8Array): string {
  if (one === 0xff && other === 0xfe) return 'utf-16le';
  return one === 0xfe && other === 0xff ? 'utf-16be' : 'utf-8';
}

function linksOf(relations: readonly Relation[]): ReadonlyMap<string, string> {
  return new Map(
    relations.filter(({ type, external }) => external && type === 'hyperlink').map(({ id, target }) => [id, target]),
  );
}

interface NotesContext {
  readonly kind: WordNote['kind'];
  readonly looks: Looks;
  readonly shared: Shared;
}

function notesOf(archive: ZipArchive, part: string, { kind, looks, shared }: NotesContext): WordNote[] {
  const bytes = archive.read(part, MOST_OTHER);
  if (bytes === undefined) return [];
  const notes: WordNote[] = [];
  const state = new StoryState([], shared);
  let isNote = false;
  const item: StoryContext['item'] = {
    open: (attribute) => {
      // The lines between text and notes are notes of types of their own.
      isNote = (attribute('type') ?? 'normal') === 'normal';
      const blocks: WordBlock[] = [];
      if (isNote) notes.push({ id: attribute('id') ?? '', kind, blocks });
      state.targets.push(blocks);
    },
    close: () => state.targets.pop(),
  };
  readXml(bytes, storyHandler(state, { looks, links: linksOf(allRelations(archive, part)), item }));
  return notes;
}

/** Headers and footers of one file; real ones have three of each for a section at the most. */
const MOST_MARGINS = 200;

/** Headers and footers, in the order in which the text points at them. */
function marginsOf(
  archive: ZipArchive,
  relations: readonly Relation[],
  { looks, shared }: Pick<NotesContext, 'looks' | 'shared'>,
): WordMargin[] {
  const own = relations.filter(({ type, external }) => !external && (type === 'header' || type === 'footer'));
  return own.slice(0, MOST_MARGINS).flatMap(({ type, target }): WordMargin[] => {
    const bytes = archive.read(target, MOST_OTHER);
    if (bytes === undefined) return [];
    const blocks: WordBlock[] = [];
    const links = linksOf(allRelations(archive, target));
    readXml(bytes, storyHandler(new StoryState(blocks, shared), { looks, links }));
    return [{ kind: type === 'header' ? 'header' : 'footer', blocks }];
  });
}

/** All paragraphs of some blocks in reading order, those of tables and text boxes among them. */
export function* paragraphsIn(blocks: readonly WordBlock[]): Generator<WordParagraph> {
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      yield block;
      yield* paragraphsIn(block.boxes);
    } else for (const { cells } of block.rows) for (const cell of cells) yield* paragraphsIn(cell.blocks);
  }
}

function customParts(archive: ZipArchive, relations: readonly Relation[]): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const own = relations.filter(({ type, external }) => type === 'customXml' && !external);
  const targets = [...new Set(own.map(({ target }) => target))];
  for (const target of targets.slice(0, CUSTOM_PARTS)) {
    const bytes = smallPart(archive, target);
    const namespace = bytes === undefined ? undefined : rootNamespace(bytes);
    if (bytes !== undefined && namespace !== undefined) parts.set(namespace, bytes);
  }
  return parts;
}

/** Other programs keep what they like in such parts; one that is too large for a list of passages is none of ours. */
function smallPart(archive: ZipArchive, target: string): Uint8Array | undefined {
  try {
    return archive.read(target, MOST_CUSTOM);
  } catch (error) {
    if (problemOf(error).code === 'too-large') return undefined;
    throw error;
  }
}

function rootNamespace(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4096));
  return /<[^?!][^>]*?\sxmlns="([^"]*)"/u.exec(beginning)?.[1];
}

function properties(archive: ZipArchive): { title?: string; language?: string } {
  const part = allRelations(archive, '').find(({ type }) => type === 'core-properties')?.target;
  const bytes = part === undefined ? undefined : archive.read(part, MOST_OTHER);
  if (bytes === undefined) return {};
  const found = { title: '', language: '' };
  let open: keyof typeof found | undefined;
  readXml(bytes, {
    open: (name) => {
      open = name === 'title' || name === 'language' ? name : undefined;
    },
    close: () => {
      open = undefined;
    },
    text: (text) => {
      if (open !== undefined) found[open] += text;
    },
  });
  return { ...(found.title && { title: found.title }), ...(found.language && { language: found.language }) };
}

/** What is never opened, run or fetched, and what whoever opens the file elsewhere should know of. */
function warningsOf(archive: ZipArchive, relations: readonly Relation[]): readonly WordWarning[] {
  const warnings = new Set<WordWarning>();
  if (archive.names.some((name) => /vbaProject\.bin$|\/macros\//iu.test(name))) warnings.add('macros');
  for (const { type, external } of relations) {
    if (['oleObject', 'package', 'aFChunk', 'control', 'activeXControl'].includes(type))
      warnings.add(external ? 'external' : 'embedded');
    else if (external && type === 'attachedTemplate') warnings.add('attached-template');
    else if (external && type !== 'hyperlink') warnings.add('external');
  }
  return [...warnings];
}
