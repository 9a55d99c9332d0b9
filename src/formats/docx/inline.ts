import type { FootnoteReference, Nodes } from 'mdast';
import type { Finding } from '../../model/finding.ts';
import { linkAddress } from '../link-address.ts';
import type { AnyNode } from '../tree.ts';
import { type DocxContext, isGone, nextId, type Track, withoutMove } from './context.ts';
import { fixedPiece, type Look, type Piece, textPiece } from './runs.ts';
import { INSET, pageOf } from './standing.ts';
import { element, value, words } from './xml.ts';

type InlineType =
  | 'text'
  | 'inlineCode'
  | 'break'
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'link'
  | 'image'
  | 'citation'
  | 'crossReference'
  | 'bracket'
  | 'agreed'
  | 'footnoteReference'
  | 'insertion'
  | 'deletion';
type NodeOf<Type extends InlineType> = Extract<Nodes, { type: Type }>;
type Writer<Type extends InlineType> = (node: NodeOf<Type>, look: Look, context: DocxContext) => Piece[];

/** How each node in a line becomes runs; a type that is missing is a type error. */
const INLINE = {
  text: (node, look, context) => {
    if (node.value === '') return [];
    const piece = textPiece(node.value.replace(/\r?\n/gu, ' '), look, context);
    const former = node.data?.formerUrl;
    return former === undefined ? [piece] : rethreaded(piece, node.value, { former, look, context });
  },
  inlineCode: (node, look, context) => [textPiece(node.value, { ...look, style: 'Code' }, context)],
  break: (_node, look, context) => [fixedPiece('<w:br/>', look, context)],
  emphasis: (node, look, context) => inner(node, { ...look, italic: true }, context),
  strong: (node, look, context) => inner(node, { ...look, bold: true }, context),
  delete: (node, look, context) => inner(node, { ...look, strike: true }, context),
  link: (node, look, context) => {
    const pieces = inner(node, { ...look, style: 'Hyperlink' }, context);
    const former = node.data?.formerUrl;
    return former === undefined ? linked(pieces, node.url, context) : ledElsewhere(pieces, former, node.url, context);
  },
  image: (node, look, context) => [picturePiece(node.url, node.alt ?? '', context, look)],
  citation: (node, look, context) => inner(node, look, context),
  crossReference: (node, look, context) => {
    const anchor = context.bookmarks.get(node.target);
    const pieces = inner(node, look, context);
    return anchor === undefined ? pieces : pieces.map((piece) => ({ ...piece, link: { anchor } }));
  },
  bracket: (node, look, context) => [
    textPiece('[', look, context),
    ...inner(node, look, context),
    textPiece(']', look, context),
    ...tag(node.by, context),
  ],
  agreed: (node, look, context) => [...inner(node, look, context), ...tag(node.sourceTag, context)],
  footnoteReference: (node, look, context) => [reference(node, look, context)],
  insertion: (node, look, context) => changed(node, 'w:ins', { look, context }),
  deletion: (node, look, context) => changed(node, 'w:del', { look, context }),
} satisfies { [Type in InlineType]: Writer<Type> };

/**
 * The runs of nodes that stand in a line.
 *
 * @param nodes In order; one of an unknown type gives its children.
 */
export function inlinePieces(nodes: readonly AnyNode[], look: Look, context: DocxContext): Piece[] {
  return nodes.flatMap((node) => {
    const writer = Object.hasOwn(INLINE, node.type)
      ? (INLINE[node.type as InlineType] as (node: never, look: Look, context: DocxContext) => Piece[])
      : undefined;
    const write = (within: DocxContext) =>
      writer === undefined ? inner(node, look, within) : writer(node as never, look, within);
    const former = node.data?.former;
    // Of what is new or gone as a whole there is one way of writing only.
    if (former !== undefined && isGone(context)) return inlinePieces(former as AnyNode[], look, context);
    if (former === undefined || context.tracks.length > 0) return write(context);
    const before = inlinePieces(former as AnyNode[], look, within('w:del', context));
    return [...before, ...write(within('w:ins', context))];
  });
}

function inner(node: AnyNode, look: Look, context: DocxContext): Piece[] {
  return inlinePieces(node.children ?? [], look, context);
}

function changed(
  node: NodeOf<'insertion' | 'deletion'>,
  track: 'w:ins' | 'w:del',
  { look, context }: { readonly look: Look; readonly context: DocxContext },
): Piece[] {
  const other = track === 'w:ins' ? 'w:del' : 'w:ins';
  // A note that went is shown as it was, one that came as it is: programs resolve no change in another of a note.
  if (context.inNote && context.tracks.includes(other)) return [];
  return inner(node, look, { ...within(track, context), ...changeOf(node) });
}

function changeOf({ change }: { readonly change?: string }): { readonly change?: string } {
  return change === undefined || change === '' ? {} : { change };
}

/** Words that came inside what is gone were never there, nor were words that went inside what is new. */
function within(track: Track, context: DocxContext): DocxContext {
  const { tracks } = context;
  if (tracks.includes(track)) return context;
  const outer = tracks.includes('w:del') && track === 'w:ins' ? ['w:ins' as const, ...tracks] : [...tracks, track];
  return { ...context, tracks: outer };
}

/** Who holds the brackets, or where words were agreed: small, behind them. */
function tag(name: string | undefined, context: DocxContext): Piece[] {
  if (name === undefined || name.trim() === '') return [];
  return [textPiece(` ${name.trim()}`, { style: 'Tag' }, context)];
}

/** Words that stay while the link around them is another, or came or went: they go with the one and come with the other. */
function rethreaded(
  piece: Piece,
  text: string,
  { former, look, context }: { readonly former: string; readonly look: Look; readonly context: DocxContext },
): Piece[] {
  const isOld = isGone(context);
  if (context.tracks.length > 0 && !isOld) return [piece];
  const { style: _style, ...plain } = look;
  const own: Look = former === '' ? plain : { ...plain, style: 'Hyperlink' };
  const gone = textPiece(text, own, isOld ? context : { ...context, tracks: ['w:del'] });
  const before: Piece[] = former === '' ? [gone] : linked([gone], former, context);
  const apart = before.map((one): Piece => ({ ...one, unlinked: true }));
  return isOld ? apart : [...apart, { ...piece, tracks: ['w:ins'] }];
}

/** A link that led elsewhere: what stayed goes with the former address, and comes with the other. */
function ledElsewhere(pieces: readonly Piece[], former: string, url: string, context: DocxContext): Piece[] {
  const stays = ({ tracks, words: own }: Piece) => tracks.length === 0 && own !== undefined;
  const as = (track: Track) => (piece: Piece) => (stays(piece) ? { ...piece, tracks: [track] } : piece);
  const before = pieces.filter((piece) => stays(piece) || isGone(piece)).map(as('w:del'));
  const after = pieces.filter((piece) => !isGone(piece)).map(as('w:ins'));
  return [...linked(before, former, context), ...linked(after, url, context)];
}

function linked(pieces: Piece[], url: string, { gathered }: DocxContext): Piece[] {
  const address = linkAddress(url);
  if (address === undefined) return pieces;
  if (address.startsWith('#')) return pieces;
  const relation = gathered.links.get(address) ?? `link${gathered.links.size + 1}`;
  gathered.links.set(address, relation);
  return pieces.map((piece) => (piece.unlinked === true ? piece : { ...piece, link: { relation } }));
}

function reference(node: FootnoteReference, look: Look, context: DocxContext): Piece {
  const definition = context.definitions.get(node.identifier);
  const { gathered } = context;
  const isLettered = node.data?.label !== undefined && !/^\d+$/u.test(node.data.label);
  if (definition === undefined || context.inNote || isLettered)
    return textPiece(
      node.data?.label ?? (node.label ?? node.identifier).replace(/^old-/u, ''),
      { ...look, raised: true },
      context,
    );
  const id = gathered.footnotes.length + 1;
  // The place is taken before the note is written: a note may hold what refers to another.
  gathered.footnotes.push('');
  const change = definition.data?.change?.kind;
  const tracks: readonly Track[] =
    context.tracks.length > 0
      ? context.tracks.map(withoutMove)
      : change === 'inserted'
        ? ['w:ins']
        : change === 'deleted'
          ? ['w:del']
          : [];
  const { box: _box, leads: _leads, ...outside } = context;
  const inside: DocxContext = { ...outside, inNote: true, tracks, style: 'FootnoteText', depth: 0 };
  const mark = `<w:r><w:rPr>${value('w:rStyle', 'FootnoteReference')}</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`;
  const blocks =
    context.blocks(definition.children as AnyNode[], inside) ||
    element('w:p', {}, element('w:pPr', {}, value('w:pStyle', 'FootnoteText')));
  gathered.footnotes[id - 1] = element('w:footnote', { 'w:id': id }, withMark(blocks, mark));
  const piece = fixedPiece(
    element('w:footnoteReference', { 'w:id': id }),
    { ...look, style: 'FootnoteReference' },
    context,
  );
  return { ...piece, inside: changesIn(definition as AnyNode) };
}

/** All changes of a note: readers are told why at its mark. */
function changesIn({ data, children = [] }: AnyNode): string[] {
  return [...(data?.change === undefined ? [] : [data.change.change]), ...children.flatMap(changesIn)];
}

/** The number of a note stands before its first words. */
function withMark(blocks: string, mark: string): string {
  const at = blocks.indexOf('</w:pPr>');
  return at === -1 ? blocks : `${blocks.slice(0, at + 8)}${mark}${blocks.slice(at + 8)}`;
}

/** A picture as a piece; the words in place of one that is missing are none of the text. */
export function picturePiece(url: string, alt: string, context: DocxContext, look: Look = {}): Piece {
  const shown = context.gathered.media.has(url) ? look : { ...look, style: 'Tag' as const };
  return fixedPiece(drawing(url, alt, context), shown, context);
}

const EMU_PER_POINT = 12_700;

/**
 * A picture, with what it shows for those who can't see it; where its bytes can't go into the file, its words stand for it.
 *
 * @param url As the text names it.
 * @param alt What it shows.
 */
function drawing(url: string, alt: string, context: DocxContext): string {
  const media = context.gathered.media.get(url);
  if (media === undefined) {
    context.report(missing(url));
    return `<w:t xml:space="preserve">${words(`[${context.words.picture}${context.words.colon}${alt || url}]`)}</w:t>`;
  }
  const scale = Math.min(
    1,
    (pageOf(context.meta).room / 20 - (context.box === undefined ? 0 : INSET / 10)) / media.width,
  );
  const [cx, cy] = [media.width, media.height].map((points) => Math.round(points * scale * EMU_PER_POINT));
  const id = nextId(context);
  const size = { cx, cy };
  const fill = element(
    'pic:pic',
    { 'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
    element('pic:nvPicPr', {}, element('pic:cNvPr', { id, name: media.name, descr: alt }), '<pic:cNvPicPr/>'),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': media.name }, media.drawing === undefined ? '' : drawnFrom(media.name)),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, '<a:off x="0" y="0"/>', element('a:ext', size)),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
  );
  const graphic = element(
    'a:graphic',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main' },
    element('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, fill),
  );
  return element(
    'w:drawing',
    {},
    element(
      'wp:inline',
      {},
      element('wp:extent', size),
      element('wp:docPr', { id, name: media.name, descr: alt }),
      graphic,
    ),
  );
}

/** The drawing that a picture is made from, which programs that know of it show instead ([MS-ODRAWXML] 2.5.4). */
function drawnFrom(name: string): string {
  const svg = { 'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'r:embed': `${name}svg` };
  const extension = { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' };
  return element('a:extLst', {}, element('a:ext', extension, element('asvg:svgBlip', svg)));
}

function missing(url: string): Finding {
  return {
    check: 'docx/missing-picture',
    severity: 'warning',
    message: `The picture ${url.slice(0, 200)} could not be put into the Word file; its description stands in its place.`,
    why: 'Word shows PNG, JPEG, GIF and SVG pictures that lie in the workspace.',
    hint: 'Save it as PNG in the workspace, and name it by its path.',
    place: { file: url, line: 1, column: 1 },
  };
}
