/** Footnotes and endnotes of the merged file: changes of their words, and notes that reviewers put in. */
import { allRelations } from '../office-relations.ts';
import { paragraphsIn } from '../word/read-word.ts';
import type { WordFile, WordNote, WordPiece } from '../word/word-types.ts';
import { xmlText } from '../xml-text.ts';
import type { ZipArchive } from '../zip-read.ts';
import { baseParagraphs } from './base-paragraphs.ts';
import type { CopyPart } from './copy-looks.ts';
import { mainPartName, type NewPart, partText } from './edit-package.ts';
import { withoutMoves } from './merge-moves.ts';
import { mergeParagraph } from './merge-paragraph.ts';
import { type Gathered, type Placed, untouched } from './merge-story.ts';
import { type Tagging, trackTag } from './merge-words.ts';
import { reviewReading } from './review-edits.ts';
import { onBase } from './review-offsets.ts';
import type { ParagraphReview, TextEdit } from './review-types.ts';
import { xmlBlocks } from './xml-blocks.ts';
import { atEnd, editXml, everyElement, type XmlElement, xmlPlaces } from './xml-places.ts';

type Kind = WordNote['kind'];

/** A note of the base with what is done to it. */
export interface NoteStory {
  readonly gathered: readonly Gathered[];
  /** Number of the paragraph that holds its mark. */
  host?: number;
}

interface NotePart {
  readonly kind: Kind;
  readonly source: string;
  readonly root: XmlElement;
  readonly stories: Map<string, NoteStory>;
  readonly added: string[];
  next: number;
}

/** A copy whose notes are carried. */
export interface NotesCall {
  readonly name: string;
  readonly file: WordFile;
  readonly archive: ZipArchive;
  readonly part: CopyPart;
  readonly reviews: readonly ParagraphReview[];
  readonly places: Placed['places'];
  readonly gathered: readonly Gathered[];
  readonly tell: (author: string, what: string, near: number) => void;
}

/** The notes of all copies in those of the base. */
export interface MergedNotes {
  readonly parts: readonly NotePart[];
  readonly tagging: Tagging;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The notes of the base, with nothing done to them. */
export function mergedNotes(archive: ZipArchive, tagging: Tagging): MergedNotes {
  return { tagging, parts: (['footnote', 'endnote'] as const).map((kind) => notePart(archive, kind)) };
}

function sourceOf(archive: ZipArchive, kind: Kind): string | undefined {
  const found = allRelations(archive, mainPartName(archive)).find(({ type }) => type === `${kind}s`);
  return partText(archive, found?.target ?? '');
}

function notePart(archive: ZipArchive, kind: Kind): NotePart {
  const own = sourceOf(archive, kind);
  const source = own ?? emptyPart(kind);
  const root = xmlPlaces(source);
  const notes = root.children.filter(({ name }) => name === kind);
  const stories = new Map<string, NoteStory>();
  for (const note of notes) {
    const isText = (note.attributes.get('type') ?? 'normal') === 'normal';
    const gathered = isText ? baseParagraphs(note, source).map(untouched) : [];
    if (isText) stories.set(note.attributes.get('id') ?? '', { gathered });
  }
  const next = notes.reduce((most, note) => Math.max(most, Number(note.attributes.get('id')) || 0), 0) + 1;
  return { kind, source, root, stories, added: [], next };
}

/** Every file with notes holds the lines that part them from the text. */
function emptyPart(kind: Kind): string {
  const line = (type: string, id: number, mark: string) =>
    `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:r><w:${mark}/></w:r></w:p></w:${kind}>`;
  const lines = line('separator', -1, 'separator') + line('continuationSeparator', 0, 'continuationSeparator');
  return `<w:${kind}s xmlns:w="${W}">${lines}</w:${kind}s>`;
}

/** All notes of the base. */
export function noteStories({ parts }: MergedNotes): readonly NoteStory[] {
  return parts.flatMap(({ stories }) => [...stories.values()]);
}

/** Carries what a copy does to the words of notes. Notes changed without tracking are left as they were sent: programs shift them. */
export function takeNotes(notes: MergedNotes, call: NotesCall): void {
  const { file, name } = call;
  const pairs = notePairs(call);
  let first = call.part.blocks.paragraphs.length;
  for (const own of notes.parts) {
    const part = notesOfCopy(call, own.kind, first);
    first += part?.blocks.paragraphs.length ?? 0;
    for (const note of file.notes.filter(({ kind }) => kind === own.kind)) {
      const found = pairs.get(`${note.kind} ${note.id}`);
      const story = own.stories.get(found?.id ?? '');
      const read = withoutMoves(reviewReading(note.blocks, { file, name, ...(part !== undefined && { part }) }));
      if (story !== undefined && found !== undefined) takeNote(story, found.host, read, call);
    }
  }
}

function notesOfCopy({ archive, part }: NotesCall, kind: Kind, first: number): CopyPart | undefined {
  const source = sourceOf(archive, kind);
  if (source === undefined) return undefined;
  const root = xmlPlaces(source);
  return { root, source, first, blocks: xmlBlocks(root, first), transplant: { ...part.transplant, source } };
}

interface NotePair {
  readonly id: string;
  readonly host: number;
}

/** Which note of the base each of the copy is: the same mark of the same paragraph. */
function notePairs({ places, reviews, gathered }: NotesCall): ReadonlyMap<string, NotePair> {
  const pairs = new Map<string, NotePair>();
  for (const [at, { base }] of places) {
    const there = reviews[at]?.notes ?? [];
    const here = gathered[base]?.paragraph.bare.filter(({ object }) => object === 'note') ?? [];
    if (there.length !== here.length) continue;
    there.forEach((note, nth) => {
      const mark = here[nth]?.element.children.find((child) => /^(?:foot|end)noteReference$/u.test(child.name));
      if (mark !== undefined) pairs.set(note, { id: mark.attributes.get('id') ?? '', host: base });
    });
  }
  return pairs;
}

function takeNote(story: NoteStory, host: number, reviews: readonly ParagraphReview[], call: NotesCall): void {
  story.host = host;
  reviews.forEach((review, at) => {
    const one = story.gathered[at];
    const own = one === undefined ? undefined : onBase(review, one.paragraph.words);
    if (one === undefined || own === undefined) {
      for (const edit of review.edits) call.tell(edit.author, `changes a note${wordsOf(edit, review)}`, host);
      return;
    }
    one.edits.push(...own.edits.map((edit) => ({ ...edit, copy: call.name })));
    one.objects.push(...own.objects);
    one.looks.push(...own.looks);
    one.joins = one.joins ?? own.joins;
    one.properties = one.properties ?? own.properties;
    for (const { author, what } of review.left) call.tell(author, `${what} (in a note)`, host);
  });
}

function wordsOf({ from, to, text }: TextEdit, { original }: ParagraphReview): string {
  const gone = original.slice(from, to).trim();
  return `${gone === '' ? '' : `, taking out “${gone}”`}${text.trim() === '' ? '' : `, putting in “${text.trim()}”`}`;
}

/** A note that a copy puts in, written into those of the base; gives its id there. */
export function putNote(notes: MergedNotes, edit: TextEdit, file: WordFile): TextEdit {
  const own = notes.parts.find(({ kind }) => kind === edit.note?.kind);
  if (own === undefined || edit.note === undefined) return edit;
  const id = String(own.next);
  own.next += 1;
  const note = file.notes.find(({ kind, id: known }) => kind === own.kind && known === edit.note?.id);
  own.added.push(noteXml({ own, id, note, file, edit }, notes.tagging));
  return { ...edit, note: { kind: own.kind, id } };
}

interface NewNote {
  readonly own: NotePart;
  readonly id: string;
  readonly note: WordNote | undefined;
  readonly file: WordFile;
  readonly edit: TextEdit;
}

function noteXml({ own, id, note, file, edit }: NewNote, { nextId }: Tagging): string {
  const { prefix } = own.root;
  const paragraphs = note === undefined ? [] : [...paragraphsIn(note.blocks)];
  const isGone = ({ revisions }: WordPiece) =>
    revisions.some((at) => ['deletion', 'move-from'].includes(file.revisions[at]?.kind ?? ''));
  const lines = paragraphs.map(({ pieces }) =>
    pieces
      .filter((piece) => piece.type === 'text' && !isGone(piece))
      .map(({ text }) => text)
      .join(''),
  );
  const written = (lines.length === 0 ? [''] : lines).map((line, at) => {
    const mark = at === 0 ? markRun(own) : '';
    const words = `<${prefix}r><${prefix}t xml:space="preserve">${xmlText(line)}</${prefix}t></${prefix}r>`;
    const tag = trackTag({ prefix, nextId }, 'ins', edit);
    return `<${prefix}p>${paragraphLooks(own)}${mark}<${tag}>${words}</${prefix}ins></${prefix}p>`;
  });
  return `<${prefix}${own.kind} ${prefix}id="${id}">${written.join('')}</${prefix}${own.kind}>`;
}

/** The mark at the beginning of a note, as the others have it. */
function markRun({ root, source, kind }: NotePart): string {
  const { prefix } = root;
  const plain = `<${prefix}rPr><${prefix}vertAlign ${prefix}val="superscript"/></${prefix}rPr>`;
  const looks = looksOf(root, `${kind}Ref`, source) ?? plain;
  return `<${prefix}r>${looks}<${prefix}${kind}Ref/></${prefix}r>`;
}

/** Looks of the first run that holds something. */
function looksOf(root: XmlElement, name: string, source: string): string | undefined {
  for (const run of everyElement(root)) {
    if (run.name !== 'r' || !run.children.some((child) => child.name === name)) continue;
    const looks = run.children.find((child) => child.name === 'rPr');
    return looks === undefined ? undefined : source.slice(looks.start, looks.end);
  }
  return undefined;
}

/** The style of the paragraphs of other notes. */
function paragraphLooks({ stories, root: { prefix }, source }: NotePart): string {
  const first = [...stories.values()][0]?.gathered[0]?.paragraph.element;
  const own = first?.children.find(({ name }) => name === 'pPr');
  const style = own?.children.find(({ name }) => name === 'pStyle');
  return style === undefined ? '' : `<${prefix}pPr>${source.slice(style.start, style.end)}</${prefix}pPr>`;
}

/** The parts of notes that are other than they were. */
export function noteParts({ parts, tagging }: MergedNotes): readonly NewPart[] {
  return parts.flatMap((own): NewPart[] => {
    const { kind, source, root, stories, added } = own;
    const context = { source, nextId: tagging.nextId, sections: new Map<XmlElement, string>() };
    const all = [...stories.values()].flatMap(({ gathered }) => gathered);
    const edits = all.flatMap((one) => mergeParagraph(one.paragraph, one, context));
    if (edits.length === 0 && added.length === 0) return [];
    return [
      {
        name: `word/${kind}s.xml`,
        xml: editXml(source, [...edits, atEnd(root, source, added.join(''))]),
        contentType: `${WORD}.${kind}s+xml`,
        relation: `${OFFICE}/${kind}s`,
      },
    ];
  });
}
