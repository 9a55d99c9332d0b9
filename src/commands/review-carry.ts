/** Carries proposals into the draft in memory, and makes sure that nothing else changed. */
import type { Nodes } from 'mdast';
import type { Node } from 'unist';
import { type AnyNode, walk } from '../formats/tree.ts';
import type { World } from '../io/world.ts';
import type { Proposal } from '../model/consultation-note.ts';
import type { Document } from '../model/document.ts';
import type { SectionSource } from '../model/section.ts';
import type { StageText } from '../model/workspace.ts';
import { sameWords, wordsWithPlaces } from '../sources/rewrite/merge-words.ts';
import { pairedLeaves, type Refusal, type Rewritten, rewritePassage } from '../sources/rewrite/rewrite-passage.ts';
import { shownWords } from '../sources/rewrite/shown-words.ts';
import { fingerprintWords } from '../text/fingerprint.ts';
import { findIds } from '../text/ids.ts';
import { passageFingerprints } from '../trace/passage-fingerprints.ts';
import { parseSection } from '../workspace/parse-section.ts';
import { composeText } from './stages.ts';

/** The draft while proposals are carried into it. */
export interface Draft {
  readonly text: StageText;
  readonly document: Document;
}

/** Wording for a passage. */
export interface Wanted {
  readonly passage: string;
  readonly proposal: Proposal;
}

/** The draft with a proposal carried out, or why it can't be, with what stands there. */
export type Carried =
  | {
      readonly draft: Draft;
      readonly file: string;
      /** The passages concerned: the one that was edited, or those that are new. */
      readonly passages: readonly string[];
      /** False where the draft reads so already. */
      readonly changed: boolean;
    }
  | { readonly refused: Refusal | 'no-passage' | 'unsafe'; readonly current: string };

/** Carries one proposal into the draft. */
export function carry(world: World, draft: Draft, { passage: id, proposal }: Wanted): Carried {
  const found = findPassage(draft, id);
  if (found === undefined) return { refused: 'no-passage', current: '' };
  const { section, passage, composed } = found;
  const { source } = section;
  const taken = idsOf(draft);
  const rewritten = rewritePassage({ passage, composed, source, proposal, newId: () => freshId(world, taken) });
  if ('refused' in rewritten) return rewritten;
  const next = withSource(world, draft, { section, source: rewritten.source });
  if (!isSafe(draft, next, { id, rewritten })) return { refused: 'unsafe', current: blockWords(found).join('\n') };
  const { added } = rewritten;
  const passages = added.length > 0 ? added : [id];
  return { draft: next, file: section.file, passages, changed: rewritten.source !== source };
}

interface FoundPassage {
  readonly section: SectionSource;
  /** As read from the source. */
  readonly passage: Node;
  /** As readers see it. */
  readonly composed: Node;
}

function findPassage({ document, text }: Draft, id: string): FoundPassage | undefined {
  for (const section of text.sections) {
    const passage = findIds(section.tree).find((one) => one.id === id)?.node;
    if (passage !== undefined) return { section, passage, composed: composedPassage(document, id) ?? passage };
  }
  return undefined;
}

function composedPassage(document: Document, id: string): AnyNode | undefined {
  let found: AnyNode | undefined;
  walk(document.root as AnyNode, (node) => {
    if (found === undefined && node.data?.id === id && node.type !== 'section') found = node;
  });
  return found;
}

/** The words of each block of a passage. */
function blockWords({ section, passage, composed }: FoundPassage): readonly string[] {
  return pairedLeaves(passage, composed).map((leaf) => shownWords(leaf.block, section.source, leaf.composed).text);
}

function idsOf({ text }: Draft): Set<string> {
  return new Set(text.sections.flatMap(({ tree }) => findIds(tree).map(({ id }) => id)));
}

function freshId(world: World, taken: Set<string>): string {
  let id = `p-${world.randomId(7)}`;
  while (taken.has(id)) id = `p-${world.randomId(7)}`;
  taken.add(id);
  return id;
}

interface Edited {
  readonly section: SectionSource;
  readonly source: string;
}

function withSource(world: World, { text }: Draft, { section, source }: Edited): Draft {
  const language = section.frontMatter.language ?? text.process.language ?? 'en';
  const next = parseSection({ source, file: section.file, language });
  const sections = text.sections.map((one) => (one === section ? next : one));
  const composed = composeText(world, { ...text, sections });
  return { text: { ...text, sections }, document: composed.document };
}

interface Done {
  readonly id: string;
  readonly rewritten: Exclude<Rewritten, { readonly refused: Refusal }>;
}

/** Read again, the passage says what was proposed, and every other passage what it said. */
function isSafe(before: Draft, after: Draft, { id, rewritten }: Done): boolean {
  const [was, now] = [ownPrints(before), ownPrints(after)];
  const concerned = new Set([id, ...rewritten.added]);
  const expected = new Set([...was.keys(), ...rewritten.added]);
  if (rewritten.removed) expected.delete(id);
  if (now.size !== expected.size || [...now.keys()].some((one) => !expected.has(one))) return false;
  for (const [one, print] of now) {
    const isEdited = concerned.has(one) && !(one === id && rewritten.added.length > 0);
    if (!isEdited && was.get(one) !== print) return false;
  }
  return saysSo(after, { id, rewritten });
}

function saysSo(draft: Draft, { id, rewritten }: Done): boolean {
  const { words, added, removed } = rewritten;
  if (removed) return true;
  const shown = (added.length > 0 ? added : [id]).flatMap((one) => {
    const found = findPassage(draft, one);
    return found === undefined ? [] : blockWords(found).map(wordsWithPlaces);
  });
  const wanted = wordsWithPlaces(words ?? '');
  return added.length > 0 ? sameWords(shown.flat(), wanted) : shown.some((own) => sameWords(own, wanted));
}

/** Fingerprints of passages, each without the passages inside of it: those count by themselves. */
function ownPrints({ text }: Draft): ReadonlyMap<string, string> {
  const prints = new Map<string, string>();
  for (const { tree } of text.sections)
    for (const { id, node } of findIds(tree)) prints.set(id, fingerprintWords(withoutPassages(node)));
  return prints;
}

function withoutPassages(node: Nodes): Node {
  if (!('children' in node)) return node;
  const children: readonly Nodes[] = node.children;
  const own = children.filter((child) => child.data?.id === undefined).map(withoutPassages);
  return Object.assign({}, node, { children: own });
}

/** Fingerprints of the passages of a draft, as responses keep them. */
export function printsOf({ text }: Draft): ReadonlyMap<string, string> {
  return passageFingerprints(text.sections);
}
