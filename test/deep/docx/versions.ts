import { composeDraft } from '../../../src/drafts/compose-draft.ts';
import { plainProcess } from '../../../src/drafts/plain-process.ts';
import { readWord } from '../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../../src/files/word/views.ts';
import type { WordBlock, WordFile, WordNote, WordPiece } from '../../../src/files/word/word-types.ts';
import type { Document } from '../../../src/model/document.ts';
import { readFrontMatter } from '../../../src/text/front-matter.ts';
import { directionOf } from '../../../src/text/language.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

/**
 * A text of one file as a numbered draft with contents.
 *
 * @param source Markdown.
 * @param language Tag of its language.
 */
export function draftOf(source: string, language = 'en'): Document {
  const file = 'drafts/10-text.md';
  const { bodyOffset } = readFrontMatter(source, file);
  const { tree, findings } = parseMarkdown(source, { file, bodyOffset, language });
  const process = { ...plainProcess('A text', language), style: { numbering: 'un' as const } };
  const sections = [{ file, source, frontMatter: {}, tree, findings }];
  const text = {
    id: 'text',
    title: 'A text',
    process,
    sections,
    resources: [],
    asset: async () => undefined,
    dirty: false,
    findings: [],
  };
  const { root, meta } = composeDraft(text, { direction: directionOf, epoch: 0, generated: false }).document;
  return { root, meta: { ...meta, date: '2022-10-28', style: { ...meta.style, contents: true } } };
}

/** The words of every paragraph of a Word file that has some; descriptions of missing pictures left out. */
export function paragraphsOf(bytes: Uint8Array, view: WordView): string[] {
  return told(viewed(bytes, view).body);
}

/**
 * The words of every paragraph, with the words of its notes, the addresses of its links and its pictures where they stand.
 *
 * @param bytes A Word file.
 * @param view Which version.
 * @param links Whether addresses count.
 */
export function paragraphsWithNotes(bytes: Uint8Array, view: WordView, links = true): string[] {
  const { body, notes } = viewed(bytes, view);
  const noted = ({ blocks }: WordNote) => told(withMarks(blocks, { links, noteWords: () => '' })).join(' / ');
  const words = new Map(notes.map((note) => [`${note.kind} ${note.id}`, noted(note)]));
  return told(withMarks(body, { links, noteWords: (of) => words.get(of) ?? '?' }));
}

function viewed(bytes: Uint8Array, view: WordView): Pick<WordFile, 'body' | 'notes'> {
  const reading = readWord(bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  const { file } = reading;
  const notes = file.notes.map((note) => ({ ...note, blocks: viewBlocks(note.blocks, file, view) }));
  return { body: viewBlocks(file.body, file, view), notes };
}

function told(blocks: readonly WordBlock[]): string[] {
  return blockLines(blocks)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '' && !line.startsWith('[Picture: '));
}

interface Marks {
  readonly links: boolean;
  readonly noteWords: (of: string) => string;
}

/** Blocks in which marks of notes, links and pictures are words. */
function withMarks(blocks: readonly WordBlock[], marks: Marks): WordBlock[] {
  return blocks.map((block) => {
    if (block.type === 'table')
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, blocks: withMarks(cell.blocks, marks) })),
        })),
      };
    const pieces = bridged(block.pieces);
    return { ...block, pieces: pieces.flatMap((piece, at) => marked(piece, pieces[at + 1], marks)) };
  });
}

/** Whether a space stands in a link nobody sees: between two words of it, it counts as in it. */
function bridged(pieces: readonly WordPiece[]): WordPiece[] {
  return pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1]?.link, pieces[at + 1]?.link];
    const isBridge = piece.link === undefined && before !== undefined && before === after && piece.text.trim() === '';
    return isBridge ? { ...piece, link: before } : piece;
  });
}

function marked(piece: WordPiece, next: WordPiece | undefined, { links, noteWords }: Marks): WordPiece[] {
  if (piece.type === 'note') return [{ ...piece, type: 'text', text: `{${noteWords(`${piece.note} ${piece.text}`)}}` }];
  if (piece.type === 'picture') return [{ ...piece, type: 'text', text: `<${piece.text}>` }];
  const endsLink = links && piece.link !== undefined && piece.link !== next?.link && piece.link.includes(':');
  return endsLink ? [{ ...piece, text: `${piece.text.trimEnd()}<${piece.link}> ` }] : [piece];
}
