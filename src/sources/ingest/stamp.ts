import { contentHash } from '../../text/fingerprint.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { ID_ALPHABET } from '../../text/ids.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { stampEdit } from '../../text/stamps.ts';
import { rowEnd } from '../../text/table-rows.ts';
import { findBlocks, type InputBlock } from '../consultation-note/blocks.ts';
import { plainTextOf } from '../consultation-note/plain.ts';
import { splitTail } from '../consultation-note/tail.ts';
import { freeAnswerId } from '../survey/answer-id.ts';

/** What is put at the end of an input, such as `#barrier ^i7k2m9`. */
export type TailFor = (block: InputBlock, index: number) => string | undefined;

/**
 * Adds to the ends of inputs and changes nothing else in the file, byte for byte.
 *
 * @param source Whole text of a consultation note.
 * @param blocks Its inputs.
 * @param tailFor What to add to an input; undefined for nothing.
 */
export function addTails(source: string, blocks: readonly InputBlock[], tailFor: TailFor): string {
  let result = '';
  let done = 0;
  blocks.forEach((block, index) => {
    const at = endOfWords(source, block);
    const tail = at === undefined ? undefined : tailFor(block, index);
    if (at === undefined || tail === undefined) return;
    result += `${source.slice(done, at)} ${tail}`;
    done = at;
  });
  return result + source.slice(done);
}

/** Where a tail goes: after the words and before an id, which stands last; undefined where the source has no room for it. */
function endOfWords(source: string, { node, lead }: InputBlock): number | undefined {
  if (node.data?.origin !== undefined || lead.data?.origin !== undefined || lead.position === undefined)
    return undefined;
  if (node.type === 'tableRow') return rowEnd(source, node)?.words;
  const id = lead.data?.id ?? node.data?.id;
  if (id === undefined) return stampEdit(source, { node, parents: [], nextId: () => 'x' })?.offset;
  const start = lead.position.start.offset ?? 0;
  const words = source.slice(start, lead.position.end.offset).trimEnd();
  return words.endsWith(`^${id}`) ? start + words.slice(0, -id.length - 1).trimEnd().length : undefined;
}

/** The inputs of a note as blocks, with their plain text. */
export function blocksIn(source: string): {
  readonly blocks: readonly InputBlock[];
  readonly textOf: ReturnType<typeof plainTextOf>;
} {
  const { bodyOffset } = readFrontMatter(source, '');
  const { tree } = parseMarkdown(source, { file: '', bodyOffset });
  const textOf = plainTextOf(source);
  return { blocks: findBlocks(tree, textOf).inputs, textOf };
}

/**
 * Id an input carries, wherever in its tail it stands.
 *
 * @param block The input.
 * @param textOf Plain text of a node.
 */
export function idOf(block: InputBlock, textOf: ReturnType<typeof plainTextOf>): string | undefined {
  return block.lead.data?.id ?? block.node.data?.id ?? splitTail(textOf(block.lead), () => true).id;
}

/** What ids are given by. */
export interface Stamping {
  /** What the ids follow from, such as the hash of the file ingested. */
  readonly seed: string;
  /** Ids that must not be given, besides those in the note. */
  readonly taken?: Iterable<string>;
}

/**
 * Gives every input without an id one that follows from the file, so that ingesting the same file gives the same ids.
 *
 * @param source Whole text of a consultation note.
 * @param blocks Its inputs.
 * @param stamping What the ids follow from.
 */
export function stampInputs(source: string, blocks: readonly InputBlock[], { seed, taken = [] }: Stamping): string {
  const textOf = plainTextOf(source);
  const ids = new Set([...taken, ...blocks.flatMap((block) => idOf(block, textOf) ?? [])]);
  return addTails(source, blocks, (block, index) => {
    if (idOf(block, textOf) !== undefined) return undefined;
    const { text, attributes } = splitTail(textOf(block.lead), () => true);
    const { respondent } = attributes;
    // Every export of a survey names a respondent alike, whatever the file is called.
    if (respondent !== undefined) return `^${freeAnswerId(respondent, text, ids)}`;
    const id = freeId(`${seed}:${index}:${textOf(block.lead)}`, ids);
    ids.add(id);
    return `^${id}`;
  });
}

/** `i` and five characters that follow from a seed and are not taken. */
function freeId(seed: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const bytes: readonly string[] = contentHash(`${seed}:${attempt}`).match(/../gu) ?? [];
    const id = `i${bytes
      .slice(0, 5)
      .map((byte) => ID_ALPHABET[Number.parseInt(byte, 16) % 32])
      .join('')}`;
    if (!taken.has(id)) return id;
  }
}
