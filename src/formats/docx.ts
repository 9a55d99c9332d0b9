import type { FootnoteDefinition, Nodes } from 'mdast';
import { writeZip, type ZipPart } from '../files/zip-write.ts';
import type { Format } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { labels } from '../model/labels.ts';
import { contentHash } from '../text/fingerprint.ts';
import { writeBlocks } from './docx/blocks.ts';
import type { DocxContext, Gathered, Media } from './docx/context.ts';
import { contents, footerPart, headerPart, sectionProperties, titleBlock } from './docx/frame.ts';
import { movedWithNotes } from './docx/notes.ts';
import { Counters } from './docx/numbering.ts';
import { footnotesPart, NAMESPACES, packageParts } from './docx/parts.ts';
import { loadMedia } from './docx/pictures.ts';
import { findSeams } from './docx/seams.ts';
import { stylesPart } from './docx/styles.ts';
import { element } from './docx/xml.ts';
import { type AnyNode, walk } from './tree.ts';

/** A Word file (ISO/IEC 29500 transitional) with real styles, automatic numbers, footnotes and, in marked-up versions, genuine tracked changes. */
export const docx: Format = {
  id: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  about: 'A Word file; a marked-up version has its changes as tracked changes.',
  render: async (document, assets) => {
    const media = await loadMedia(document, assets);
    return writeDocx(document, { media, report: assets.report });
  },
};

/** What the writer is given beside the document. */
export interface DocxOptions {
  readonly media: ReadonlyMap<string, Media>;
  readonly report: DocxContext['report'];
}

/** Writes a Document as a Word file. The same Document gives the same bytes. */
export function writeDocx(document: Document, options: DocxOptions): Uint8Array {
  const first = writeParts(document, options, () => true);
  const lone = loneMoves(first.moves);
  if (lone.size === 0) return writeZip(first.parts);
  // What moved to or from where no move can be shown goes here and comes there.
  const silent = { ...options, report: () => undefined };
  return writeZip(writeParts(document, silent, (change) => !lone.has(change)).parts);
}

/** Changes of which more blocks moved away than arrived, or fewer. */
function loneMoves(moves: ReadonlyMap<string, number>): ReadonlySet<string> {
  const lone = new Set<string>();
  for (const [side, count] of moves) {
    const [track, change = ''] = side.split(' ');
    const other = track === 'w:moveFrom' ? 'w:moveTo' : 'w:moveFrom';
    if (moves.get(`${other} ${change}`) !== count) lone.add(change);
  }
  return lone;
}

function writeParts(
  { root, meta }: Document,
  { media, report }: DocxOptions,
  paired: Gathered['paired'],
): { readonly parts: ZipPart[]; readonly moves: Gathered['moves'] } {
  const words = labels(meta.language);
  const tree = { ...root, children: root.children.filter(({ data }) => data?.role !== 'legend') } as AnyNode;
  const gathered = gather(tree, media, paired);
  const context: DocxContext = {
    meta,
    words,
    gathered,
    bookmarks: bookmarkNames(tree),
    definitions: definitionsIn(tree),
    tracks: [],
    style: '',
    depth: 0,
    inNote: false,
    report,
    blocks: writeBlocks,
  };
  const body = writeBlocks(tree.children ?? [], context);
  const front = titleBlock(meta, words) + (meta.style.contents ? contents(context) : '');
  const text = element('w:body', {}, front, body || '<w:p/>', sectionProperties(meta));
  const texts = {
    document: element('w:document', NAMESPACES, text),
    styles: stylesPart(meta, NAMESPACES),
    numbering: gathered.counters.part(NAMESPACES),
    footnotes: footnotesPart(gathered),
    header: headerPart(meta, words, NAMESPACES),
    footer: footerPart(meta, NAMESPACES),
    ...(gathered.comments.length > 0 && { comments: element('w:comments', NAMESPACES, ...gathered.comments) }),
  };
  return { parts: packageParts(texts, gathered, meta), moves: gathered.moves };
}

function gather(tree: AnyNode, media: DocxOptions['media'], paired: Gathered['paired']): Gathered {
  return {
    next: 0,
    links: new Map(),
    media,
    footnotes: [],
    noteIds: new Map(),
    marked: new Map(),
    counters: new Counters(),
    moves: new Map(),
    headings: [],
    comments: [],
    commented: new Set(),
    seams: findSeams(tree),
    paired,
    settled: movedWithNotes(tree),
  };
}

/** Bookmarks take 40 characters of which the first is a letter; other ids get a name made from them. */
function bookmarkNames(tree: AnyNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const read = ({ data, children = [] }: AnyNode): void => {
    // What is gone has no place that could be pointed at.
    if (data?.change?.kind === 'deleted' || data?.change?.kind === 'moved-from') return;
    const id = data?.id;
    if (id !== undefined && !names.has(id))
      names.set(id, /^[A-Za-z][A-Za-z0-9_-]{0,39}$/u.test(id) ? id : `id_${contentHash(id).slice(0, 16)}`);
    for (const child of children) read(child);
  };
  read(tree);
  return names;
}

function definitionsIn(tree: AnyNode): ReadonlyMap<string, FootnoteDefinition> {
  const found = new Map<string, FootnoteDefinition>();
  walk(tree, (node) => {
    const definition = node as Nodes;
    if (definition.type === 'footnoteDefinition' && !found.has(definition.identifier))
      found.set(definition.identifier, definition);
  });
  return found;
}
