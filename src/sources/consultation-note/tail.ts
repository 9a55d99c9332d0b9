import type { InputAttributes } from './visibility.ts';

/** What stands at the end of an input: its tags, attributes and id, and the words before them. */
export interface Tail {
  /** The words, without known tags, attributes and id. */
  readonly text: string;
  /** Known tags in order of writing, without `#`. */
  readonly tags: readonly string[];
  /** Words that look like tags and are not known, without `#`; they stay in the text. */
  readonly unknown: readonly string[];
  readonly attributes: InputAttributes;
  readonly id?: string;
}

const ID = /(?:^|\s)\^([A-Za-z][A-Za-z0-9_-]{0,63})$/u;
const TAG = /(?:^|\s)#(\p{L}[\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}][\p{L}\p{N}_.-]*)?)$/u;
// Typographic quotes come from word processors that note-takers write in.
const ATTRIBUTE = /([a-z-]+)=(?:["“”„]([^"“”„{}]*)["“”]|([^\s="“”„{}]+))/gu;
const ATTRIBUTES = new RegExp(`(?:^|\\s)\\{\\s*(${ATTRIBUTE.source}(?:\\s+${ATTRIBUTE.source})*)\\s*\\}$`, 'u');

/** Longest tail looked at: tags end an input, they are no essay; it also bounds the work. */
const WINDOW = 2_000;

interface State {
  rest: string;
  readonly kept: string[];
  readonly tags: string[];
  readonly unknown: string[];
  readonly attributes: Record<string, string>;
  id?: string;
}

/**
 * Splits an input's words from the tags, attributes and id at their end, in whatever order these stand.
 *
 * @param text Plain text of the input's first paragraph.
 * @param isKnown Tells whether a tag is a kind or a code of the process.
 */
export function splitTail(text: string, isKnown: (tag: string) => boolean): Tail {
  const cut = Math.max(0, text.length - WINDOW);
  const state: State = { rest: text.slice(cut).trimEnd(), kept: [], tags: [], unknown: [], attributes: {} };
  while (!isLiteral(state)) {
    if (!(takeId(state) || takeAttributes(state) || takeTag(state, isKnown))) break;
  }
  const words = [text.slice(0, cut) + state.rest, ...state.kept.reverse()].join(' ').trim();
  return {
    text: words,
    tags: state.tags.reverse(),
    unknown: state.unknown.reverse(),
    attributes: state.attributes,
    ...(state.id !== undefined && { id: state.id }),
  };
}

/**
 * Whether the words before are somebody's own, in which nothing is markup: what a respondent wrote ends where the program
 * put the respondent's id, and the words of a cell at `{literal="yes"}`.
 *
 * @param tail The tail of the input as far as it was read.
 */
export function isLiteral({ attributes }: { readonly attributes: InputAttributes }): boolean {
  return attributes.respondent !== undefined || attributes.literal !== undefined;
}

function takeId(state: State): boolean {
  const match = ID.exec(state.rest);
  if (match?.[1] === undefined || state.id !== undefined) return false;
  state.id = match[1];
  state.rest = state.rest.slice(0, match.index).trimEnd();
  return true;
}

function takeAttributes(state: State): boolean {
  const match = ATTRIBUTES.exec(state.rest);
  if (match?.[1] === undefined) return false;
  for (const [, key, quoted, bare] of match[1].matchAll(ATTRIBUTE)) {
    if (key !== undefined && !Object.hasOwn(state.attributes, key)) state.attributes[key] = quoted ?? bare ?? '';
  }
  state.rest = state.rest.slice(0, match.index).trimEnd();
  return true;
}

function takeTag(state: State, isKnown: (tag: string) => boolean): boolean {
  const match = TAG.exec(state.rest);
  const tag = match?.[1];
  if (match === null || tag === undefined) return false;
  if (isKnown(tag)) {
    state.tags.push(tag);
  } else {
    state.unknown.push(tag);
    state.kept.push(`#${tag}`);
  }
  state.rest = state.rest.slice(0, match.index).trimEnd();
  return true;
}
