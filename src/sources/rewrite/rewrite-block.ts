/** Edits the words of a block in its source, and nothing else of it. */
import type { Node } from 'unist';
import { cellLine } from '../tables/cell-markdown.ts';
import { mergeHunks, type Word, wordsWithPlaces } from './merge-words.ts';
import { type Shown, shownWords, type Wrapping } from './shown-words.ts';

/** A stretch of a source and what is to stand there. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The slices that carry a proposal into a block, or why it can't be. */
export type BlockRewrite =
  | { readonly slices: readonly Slice[]; readonly words: string }
  | { readonly refused: 'changed' | 'made' };

/** A proposal for one block. */
export interface BlockProposal {
  readonly block: Node;
  /** The same block as composed. */
  readonly composed: Node;
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Finds what of a source has to be replaced so that a block says what is proposed: words only, so that formatting, citations, marks
 * of footnotes and ids stay.
 *
 * @returns `changed` where the words in question read differently by now; `made` where they are not in the source, as those of citations.
 */
export function rewriteBlock({ block, composed, source, from, to }: BlockProposal): BlockRewrite {
  const shown = shownWords(block, source, composed);
  const current = wordsWithPlaces(shown.text);
  const proposed = wordsWithPlaces(to);
  const hunks = mergeHunks({ base: wordsWithPlaces(from), proposed, current });
  if (hunks === undefined) return { refused: 'changed' };
  const slices: Slice[] = [];
  let words = shown.text;
  for (const hunk of [...hunks].reverse()) {
    const edit = trimmed(gapOf(shown.text, current, [hunk.from, hunk.to]), shown.text, {
      text: to.slice(...gapOf(to, proposed, [hunk.newFrom, hunk.newTo])),
    });
    const own = slicesOf(edit, shown);
    if (own === undefined) return { refused: 'made' };
    slices.push(...own);
    words = words.slice(0, edit.from) + edit.text + words.slice(edit.to);
  }
  return { slices, words };
}

/** From the end of the word before to the beginning of the word after. */
function gapOf(text: string, words: readonly Word[], [from, to]: readonly [number, number]): [number, number] {
  return [words[from - 1]?.end ?? 0, words[to]?.start ?? text.length];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** White space that stands on both sides stays as the source has it: it may be the end of a line. */
function trimmed([from, to]: [number, number], shown: string, { text }: { readonly text: string }): Edit {
  const edit = { from, to, text: text.replace(/\s+/gu, ' ') };
  const lead = /^\s+/u.exec(shown.slice(edit.from, edit.to))?.[0].length ?? 0;
  if (lead > 0 && edit.text.startsWith(' ')) {
    edit.from += lead;
    edit.text = edit.text.slice(1);
  }
  const trail = /\s+$/u.exec(shown.slice(edit.from, edit.to))?.[0].length ?? 0;
  if (trail > 0 && edit.text.endsWith(' ')) {
    edit.to -= trail;
    edit.text = edit.text.slice(0, -1);
  }
  return edit;
}

function slicesOf(edit: Edit, shown: Shown): readonly Slice[] | undefined {
  const text = markdown(edit.text);
  if (edit.from === edit.to) {
    const at = insertionPoint(edit.from, shown);
    return at === undefined ? undefined : [{ start: at, end: at, text }];
  }
  const runs = runsIn(edit, shown);
  if (runs === undefined) return undefined;
  const host = text === '' ? undefined : hostOf(runs, shown);
  const gone = outermost(
    shown.wrappings.filter(
      ({ from, to }) =>
        from >= edit.from && to <= edit.to && to > from && !(host !== undefined && host.from >= from && host.to <= to),
    ),
  );
  const kept = runs.filter((run) => !gone.some(({ from, to }) => run.from >= from && run.to <= to));
  return [
    ...kept.map((run) => ({ start: run.start, end: run.end, text: run === host ? text : '' })),
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
  ].sort((one, other) => other.start - one.start);
}

function outermost(wrappings: readonly Wrapping[]): readonly Wrapping[] {
  return wrappings.filter(
    (one) => !wrappings.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
}

interface Run extends Wrapping {
  readonly text: number;
  readonly depth: number;
}

/** The stretches of an edit that stand in one text each; undefined where it touches what the program made. */
function runsIn({ from, to }: Edit, { origins }: Shown): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (let at = from; at < to; at += 1) {
    const origin = origins[at];
    if (origin?.text === undefined) return undefined;
    const last = runs.at(-1);
    const { start, end, text, depth } = origin;
    if (last !== undefined && last.text === text) runs[runs.length - 1] = { ...last, to: at + 1, end };
    else runs.push({ from: at, to: at + 1, start, end, text, depth });
  }
  return runs;
}

/** New words stand where most is plain, and where words stood before. */
function hostOf(runs: readonly Run[], { text }: Shown): Run | undefined {
  const withWords = runs.filter(({ from, to }) => text.slice(from, to).trim() !== '');
  return [...(withWords.length > 0 ? withWords : runs)].sort((one, other) => one.depth - other.depth)[0];
}

/** Between two characters, on the side that is less inside of something. */
function insertionPoint(at: number, { origins }: Shown): number | undefined {
  const [before, after] = [origins[at - 1], origins[at]];
  if (before === undefined && after === undefined) return undefined;
  if (before === undefined || (after !== undefined && after.depth < before.depth)) return after?.start;
  return before.end;
}

/** Words as Markdown that says just them; white space at both ends stays. */
function markdown(words: string): string {
  const [lead = ''] = /^\s*/u.exec(words) ?? [];
  const [trail = ''] = words.trim() === '' ? [] : (/\s*$/u.exec(words) ?? []);
  return `${lead}${cellLine(words).replace(/^\\([>+-])/u, '$1')}${trail}`;
}

/** A source with slices replaced; they do not overlap. */
export function replaceSlices(source: string, slices: readonly Slice[]): string {
  return [...slices]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), source);
}
