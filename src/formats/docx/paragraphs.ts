import type { BlockChange } from '../../model/document.ts';
import { fingerprintWords } from '../../text/fingerprint.ts';
import type { AnyNode } from '../tree.ts';
import { withComments } from './comments.ts';
import { type DocxContext, nextId, type Track, withoutMove } from './context.ts';
import { inlinePieces } from './inline.ts';
import type { AutoNumber } from './numbering.ts';
import { innerTrackAttributes, type Look, type Piece, textPiece, trackAttributes } from './runs.ts';
import { standing } from './standing.ts';
import { element, value } from './xml.ts';

/** What a change of a whole block does to its words and its mark. */
const WHOLE: Readonly<Partial<Record<BlockChange['kind'], Track>>> = {
  inserted: 'w:ins',
  deleted: 'w:del',
  'moved-from': 'w:moveFrom',
  'moved-to': 'w:moveTo',
};

/** The context of what stands in a block that came, went or moved as a whole. */
export function insideOf(node: AnyNode, context: DocxContext): DocxContext {
  const change = node.data?.change;
  const track = change === undefined ? undefined : WHOLE[change.kind];
  const language = node.data?.language;
  const base = language === undefined ? context : { ...context, language };
  // What moved inside of what is new is new; of two things that happened, the outer one is told.
  if (change === undefined || track === undefined || context.tracks.length > 0) return base;
  if (context.inNote && change.kind === 'moved-to' && context.gathered.settled.has(change.change)) return base;
  const isPaired = context.gathered.paired(change.change);
  return { ...base, tracks: [isPaired ? track : withoutMove(track)], change: change.change };
}

/** What a paragraph is made of. */
export interface ParagraphParts {
  /** Its style; that of the context if absent. */
  readonly style?: string;
  /** Further properties, as XML in the order of the schema between `numPr` and `rPr`. */
  readonly properties?: string;
  /** Its number as Word counts it. */
  readonly number?: AutoNumber | undefined;
  /** The number Word counts for it in the earlier version, where that is another; `none` where it counts none. */
  readonly was?: AutoNumber | 'none' | undefined;
  /** Its style in the earlier version, where that is another. */
  readonly wasStyle?: string;
  readonly pieces: readonly Piece[];
  /** What is to become of its mark beside what its context says: of blocks that were one, or become one. */
  readonly mark?: Track | undefined;
  readonly keepNext?: boolean;
  /** Bookmark of a heading without an id, for the contents. */
  readonly anchor?: string | undefined;
}

/** A paragraph, inside the bookmark of its passage. */
export function paragraph(node: AnyNode, parts: ParagraphParts, context: DocxContext): string {
  const { style = context.style, properties = '', number, was, wasStyle, pieces, mark, keepNext, anchor } = parts;
  const looks = (of: AutoNumber | undefined, styled = style) => [
    styled === '' ? '' : value('w:pStyle', styled),
    keepNext === true ? '<w:keepNext/>' : '',
    of === undefined ? '' : element('w:numPr', {}, value('w:ilvl', of.level), value('w:numId', of.list)),
    standing(styled, of !== undefined, context),
    properties,
  ];
  const marks = markTracks(context, mark);
  const inner = withComments(node, pieces, context);
  const head = element(
    'w:pPr',
    {},
    ...looks(number),
    marks === '' ? '' : `<w:rPr>${marks}</w:rPr>`,
    was === undefined && wasStyle === undefined
      ? ''
      : element(
          'w:pPrChange',
          trackAttributes(context),
          element('w:pPr', {}, ...looks(was === 'none' ? undefined : (was ?? number), wasStyle)),
        ),
  );
  const words = moved(inner, context);
  let said = '';
  for (const { tracks, words = '' } of pieces)
    if (!tracks.includes('w:ins') && !tracks.includes('w:moveTo')) said += words;
  return element(
    'w:p',
    {},
    head,
    anchor === undefined ? bookmarked(node, { inner: words, said }, context) : named(anchor, words, context),
  );
}

/** In the order of the schema. */
const MARK_ORDER: readonly Track[] = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'];

function markTracks(context: DocxContext, mark: Track | undefined): string {
  const tracks = mark === undefined ? context.tracks : [...context.tracks, mark];
  return MARK_ORDER.filter((track) => tracks.includes(track))
    .map((track, at) => element(track, at === 0 ? trackAttributes(context) : innerTrackAttributes(context)))
    .join('');
}

/** Both ends of a move carry the same name, by which Word knows them. */
function moved(inner: string, context: DocxContext): string {
  const [track] = context.tracks;
  if ((track !== 'w:moveFrom' && track !== 'w:moveTo') || context.change === undefined) return inner;
  const { moves } = context.gathered;
  const side = `${track} ${context.change}`;
  const count = (moves.get(side) ?? 0) + 1;
  moves.set(side, count);
  const name = `move_${context.change}_${count}`;
  const id = nextId(context);
  const { 'w:author': author, 'w:date': date } = trackAttributes(context);
  const start = element(`${track}RangeStart`, { 'w:id': id, 'w:name': name, 'w:author': author, 'w:date': date });
  return `${start}${inner}${element(`${track}RangeEnd`, { 'w:id': id })}`;
}

/** The words of a passage, between the ends of its bookmark. A passage that is gone has none: its id may stand elsewhere. */
function bookmarked(node: AnyNode, { inner, said }: { inner: string; said: string }, context: DocxContext): string {
  const id = node.data?.id;
  const bookmark = id === undefined ? undefined : context.bookmarks.get(id);
  const gone = context.tracks.includes('w:del') || context.tracks.includes('w:moveFrom');
  if (id === undefined || bookmark === undefined || gone || context.gathered.marked.has(id)) return inner;
  context.gathered.marked.set(id, { id, bookmark, print: fingerprintWords(said) });
  return named(bookmark, inner, context);
}

function named(bookmark: string, inner: string, context: DocxContext): string {
  const id = nextId(context);
  return `${element('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark })}${inner}${element('w:bookmarkEnd', { 'w:id': id })}`;
}

/** A number that Word can't count, as words before the block; of what is gone as the earlier version had it. */
export function labelPieces(label: string | undefined, context: DocxContext): Piece[] {
  return label === undefined ? [] : [textPiece(`${withoutFormer(label, context)}\t`, {}, context)];
}

/** A number without the word that says that it is a former one. */
export function withoutFormer(label: string, { words }: DocxContext): string {
  const [before = '', after = ''] = words.formerNumber.split('{n}');
  const isFormer = before + after !== '' && label.startsWith(before) && label.endsWith(after);
  return isFormer ? label.slice(before.length, label.length - after.length) : label;
}

/** The words of a block as runs. */
export function blockPieces(node: AnyNode, look: Look, context: DocxContext): Piece[] {
  return inlinePieces(node.children ?? [], look, context);
}

/**
 * The number of a block as Word counts it; one that is gone counts in the earlier version alone.
 *
 * @param label As printed; of what is gone, `former 12.` in the language of the document.
 * @param kind What carries it.
 */
export function autoNumber(label: string | undefined, kind: 'heading' | 'paragraph' | 'item', context: DocxContext) {
  if (label === undefined) return undefined;
  const { counters } = context.gathered;
  const bare = withoutFormer(label, context);
  const gone = bare !== label || context.tracks.includes('w:del') || context.tracks.includes('w:moveFrom');
  return gone ? counters.goneNumberFor(bare, kind) : counters.numberFor(label, kind);
}

/** How a block is numbered: by Word, by words before it, or by one of them in each version. */
export interface Numbering {
  readonly number: AutoNumber | undefined;
  readonly was: AutoNumber | 'none' | undefined;
  /** Numbers that Word can't count, as words. */
  readonly lead: readonly Piece[];
}

/**
 * The number of a block in both versions.
 *
 * @param data Its number, and the one it had if that is another.
 * @param kind What carries it.
 * @param formerKind What carried it, if that is another.
 */
export function numbered(
  { label, formerLabel }: { readonly label?: string | undefined; readonly formerLabel?: string | undefined },
  kind: 'heading' | 'paragraph' | 'item',
  context: DocxContext,
  formerKind = kind,
): Numbering {
  const number = autoNumber(label, kind, context);
  const lead = number === undefined ? labelPieces(label, context) : [];
  if (formerLabel === undefined || context.tracks.length > 0) return { number, was: undefined, lead };
  const former = formerLabel === '' ? undefined : formerLabel;
  const had = former === undefined ? undefined : context.gathered.counters.goneNumberFor(former, formerKind);
  const sides = [
    ...(had === undefined ? labelPieces(former, { ...context, tracks: ['w:del'] }) : []),
    ...(number === undefined ? labelPieces(label, { ...context, tracks: ['w:ins'] }) : []),
  ];
  const same = had?.level === number?.level && (had === undefined) === (number === undefined);
  return { number, was: same ? undefined : (had ?? 'none'), lead: sides };
}

/** The number that a part of a merged passage had. */
export function struckNumber(label: string, kind: 'heading' | 'paragraph' | 'item', context: DocxContext): Numbering {
  const bare = withoutFormer(label, context);
  const number = context.gathered.counters.goneNumberFor(bare, kind);
  const lead = number === undefined ? labelPieces(bare, { ...context, tracks: ['w:del'] }) : [];
  return { number, was: undefined, lead };
}
