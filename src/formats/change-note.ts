import type { BlockChange } from '../model/document.ts';
import { fill, type Labels } from '../model/labels.ts';

/** What is said at one end of a change about the other, by kind: the label that has `{n}` for it. */
const NOTES = {
  'moved-from': 'movedTo',
  'moved-to': 'movedFrom',
  split: 'splitFrom',
  merged: 'mergedWith',
} as const satisfies Partial<Record<BlockChange['kind'], keyof Labels>>;

/**
 * Says where the other end of a change is: `moved to paragraph 14`; undefined where there is none or it has no name.
 * @param change what happened to a block
 * @param words in the document's language
 */
export function changeNote(change: BlockChange | undefined, words: Labels): string | undefined {
  if (change?.counterpartLabel === undefined || !hasNote(change.kind)) return undefined;
  return fill(words[NOTES[change.kind]], { n: change.counterpartLabel });
}

function hasNote(kind: BlockChange['kind']): kind is keyof typeof NOTES {
  return Object.hasOwn(NOTES, kind);
}
