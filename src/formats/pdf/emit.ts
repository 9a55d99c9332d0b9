import type { Nodes } from 'mdast';
import type { Document, Section } from '../../model/document.ts';
import type { Finding, Place } from '../../model/finding.ts';
import { labels } from '../../model/labels.ts';
import { plainText } from '../../text/plain-text.ts';
import { withLegend } from '../legend.ts';
import { withChange } from './changes.ts';
import type { Context, PictureUse } from './context.ts';
import { liveNotes, noteLetters, noteScopes } from './footnotes.ts';
import type { Spot } from './forms.ts';
import { emitBlocks } from './nodes.ts';
import { emitPhrasing } from './phrasing.ts';
import { kindByName } from './pictures.ts';
import { emitSettings, type Stacks } from './settings.ts';
import { around, asArguments, call, literal, type SourceLine } from './source.ts';

/** What emission needs to know of the world. */
export interface EmitOptions {
  /** Kind of a picture (`png`, `svg` …), undefined where it can't be read; absent: all can, and are what they are called. */
  readonly kindOf?: ((url: string) => string | undefined) | undefined;
  /** Puts visible replacements where no font has a character; absent: text stays as it is. */
  readonly printable?: ((text: string) => string) | undefined;
  readonly stacks: Stacks;
}

/** A Document as Typst source. */
export interface TypstSource {
  /** Calls of the library, one block a line. */
  readonly main: string;
  /** The module `settings.typ`. */
  readonly settings: string;
  /** Place in the text of each line of `main`, the first at index 0. */
  readonly lines: readonly (Place | undefined)[];
  /** Pictures by the name Typst knows them by. */
  readonly pictures: ReadonlyMap<string, PictureUse>;
  /** What had to be repaired or left out. */
  readonly findings: readonly Finding[];
  /** Places to fill in, by their number. */
  readonly spots: readonly Spot[];
}

/** Name of the cover picture among the pictures. */
const LOGO = '/pictures/logo';

/**
 * Writes a Document as Typst source that only calls the fixed library, with string literals.
 * @param given any Document
 * @param options font families, readable pictures and characters
 */
export function emitTypst(given: Document, options: EmitOptions): TypstSource {
  const document = withLegend(given);
  const context = startContext(document, options);
  const sections = emitSections(document, context);
  const logo = registerLogo(document, context);
  const lines = [...opening(document), ...sections, ...leftovers(context), ...attachments(document, context)];
  return {
    main: `${lines.map((line) => line.text).join('\n')}\n`,
    settings: emitSettings(document, options.stacks, logo, context.printable),
    lines: lines.map((line) => line.place),
    pictures: context.gathered.pictures,
    findings: context.gathered.findings,
    spots: context.gathered.spots,
  };
}

function startContext(document: Document, options: EmitOptions): Context {
  return {
    meta: document.meta,
    words: labels(document.meta.language),
    file: '',
    notes: { here: new Map(), everywhere: new Map() },
    inNote: false,
    anchors: anchorsOf(document.root),
    kindOf: options.kindOf ?? kindByName,
    printable: options.printable ?? ((text) => text),
    gathered: {
      placed: new Set(),
      targets: new Set(),
      footnotes: new Map(),
      letters: noteLetters(document),
      live: liveNotes(document),
      pictures: new Map(),
      findings: [],
      spots: [],
      headingLevel: 0,
    },
    blocks: emitBlocks,
    phrasing: emitPhrasing,
  };
}

function opening({ meta }: Document): SourceLine[] {
  const texts = ['#import "/penholder.typ": *', '#show: setup', meta.style.cover ? '#cover()' : '#masthead()'];
  if (meta.style.contents) texts.push(call('#contents', literal(meta.style.cover)));
  return texts.map((text) => ({ text }));
}

function emitSections(document: Document, context: Context): SourceLine[] {
  const scopes = noteScopes(document);
  return document.root.children.flatMap((child, index) => {
    const notes = scopes[index] ?? context.notes;
    const section = child.type === 'section' ? child : undefined;
    const inner = withChange({ ...context, notes, file: section?.file ?? '' }, section?.data?.change);
    if (section?.data?.role === 'legend') return emitLegend(section, inner).flatMap(asCode);
    const blocks = emitBlocks(section === undefined ? [child] : section.children, inner);
    return [...partLine(section, document, index), ...blocks.flatMap(asCode)];
  });
}

/** A legend is a frame with a title: a heading of its own would stand among those of the text. */
function emitLegend(section: Section, context: Context): SourceLine[][] {
  const [first, ...rest] = section.children;
  const title = first?.type === 'heading' ? context.printable(plainText(first)) : context.words.legend;
  const inner = emitBlocks(first?.type === 'heading' ? rest : section.children, context);
  return [around(`key(${literal(title)},`, asArguments(inner), undefined)];
}

/** Front matter and annexes begin a page; so does the first section of the body after front matter. */
function partLine(section: Section | undefined, document: Document, index: number): SourceLine[] {
  if (section === undefined || index === 0) return [];
  // Easy to read is one thing a page.
  if (document.meta.style.reading === 'easy-read') return [{ text: '#part()' }];
  if (!document.meta.style.cover) return [];
  const before = document.root.children[index - 1];
  const previous = before?.type === 'section' ? before : undefined;
  const breaks = beginsPage(section) || (previous?.part === 'front' && beginsPage(previous));
  return breaks ? [{ text: '#part()' }] : [];
}

/** Generated parts, such as a short list of acronyms, do not take a page of their own: they stand with what is around them. */
function beginsPage({ part, data }: Section): boolean {
  return (part === 'front' || part === 'annex') && data?.role !== 'generated' && data?.role !== 'legend';
}

function asCode(block: readonly SourceLine[]): SourceLine[] {
  return block.map((line, index) => (index === 0 ? { ...line, text: `#${line.text}` } : line));
}

function registerLogo({ meta }: Document, context: Context): string | undefined {
  const url = meta.style.logo;
  const kind = url === undefined ? undefined : context.kindOf(url);
  if (url === undefined || kind === undefined) return undefined;
  const name = `${LOGO}.${kind}`;
  context.gathered.pictures.set(name, { url, place: { file: url, line: 1, column: 1 } });
  return name;
}

/** A link to a passage that printed nothing leads to the end of the text rather than stopping the PDF. */
function leftovers({ gathered }: Context): SourceLine[] {
  const missing = [...gathered.targets].filter((name) => !gathered.placed.has(name));
  return missing.map((name) => ({ text: call('#anchor', literal(name)) }));
}

function attachments({ meta }: Document, context: Context): SourceLine[] {
  // An empty file holds nothing that could be lost, and the typesetter cannot enclose one.
  const filled = [...meta.attachments.entries()].filter(([, { bytes }]) => bytes.length > 0);
  return filled.map(([index, attachment]) => ({
    text: call(
      '#enclose',
      literal(attachmentPath(index)),
      literal(context.printable(attachment.name)),
      literal(attachment.mediaType),
      literal(context.printable(attachment.description)),
    ),
  }));
}

/**
 * Names an attachment as Typst knows it; its own name never is a path.
 * @param index among the attachments
 */
export function attachmentPath(index: number): string {
  return `/attachments/${index + 1}`;
}

function anchorsOf(root: Nodes): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.data?.id !== undefined) found.add(node.data.id);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}
