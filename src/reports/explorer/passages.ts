import type { Nodes } from 'mdast';
import { holderOf, namePassage } from '../../changes/name-passage.ts';
import { readPassages } from '../../changes/passages.ts';
import type { PassageRef } from '../../model/change-log.ts';
import type { Document } from '../../model/document.ts';
import type { ExplorerPassage } from '../../model/explorer.ts';
import { refer } from '../../model/labels.ts';
import { plainText } from '../../text/plain-text.ts';

/** A stage with its composed text. */
export interface StageDocument {
  readonly id: string;
  readonly title: string;
  readonly document: Document;
}

/** First words of a passage are cut at so many signs. */
const WORDS_SHOWN = 140;

/**
 * What passages are called, and how they begin.
 *
 * @param stages In order; a passage is told as the last stage that has it does.
 * @param wanted Ids of the passages that inputs or changes name.
 */
export function explorerPassages(stages: readonly StageDocument[], wanted: ReadonlySet<string>): ExplorerPassage[] {
  const last = stages.at(-1);
  const found = new Map<string, ExplorerPassage>();
  for (const stage of [...stages].reverse()) {
    const gone = stage === last ? {} : { gone: stage.title };
    for (const passage of passagesOf(stage.document)) {
      if (wanted.has(passage.id) && !found.has(passage.id)) found.set(passage.id, { ...passage, ...gone });
    }
  }
  return [...found.values()];
}

function* passagesOf(document: Document): Generator<ExplorerPassage> {
  const { language } = document.meta;
  const names = new Map<string, string>();
  for (const { ref } of readPassages(document).leaves) nameWith(ref, names, language);
  for (const node of blocksWithId(document.root)) {
    const id = node.data?.id ?? '';
    const words = plainText(node).replace(/\s+/gu, ' ').trim();
    yield { id, name: names.get(id) ?? nameOf(node, language), words: shorten(words) };
  }
}

/** A passage gives its name to its id, and what it stands in is called by what all of it shares. */
function nameWith(ref: PassageRef, names: Map<string, string>, language: string): void {
  if (ref.id !== undefined && !names.has(ref.id)) names.set(ref.id, namePassage(ref, language));
  if (ref.place?.holder === undefined) return;
  const holder = ref.within?.at(-1);
  if (holder !== undefined && !names.has(holder)) names.set(holder, namePassage(holderOf(ref), language));
}

function* blocksWithId(node: Nodes): Generator<Nodes> {
  if (node.data?.id !== undefined) yield node;
  if ('children' in node) for (const child of node.children) yield* blocksWithId(child);
}

/** What has neither a number nor a place of its own goes by the words it begins with. */
function nameOf(node: Nodes, language: string): string {
  const number = node.data?.number;
  if (number !== undefined && node.type === 'paragraph') return refer('paragraph', number, language);
  const titled = node.type === 'section' ? node.children[0] : node;
  const words = titled === undefined ? '' : plainText(titled).replace(/\s+/gu, ' ').trim();
  return words === '' ? (node.data?.id ?? '') : shorten(words, 60);
}

function shorten(words: string, most = WORDS_SHOWN): string {
  const signs = Array.from(words);
  return signs.length <= most ? words : `${signs.slice(0, most).join('').trimEnd()}…`;
}
