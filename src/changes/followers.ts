import type { Parents } from 'mdast';
import { areRelated } from './anchors.ts';
import type { Corpus } from './corpus.ts';
import { isDivided, type Links, link, linkedPairs, unlink } from './links.ts';
import { definedNote, noteOf } from './note-marks.ts';
import type { Passage } from './passages.ts';
import { diffTokens } from './words.ts';

/** Links two passages even where they were linked to others. */
function relink(links: Links, from: number, to: number): void {
  if (links.to[from] === to || isDivided(links, from, to)) return;
  const other = links.from[to] ?? -1;
  if (other >= 0) unlink(links, other);
  unlink(links, from);
  links.byId.delete(from);
  link(links, from, to);
}

function notePlaces(passages: readonly Passage[]): Map<string, number> {
  const places = new Map<string, number>();
  passages.forEach((passage, index) => {
    const note = definedNote(passage);
    if (note !== undefined) places.set(note, index);
  });
  return places;
}

/** The notes whose marks stand at the same place of two passages. */
function sharedNotes(from: Passage, to: Passage): [string, string][] {
  const notes = (passage: Passage) => passage.tokens.some((token) => noteOf(token) !== undefined);
  if (!notes(from) || !notes(to)) return [];
  return diffTokens(from.tokens, to.tokens).runs.flatMap((run): [string, string][] => {
    if (run.kind !== 'kept') return [];
    return run.from.flatMap((token, index): [string, string][] => {
      const other = run.to[index];
      const [before, after] = [noteOf(token), other && noteOf(other)];
      return before === undefined || after === undefined ? [] : [[before, after]];
    });
  });
}

/** Notes follow their marks, unless they have nothing to do with each other. */
function linkNotes(corpus: Corpus, links: Links): void {
  const places = { from: notePlaces(corpus.from.passages), to: notePlaces(corpus.to.passages) };
  if (places.from.size === 0 || places.to.size === 0) return;
  const done = new Set<number>();
  for (const [a, b] of linkedPairs(links)) {
    const [from, to] = [corpus.from.passages[a], corpus.to.passages[b]];
    if (!from || !to) continue;
    for (const [before, after] of sharedNotes(from, to)) {
      const [x, y] = [places.from.get(before) ?? -1, places.to.get(after) ?? -1];
      if (x < 0 || y < 0 || done.has(y) || !areRelated(corpus, x, y)) continue;
      done.add(y);
      relink(links, x, y);
    }
  }
}

function attributePlaces(passages: readonly Passage[]): Map<Parents, Map<string, number>> {
  const places = new Map<Parents, Map<string, number>>();
  passages.forEach(({ attribute, path }, index) => {
    const container = path.at(-1);
    if (!attribute || !container) return;
    places.set(container, (places.get(container) ?? new Map<string, number>()).set(attribute, index));
  });
  return places;
}

/** Titles, addressees and dates follow the text that stands under them. */
function linkAttributes(corpus: Corpus, links: Links): void {
  const places = { from: attributePlaces(corpus.from.passages), to: attributePlaces(corpus.to.passages) };
  const done = new Set<Parents>();
  for (const [a, b] of linkedPairs(links)) {
    const [from, to] = [corpus.from.passages[a], corpus.to.passages[b]];
    const [before, after] = [from?.path.at(-1), to?.path.at(-1)];
    if (!before || !after || from?.attribute || before.type !== after.type || done.has(before) || done.has(after))
      continue;
    const later = places.to.get(after);
    for (const [attribute, x] of places.from.get(before) ?? []) {
      const y = later?.get(attribute);
      if (y !== undefined) relink(links, x, y);
    }
    done.add(before).add(after);
  }
}

/**
 * Links what follows from other links: footnotes from their marks, titles and addressees from the text under them.
 *
 * @param corpus both stages
 * @param links where links are added, and those that contradict them taken away
 */
export function linkFollowers(corpus: Corpus, links: Links): void {
  linkNotes(corpus, links);
  linkAttributes(corpus, links);
}
