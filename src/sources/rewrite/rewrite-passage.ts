/** Carries proposed wording into the source of a section, at its passage. */
import type { Node } from 'unist';
import type { Proposal } from '../../model/consultation-note.ts';
import { hunksOf, sameWords, wordsWithPlaces } from './merge-words.ts';
import { replaceSlices, rewriteBlock } from './rewrite-block.ts';
import { shownWords } from './shown-words.ts';
import { addParagraphs, cutBlock } from './whole-blocks.ts';

/** Why a proposal was not carried out. */
export type Refusal =
  /** The words it replaces, or those beside them, read differently by now. */
  | 'changed'
  /** It edits what the program writes, such as a citation or the number of a paragraph. */
  | 'made'
  /** Its words stand several times in the passage. */
  | 'several'
  /** The passage holds more than the words that are to go. */
  | 'holds-more'
  /** Nothing can be put behind the passage, as in a table. */
  | 'no-room';

/** A section with a proposal carried out, or why it can't be. */
export type Rewritten =
  | {
      readonly source: string;
      /** Words of the block as they should be read afterwards; absent where it is gone. */
      readonly words?: string;
      /** Ids of paragraphs that are new. */
      readonly added: readonly string[];
      readonly removed: boolean;
    }
  | { readonly refused: Refusal; readonly current: string };

/** A proposal and where it belongs. */
export interface PassageProposal {
  /** The passage as read from the source. */
  readonly passage: Node;
  /** The same as composed, where citations and references have words; as read where absent. */
  readonly composed?: Node;
  readonly source: string;
  readonly proposal: Proposal;
  /** Ids for new paragraphs. */
  readonly newId: () => string;
}

type AnyNode = Node & { readonly children?: readonly AnyNode[]; readonly data?: { readonly id?: string } };

/** Blocks whose words are edited. */
const LEAVES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * Carries a proposal out: words are replaced where they stand, new paragraphs put behind the passage, paragraphs that are to go cut out.
 *
 * @returns The whole new source, or why it is refused with what stands there.
 */
export function rewritePassage({ passage, composed = passage, source, proposal, newId }: PassageProposal): Rewritten {
  const { from, to } = proposal;
  if (from === '') return addedBehind({ passage, source, proposal, newId });
  const leaves = pairedLeaves(passage, composed);
  const found = bestLeaf(leaves, source, from);
  const current = leaves.map((leaf) => wordsOf(leaf, source)).join('\n');
  if (typeof found === 'string') return { refused: found, current };
  if (to === '') return removed(passage, source, { leaf: found, from, current });
  const rewrite = rewriteBlock({ ...found, source, from, to });
  if ('refused' in rewrite) return { refused: rewrite.refused, current: wordsOf(found, source) };
  const { slices, words } = rewrite;
  return { source: replaceSlices(source, slices), words, added: [], removed: false };
}

/** A block of a passage, as read and as composed. */
export interface Leaf {
  readonly block: Node;
  readonly composed: Node;
}

/** The blocks of a passage that hold words, each with what it is composed to. */
export function pairedLeaves(passage: Node, composed: Node): readonly Leaf[] {
  const [own, made] = [leavesOf(passage), leavesOf(composed)];
  return own.map((block, at) => ({ block, composed: (own.length === made.length ? made[at] : undefined) ?? block }));
}

/** The blocks of a passage that hold words, in order; parts that have ids of their own are passages of their own. */
function leavesOf(passage: Node): readonly Node[] {
  const leaves: Node[] = [];
  const visit = (node: AnyNode, isRoot: boolean): void => {
    if (node.type === 'footnoteDefinition') return;
    if (!isRoot && node.type === 'listItem' && node.data?.id !== undefined) return;
    if (LEAVES.has(node.type)) leaves.push(node);
    else for (const child of node.children ?? []) visit(child, false);
  };
  visit(passage as AnyNode, true);
  return leaves;
}

function wordsOf({ block, composed }: Leaf, source: string): string {
  return shownWords(block, source, composed).text.replace(/\s+/gu, ' ').trim();
}

/** Share of words in common below which a block is not the one that a proposal was made to. */
const SAME_BLOCK = 0.5;

function bestLeaf(leaves: readonly Leaf[], source: string, from: string): Leaf | Refusal {
  const base = wordsWithPlaces(from);
  const scored = leaves
    .map((leaf) => {
      const own = wordsWithPlaces(shownWords(leaf.block, source, leaf.composed).text);
      if (sameWords(own, base)) return { leaf, score: 1 };
      const gone = hunksOf(base, own).reduce((sum, hunk) => sum + hunk.to - hunk.from + hunk.newTo - hunk.newFrom, 0);
      return { leaf, score: 1 - gone / Math.max(1, base.length + own.length) };
    })
    .sort((one, other) => other.score - one.score);
  const [best, second] = scored;
  if (best === undefined || best.score < SAME_BLOCK) return 'changed';
  return second !== undefined && second.score === best.score ? 'several' : best.leaf;
}

interface Removal {
  readonly leaf: Leaf;
  readonly from: string;
  readonly current: string;
}

function removed(passage: Node, source: string, { leaf, from, current }: Removal): Rewritten {
  const own = wordsWithPlaces(shownWords(leaf.block, source, leaf.composed).text);
  if (!sameWords(own, wordsWithPlaces(from))) return { refused: 'changed', current };
  const holdsOthers = allLeaves(passage as AnyNode).length > 1;
  if (holdsOthers || leaf.block.type === 'tableCell') return { refused: 'holds-more', current };
  return { source: cutBlock(passage, source), added: [], removed: true };
}

function allLeaves(node: AnyNode): readonly Node[] {
  return LEAVES.has(node.type) ? [node] : (node.children ?? []).flatMap(allLeaves);
}

function addedBehind({ passage, source, proposal, newId }: PassageProposal): Rewritten {
  const paragraphs = proposal.to.split('\n').filter((line) => line.trim() !== '');
  const made = addParagraphs({ behind: passage, source, paragraphs, newId });
  if (made === undefined) return { refused: 'no-room', current: '' };
  return { ...made, words: proposal.to, removed: false };
}
