import { directionOf } from '../../text/language.ts';
import { type DocxContext, nextId, type Track } from './context.ts';
import { type Attributes, element, words } from './xml.ts';

/** Looks of a run. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly raised?: boolean;
  readonly style?: 'Code' | 'Hyperlink' | 'FootnoteReference' | 'Tag' | 'CommentReference';
}

/** A run, or something like one, with what it stands in. */
export interface Piece {
  /** The run as XML; a function where words that were deleted are written with another element. */
  readonly run: (deleted: boolean) => string;
  readonly tracks: readonly Track[];
  /** Its words, where they are words of the text: marks of notes and tags are none. */
  readonly words?: string;
  /** The change it is part of. */
  readonly change?: string | undefined;
  /** Changes of what it is the mark of. */
  readonly inside?: readonly string[];
  /** Whether no link around it is its own. */
  readonly unlinked?: true;
  /** Relation of a link outside, or bookmark of a link inside. */
  readonly link?: { readonly relation?: string; readonly anchor?: string };
}

/** Properties of a run, in the order of the schema. */
export function runProperties(look: Look, { language, meta }: Pick<DocxContext, 'language' | 'meta'>): string {
  const isRightToLeft = (language === undefined ? meta.direction : directionOf(language)) === 'rtl';
  const parts = [
    look.style === undefined ? '' : element('w:rStyle', { 'w:val': look.style }),
    look.bold === true ? '<w:b/><w:bCs/>' : '',
    look.italic === true ? '<w:i/><w:iCs/>' : '',
    look.strike === true ? '<w:strike/>' : '',
    look.raised === true ? element('w:vertAlign', { 'w:val': 'superscript' }) : '',
    isRightToLeft ? '<w:rtl/>' : '',
    language === undefined ? '' : element('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': language }),
  ].join('');
  return parts === '' ? '' : `<w:rPr>${parts}</w:rPr>`;
}

/** A piece of words; line ends inside become breaks. */
export function textPiece(text: string, look: Look, context: DocxContext): Piece {
  const properties = runProperties(look, context);
  const isText = look.raised !== true && look.style !== 'Tag';
  return {
    tracks: context.tracks,
    change: context.change,
    ...(isText && { words: text }),
    run: (deleted) => {
      const name = deleted ? 'w:delText' : 'w:t';
      if (text !== '' && !/[\n\t]/u.test(text))
        return `<w:r>${properties}<${name} xml:space="preserve">${words(text)}</${name}></w:r>`;
      const lines = text.split('\n').map((line) =>
        line
          .split('\t')
          .map((part) => (part === '' ? '' : `<${name} xml:space="preserve">${words(part)}</${name}>`))
          .join('<w:tab/>'),
      );
      return `<w:r>${properties}${lines.join('<w:br/>')}</w:r>`;
    },
  };
}

/** A piece that is the same whether it stays or goes. */
export function fixedPiece(inner: string, look: Look, context: DocxContext): Piece {
  return {
    tracks: context.tracks,
    change: context.change,
    run: () => `<w:r>${runProperties(look, context)}${inner}</w:r>`,
  };
}

/** Attributes of a tracked change: a number, who and when. */
export function trackAttributes(context: DocxContext): Attributes {
  const { meta } = context;
  return {
    'w:id': nextId(context),
    'w:author': meta.authors[0] ?? 'Penholder',
    'w:date': meta.date === undefined ? undefined : `${meta.date.slice(0, 10)}T00:00:00Z`,
  };
}

/**
 * Attributes of a tracked change inside of another. LibreOffice forgets it, and keeps words that went, where one author
 * made both (7.4): those of a change in a change are told apart.
 */
export function innerTrackAttributes(context: DocxContext): Attributes {
  const attributes = trackAttributes(context);
  return { ...attributes, 'w:author': `${attributes['w:author']} (2)` };
}

function sameTracks(one: Piece, other: Piece): boolean {
  return one.tracks.length === other.tracks.length && one.tracks.every((track, at) => track === other.tracks[at]);
}

function sameLink(one: Piece, other: Piece): boolean {
  return one.link?.relation === other.link?.relation && one.link?.anchor === other.link?.anchor;
}

function* grouped(pieces: readonly Piece[], same: (one: Piece, other: Piece) => boolean): Generator<readonly Piece[]> {
  let group: Piece[] = [];
  for (const piece of pieces) {
    const [first] = group;
    if (first !== undefined && !same(first, piece)) {
      yield group;
      group = [];
    }
    group.push(piece);
  }
  if (group.length > 0) yield group;
}

/** Runs in the elements that say what happened to them, in the links they stand in. */
export function writePieces(pieces: readonly Piece[], context: DocxContext): string {
  let out = '';
  // Most words were never changed and are part of no link.
  if (pieces.every(({ tracks, link }) => tracks.length === 0 && link === undefined)) {
    for (const { run } of pieces) out += run(false);
    return out;
  }
  for (const linked of grouped(pieces, sameLink)) {
    const inner = [...grouped(linked, sameTracks)].map((group) => tracked(group, context)).join('');
    const link = linked[0]?.link;
    out +=
      link === undefined
        ? inner
        : element('w:hyperlink', { 'r:id': link.relation, 'w:anchor': link.anchor, 'w:history': 1 }, inner);
  }
  return out;
}

function tracked(group: readonly Piece[], context: DocxContext): string {
  const tracks = group[0]?.tracks ?? [];
  const deleted = tracks.includes('w:del');
  const runs = group.map(({ run }) => run(deleted)).join('');
  const attributes = (at: number) => (at === 0 ? trackAttributes(context) : innerTrackAttributes(context));
  return tracks.reduceRight((inner, track, at) => element(track, attributes(at), inner), runs);
}
