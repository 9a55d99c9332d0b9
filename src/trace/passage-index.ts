import { type Passage, readPassages } from '../changes/passages.ts';
import { shownText } from '../changes/tokens.ts';
import type { Document } from '../model/document.ts';
import { nearWords } from './near-words.ts';
import { type TextIndex, textIndex } from './text-index.ts';

/** A passage that can be pointed at. */
export interface IndexedPassage {
  readonly id: string;
  /** Number as cited, where it has one. */
  readonly number?: string;
  /** Its words as a reader sees them. */
  readonly text: string;
  /** Title of its section. */
  readonly section: string;
  readonly file: string;
  /** What it stands under, from the section's title inwards; a heading stands under itself. */
  readonly under: readonly HeadingAbove[];
  /** Its words as they are compared, joined by spaces with one at each end. */
  readonly joined: string;
}

/** A heading that a passage stands under. */
export interface HeadingAbove {
  readonly id?: string;
  readonly title: string;
  /** Number as composed, or as typed before the title. */
  readonly number?: string;
}

/** The passages of a draft, ready to be asked which of them some words are about. */
export interface PassageIndex {
  readonly passages: readonly IndexedPassage[];
  readonly byId: ReadonlyMap<string, IndexedPassage>;
  readonly words: TextIndex;
  /** The same passages by the titles they stand under. */
  readonly titles: TextIndex;
}

/** What was gathered under one id: a table's rows, an item's paragraphs. */
interface Gathered {
  readonly id: string;
  readonly number?: string;
  readonly first: Passage;
  readonly texts: string[];
  readonly under: readonly HeadingAbove[];
}

/**
 * Indexes the passages of a draft that have an id. What has none belongs to the nearest one around or above it.
 *
 * @param document The composed draft.
 */
export function passageIndex(document: Document): PassageIndex {
  const gathered = new Map<string, Gathered>();
  const above: (HeadingAbove & { readonly depth: number })[] = [];
  for (const passage of readPassages(document).passages) {
    if (passage.node.type === 'heading' && passage.attribute === undefined) enter(above, passage);
    const id = passage.id ?? passage.ref.within?.at(-1) ?? above.at(-1)?.id;
    if (id === undefined) continue;
    const known = gathered.get(id);
    if (known === undefined) gathered.set(id, begun(id, passage, above));
    else known.texts.push(wordsShown(passage));
  }
  const passages = [...gathered.values()].map(indexed);
  return {
    passages,
    byId: new Map(passages.map((passage) => [passage.id, passage])),
    words: textIndex(passages.map(({ joined }) => joined.trim().split(' '))),
    titles: textIndex(passages.map(({ under }) => nearWords(under.map(({ title }) => title).join(' ')))),
  };
}

function begun(id: string, passage: Passage, above: readonly HeadingAbove[]): Gathered {
  const number = passage.id === id ? passage.number : undefined;
  const under = above.map(({ id: own, title, number: cited }) => ({
    ...(own !== undefined && { id: own }),
    title,
    ...(cited !== undefined && { number: cited }),
  }));
  return { id, ...(number !== undefined && { number }), first: passage, texts: [wordsShown(passage)], under };
}

/** A heading closes those of its depth and below. */
function enter(above: (HeadingAbove & { readonly depth: number })[], passage: Passage): void {
  const depth = passage.node.type === 'heading' ? passage.node.depth : 1;
  while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
  const title = wordsShown(passage);
  const typed = /^\d+(?:\.\d+)*/u.exec(title)?.[0];
  const number = passage.number ?? typed;
  above.push({
    title,
    depth,
    ...(passage.id !== undefined && { id: passage.id }),
    ...(number !== undefined && { number }),
  });
}

function wordsShown({ tokens, attribute, node }: Passage): string {
  if (attribute === undefined && node.type === 'heading') return shownText(node).replace(/\s+/gu, ' ').trim();
  return tokens
    .map(({ lead, text }) => `${lead}${text}`)
    .join('')
    .trim();
}

function indexed({ id, number, first, texts, under }: Gathered): IndexedPassage {
  const text = texts.join('\n');
  return {
    id,
    ...(number !== undefined && { number }),
    text,
    section: first.ref.section,
    file: first.ref.file,
    under,
    joined: ` ${nearWords(text).join(' ')} `,
  };
}
