import type { FootnoteDefinition } from 'mdast';
import type { BlockChange, DocumentMeta } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Labels } from '../../model/labels.ts';
import type { AnyNode } from '../tree.ts';
import type { Counters } from './numbering.ts';
import type { Piece } from './runs.ts';
import type { FrameName } from './standing.ts';

/** How words stand in a tracked text: each is an element around their runs. */
export type Track = 'w:ins' | 'w:del' | 'w:moveFrom' | 'w:moveTo';

/** A picture that goes into the file. */
export interface Media {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** The drawing (SVG) that these are the points of, for programs that show drawings. */
  readonly drawing?: Uint8Array;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** A passage that can be pointed at, and the name of its bookmark. */
export interface Marked {
  readonly id: string;
  readonly bookmark: string;
  readonly print: string;
}

/** A line of the contents. */
export interface HeadingEntry {
  readonly level: number;
  /** Where it leads; a place that is gone has none. */
  readonly bookmark: string | undefined;
  readonly pieces: readonly Piece[];
  /** What happened to the line as a whole. */
  readonly tracks: readonly Track[];
}

/** What grows while a document is written. */
export interface Gathered {
  /** Next id of a tracked change, bookmark or drawing: one row of numbers for all. */
  next: number;
  /** Links that lead outside, with the ids of their relations. */
  readonly links: Map<string, string>;
  /** Pictures by their url. */
  readonly media: ReadonlyMap<string, Media>;
  /** Footnotes that were referred to, in order, as XML. */
  readonly footnotes: string[];
  /** Footnotes that were written, by their definition. */
  readonly noteIds: Map<FootnoteDefinition, number>;
  /** Passages that were written, by their id. */
  readonly marked: Map<string, Marked>;
  readonly counters: Counters;
  /** How many ends of a move were written, by change and side: the ends of a pair carry the same name. */
  readonly moves: Map<string, number>;
  /** Comments, as XML, and the changes that have theirs. */
  readonly comments: string[];
  readonly commented: Set<string>;
  /** Marks of paragraphs that part what was one block, or becomes one. */
  readonly seams: ReadonlyMap<BlockChange, Track>;
  /** Moves of notes whose marks stay where they are: at the foot of a page no place is a new one. */
  readonly settled: ReadonlySet<string>;
  /** Moves of which both ends can be shown as such. */
  readonly paired: (change: string) => boolean;
  /** Headings of the contents. */
  readonly headings: HeadingEntry[];
}

/** What a node is written with. */
export interface DocxContext {
  readonly meta: DocumentMeta;
  readonly words: Labels;
  readonly gathered: Gathered;
  /** Bookmarks by the id of the passage. */
  readonly bookmarks: ReadonlyMap<string, string>;
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** What happened to all that stands here, from the outermost. */
  readonly tracks: readonly Track[];
  /** Change that the tracks are of. */
  readonly change?: string;
  readonly style: string;
  /** How many lists stand around, in what is set apart those within it. */
  readonly depth: number;
  /** What is set apart around. */
  readonly box?: FrameName;
  /** Whether the paragraph that is written leads on to the block behind it. */
  readonly leads?: boolean;
  readonly inNote: boolean;
  readonly language?: string;
  readonly report: (finding: Finding) => void;
  readonly blocks: (nodes: readonly AnyNode[], context: DocxContext) => string;
}

/** A number that no other tracked change, bookmark or drawing of the file has. */
export function nextId({ gathered }: DocxContext): number {
  gathered.next += 1;
  return gathered.next;
}

/** Whether what stands here went as a whole. */
export function isGone({ tracks }: Pick<DocxContext, 'tracks'>): boolean {
  return tracks.includes('w:del') || tracks.includes('w:moveFrom');
}

const UNMOVED: Readonly<Record<Track, 'w:ins' | 'w:del'>> = {
  'w:ins': 'w:ins',
  'w:del': 'w:del',
  'w:moveFrom': 'w:del',
  'w:moveTo': 'w:ins',
};

/** Where nothing can be moved, such as in rows and notes, it goes here and comes there. */
export function withoutMove(track: Track): 'w:ins' | 'w:del' {
  return UNMOVED[track];
}
