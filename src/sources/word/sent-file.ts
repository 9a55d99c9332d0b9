/** What was sent to reviewers, paragraph by paragraph. */
import type { WordFile } from '../../files/word/word-types.ts';
import { readXml } from '../../files/xml-parts.ts';
import type { SentFile, SentParagraph, SentPassage } from '../../model/contracts.ts';
import { returnedUnits, type Unit } from './units.ts';
import { plainKey } from './word-keys.ts';

/** Namespace of the part by which a file says of which stage it was made. */
const DRAFT_NAMESPACE = 'urn:penholder:draft:1';

/** What a file says of the text it was made of. */
export interface Origin {
  readonly stage: string | undefined;
  /** Whether the program made it, of a stage or of something else, such as a letter. */
  readonly isMade: boolean;
  /** Ids of passages by the bookmarks that mark them. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

/**
 * What a file says of the text it was made of; other programs may have dropped it.
 *
 * @param file The file.
 */
export function originOf({ custom }: Pick<WordFile, 'custom'>): Origin {
  const part = custom.get(DRAFT_NAMESPACE);
  const bookmarks = new Map<string, string>();
  let stage: string | undefined;
  if (part === undefined) return { stage, isMade: false, bookmarks };
  readXml(part, {
    open: (name, attribute) => {
      if (name === 'draft') stage = attribute('stage');
      const id = attribute('id');
      if (name === 'passage' && id !== undefined) bookmarks.set(attribute('bookmark') ?? id, id);
    },
  });
  return { stage, isMade: true, bookmarks };
}

/** Parts that the program makes: what is changed in them is no remark on the text. */
const MADE = /^(?:toc|contents|marking|title|subtitle|remark|spacer|header|footer)\b/iu;
/** Paragraphs of a frame belong to what its title marks. */
const FRAME = /^(\S+) (Title|Text)$/u;

/**
 * The paragraphs of a Word file as the program makes it, each with the passage it belongs to.
 *
 * @param file The file, read back.
 * @param passages Passages of the text it was made of.
 * @param author Name that our own tracked changes carry.
 */
export function sentFile(file: WordFile, passages: readonly SentPassage[], author: string): SentFile {
  const { bookmarks } = originOf(file);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const owners: Owners = { frames: new Map(), found: undefined, caption: undefined };
  const { chunks } = returnedUnits(file, () => true);
  const byWords = new Map(passages.map((passage) => [plainKey(passage.text), passage]));
  const paragraphs = chunks
    .flatMap(({ units }) => units)
    .map((unit): SentParagraph => {
      const own = unit.names.map((name) => byId.get(bookmarks.get(name) ?? name)).find((one) => one !== undefined);
      const passage = own ?? byWords.get(plainKey(unit.words)) ?? ownerOf(unit, owners);
      remember(unit, passage, owners);
      const { words, names, cell } = unit;
      return { words, bookmarks: names, cell, ...(passage !== undefined && { passage }) };
    });
  return { paragraphs, author };
}

interface Owners {
  /** What the last title of each kind of frame marks. */
  readonly frames: Map<string, SentPassage>;
  /** The last passage met; undefined behind headings that the program makes. */
  found: SentPassage | undefined;
  /** What the last caption marks. */
  caption: SentPassage | undefined;
}

function ownerOf({ style, cell }: Unit, owners: Owners): SentPassage | undefined {
  if (MADE.test(style) || /^heading/iu.test(style)) return undefined;
  const [, frame, part] = FRAME.exec(style) ?? [];
  if (part === 'Text') return owners.frames.get(frame ?? '') ?? owners.found;
  return cell ? (owners.caption ?? owners.found) : owners.found;
}

function remember({ style, cell }: Unit, passage: SentPassage | undefined, owners: Owners): void {
  const [, frame = '', part] = FRAME.exec(style) ?? [];
  if (part === 'Title' && passage !== undefined) owners.frames.set(frame, passage);
  if (!cell) owners.caption = /^caption$/iu.test(style) ? passage : undefined;
  // A table's note stands behind it, and what has a passage of its own ends the one before.
  if (part !== 'Text' || owners.frames.get(frame) !== passage) owners.found = passage;
}

/** A text of which only the passages are known, as if each were one paragraph. */
export function plainSentFile(passages: readonly SentPassage[]): SentFile {
  const paragraphs = passages
    .filter(({ text }) => text.trim() !== '')
    .map((passage) => ({
      words: passage.text.replace(/\s+/gu, ' ').trim(),
      bookmarks: [passage.id],
      passage,
      cell: false,
    }));
  return { paragraphs, author: 'Penholder' };
}
