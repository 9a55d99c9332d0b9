import type { PhrasingContent } from 'mdast';
import type { Change, WordRun } from '../../model/change-log.ts';

// Kept stretches are cut down to this many words at each side that borders on a change.
const WORDS_SHOWN = 7;
// Scripts without spaces are cut by signs instead.
const SIGNS_SHOWN = 24;

function firstPart(text: string): string {
  const words = text.split(/(?<=\s)/u);
  if (words.length > WORDS_SHOWN) return words.slice(0, WORDS_SHOWN).join('').trimEnd();
  return Array.from(text).length > SIGNS_SHOWN * 3 ? Array.from(text).slice(0, SIGNS_SHOWN).join('') : text;
}

function lastPart(text: string): string {
  const words = text.split(/(?=\s)/u);
  if (words.length > WORDS_SHOWN) return words.slice(-WORDS_SHOWN).join('').trimStart();
  return Array.from(text).length > SIGNS_SHOWN * 3 ? Array.from(text).slice(-SIGNS_SHOWN).join('') : text;
}

/** A kept stretch with its middle left out where it is long; at the ends of a passage only what borders on a change stays. */
function elide(text: string, first: boolean, last: boolean): string {
  const [head, tail] = [first ? '' : firstPart(text), last ? '' : lastPart(text)];
  const short = `${head} … ${tail}`;
  if (short.length >= text.length) return text;
  return first ? short.trimStart() : last ? short.trimEnd() : short;
}

function nodeOf({ kind, text }: WordRun): PhrasingContent {
  const children: PhrasingContent[] = [{ type: 'text', value: text }];
  if (kind === 'kept') return { type: 'text', value: text };
  return { type: kind === 'inserted' ? 'insertion' : 'deletion', children };
}

/** Spaces at the beginning of an insertion or deletion stand before it, so that the lines drawn fit the words. */
function spaced(run: WordRun): PhrasingContent[] {
  const lead = run.kind === 'kept' ? '' : (/^\s+/u.exec(run.text)?.[0] ?? '');
  const node = nodeOf({ ...run, text: run.text.slice(lead.length) });
  return lead === '' ? [node] : [{ type: 'text', value: lead }, node];
}

/**
 * The words of a change as a reader sees them: insertions and deletions with a few words around, the rest elided.
 *
 * @param change a change with words
 */
export function phraseWords(change: Change): PhrasingContent[] {
  const { words } = change;
  if (!words.some(({ kind }) => kind !== 'kept')) return [];
  return words.flatMap((run, index) => {
    if (run.kind !== 'kept') return spaced(run);
    return [nodeOf({ kind: 'kept', text: elide(run.text, index === 0, index === words.length - 1) })];
  });
}

/** What a glance takes in. */
const GLANCE = 240;
/** By which a reader knows a passage again. */
const WORDS_OF_BEGINNING = 12;

/** The beginning of a passage whose words did not change. */
export function firstWords({ words }: Change): PhrasingContent[] {
  const all = words
    .map((run) => run.text)
    .join('')
    .trim();
  const parts = all.split(/(?<=\s)/u);
  const signs = Array.from(all);
  const short =
    parts.length > WORDS_OF_BEGINNING
      ? parts.slice(0, WORDS_OF_BEGINNING).join('').trimEnd()
      : signs.slice(0, GLANCE).join('');
  if (short === '') return [];
  return [{ type: 'text', value: short.length < all.length ? `${short} …` : short }];
}

function lengthOf(node: PhrasingContent): number {
  if ('value' in node) return node.value.length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : 0;
}

/** Up to so many characters of a phrase, to the end of a word where there are spaces. */
function cut(node: PhrasingContent, room: number): PhrasingContent {
  if (node.type === 'text') {
    const head = Array.from(node.value).slice(0, room).join('');
    return { type: 'text', value: `${/^.*\s/su.exec(head)?.[0].trimEnd() ?? head} …` };
  }
  if (node.type !== 'insertion' && node.type !== 'deletion') return node;
  return { ...node, children: node.children.map((child) => cut(child, room)) };
}

/**
 * As much of the words of a change as is read at a glance.
 *
 * @param change a change with words
 */
export function glanceWords(change: Change): PhrasingContent[] {
  const shown: PhrasingContent[] = [];
  let room = GLANCE;
  for (const node of phraseWords(change)) {
    const length = lengthOf(node);
    if (length > room) {
      // A word or two of a phrase that is cut say nothing.
      shown.push(room > GLANCE / 8 ? cut(node, room) : { type: 'text', value: ' …' });
      break;
    }
    shown.push(node);
    room -= length;
  }
  return shown;
}
