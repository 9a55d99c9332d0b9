import { type Draft, draftOf } from './draft.ts';
import * as edits from './edits.ts';
import { inOtherForms } from './forms.ts';
import * as moves from './moves.ts';
import { renumbering } from './numbers.ts';
import { type Piece, writePieces } from './pieces.ts';
import { randomFrom } from './random.ts';
import { stampIds, swapIds } from './stamps.ts';
import { truthOf } from './truth.ts';
import type { Pair } from './types.ts';

/** How a text is edited: each edit, and how many times for a hundred pieces. */
export interface Scenario {
  readonly name: string;
  readonly edits: readonly (readonly [edits.Edit, perHundred: number])[];
  /** Whether pieces carry ids: none, the same in both texts, or some of them on other text by mistake. */
  readonly ids?: 'kept' | 'misused';
  /** Whether some paragraphs are quoted or are notes, some lists stand in HTML, and code stands between. */
  readonly forms?: true;
}

const MIXTURE: Scenario['edits'] = [
  [moves.moveSection, 0.4],
  [moves.moveRun, 0.5],
  [moves.moveEdited, 1],
  [edits.splittingAt(0), 3],
  [edits.mergingAt(0), 3],
  [edits.rewording(0.1), 4],
  [edits.rewording(0.3), 4],
  [edits.rewording(0.5), 3],
  [edits.rewordShort, 2],
  [edits.insertion, 5],
  [edits.deletion, 5],
  [edits.retitling, 2],
  [edits.sentenceMove, 1],
  [edits.paragraphsToList, 0.5],
];

/** A text of which hardly a passage is left alone. */
const DENSE: Scenario['edits'] = [
  [moves.moveSection, 0.6],
  [moves.moveRun, 1],
  [moves.moveRewritten, 2],
  [moves.moveItem, 1],
  [edits.splittingAt(0.2), 6],
  [edits.mergingAt(0.2), 6],
  [edits.rewording(0.2), 8],
  [edits.rewording(0.4), 8],
  [edits.rewordShort, 6],
  [edits.insertion, 10],
  [edits.deletion, 10],
  [edits.retitling, 4],
  [edits.sentenceMove, 2],
];

/** All scenarios. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'move one', edits: [[moves.moveOne, 3]] },
  { name: 'move runs', edits: [[moves.moveRun, 1]] },
  { name: 'move sections', edits: [[moves.moveSection, 0.6]] },
  { name: 'move across files', edits: [[moves.moveAcross, 3]] },
  { name: 'move sections across files', edits: [[moves.moveSectionAcross, 0.6]] },
  { name: 'move and edit', edits: [[moves.moveEdited, 3]] },
  { name: 'move and rewrite', edits: [[moves.moveRewritten, 3]] },
  { name: 'move items', edits: [[moves.moveItem, 3]] },
  { name: 'split', edits: [[edits.splittingAt(0), 8]] },
  { name: 'merge', edits: [[edits.mergingAt(0), 8]] },
  { name: 'split and reword', edits: [[edits.splittingAt(0.2), 8]] },
  { name: 'merge and reword', edits: [[edits.mergingAt(0.2), 8]] },
  ...[10, 20, 30, 40, 50, 60].map(
    (share): Scenario => ({ name: `reword ${share} %`, edits: [[edits.rewording(share / 100), 15]] }),
  ),
  { name: 'reword items and rows', edits: [[edits.rewordShort, 12]] },
  { name: 'insert', edits: [[edits.insertion, 10]] },
  { name: 'delete', edits: [[edits.deletion, 10]] },
  { name: 'retitle', edits: [[edits.retitling, 8]] },
  { name: 'promote and demote', edits: [[edits.levelChange, 6]] },
  {
    name: 'renumber',
    edits: [
      [renumbering, 1],
      [edits.insertion, 4],
    ],
  },
  { name: 'paragraphs to list', edits: [[edits.paragraphsToList, 2]] },
  { name: 'list to paragraphs', edits: [[edits.listToParagraphs, 2]] },
  { name: 'table to list', edits: [[edits.tableToList, 2]] },
  { name: 'sentence moved', edits: [[edits.sentenceMove, 4]] },
  { name: 'mixture', edits: MIXTURE },
  { name: 'dense mixture', edits: DENSE },
  { name: 'mixture, other forms', edits: MIXTURE, forms: true },
  { name: 'mixture, ids kept', edits: MIXTURE, ids: 'kept' },
  { name: 'mixture, ids misused', edits: MIXTURE, ids: 'misused' },
];

/** Pieces as files of the size of a section of a policy. */
export function inFiles(pieces: readonly Piece[], perFile: number): Piece[][] {
  const top = Math.min(...pieces.filter(({ kind }) => kind === 'heading').map(({ depth }) => depth)) + 1;
  const files: Piece[][] = [];
  for (const piece of pieces) {
    const last = files.at(-1);
    const begins = piece.kind === 'heading' && piece.depth <= top && (last?.length ?? 0) >= perFile;
    if (!last || begins) files.push([piece]);
    else last.push(piece);
  }
  return files;
}

const nameOf = (index: number) => `drafts/${String((index + 1) * 10).padStart(3, '0')}-part.md`;

/**
 * Only what is edited is worth a look: a cut of the text, so that each seed sees another part of it. A cut begins with no
 * row but the first of its table, for rows without a head are one paragraph.
 */
function cut(pieces: readonly Piece[], limit: number, start: number): readonly Piece[] {
  if (pieces.length <= limit) return pieces;
  let first = start;
  while (pieces[first]?.kind === 'row' && !pieces[first]?.head) first += 1;
  return pieces.slice(first, first + limit);
}

/**
 * Edits a text as a scenario says.
 *
 * @param scenario what is done to it
 * @param source its pieces
 * @param options seed, and how many pieces at most
 */
export function makePair(scenario: Scenario, source: readonly Piece[], options: { seed: number; limit: number }): Pair {
  const random = randomFrom(options.seed);
  const pieces = cut(source, options.limit, random.below(Math.max(1, source.length - options.limit)));
  const files = inFiles(pieces, Math.max(20, Math.ceil(pieces.length / 5)));
  const formed = scenario.forms ? inOtherForms(files, random) : files;
  const before = scenario.ids === undefined ? formed : stampIds(formed);
  const draft: Draft = draftOf(before, random);
  for (const [edit, perHundred] of scenario.edits) {
    const wanted = (perHundred * pieces.length) / 100;
    edit(draft, Math.max(1, Math.round(wanted)));
  }
  if (scenario.ids === 'misused') swapIds(draft);
  const write = (parts: readonly (readonly Piece[])[]) => parts.map((part, index) => writePieces(nameOf(index), part));
  const [from, to] = [write(before), write(draft.files)];
  return {
    name: scenario.name,
    from: from.map(({ file }) => file),
    to: to.map(({ file }) => file),
    fromBlocks: from.flatMap(({ blocks }) => blocks),
    toBlocks: to.flatMap(({ blocks }) => blocks),
    ...truthOf(before.flat(), draft),
  };
}
