import type { Node } from 'unist';
import type { Input, NoteFrontMatter } from '../../model/consultation-note.ts';
import type { Finding } from '../../model/finding.ts';
import type { Process } from '../../model/process.ts';
import type { InputBlock, NoteBlocks } from './blocks.ts';
import { inputFindings, noteInputFindings, type ReadInput } from './input-rules.ts';
import { plainTextOf } from './plain.ts';
import { isProposal, proposalIn, proposedLines } from './proposal.ts';
import { telling } from './survey-attributes.ts';
import { knownTags, splitTags } from './tags.ts';
import { isLiteral, splitTail, type Tail } from './tail.ts';
import { HIDDEN, narrowVisibility, noteVisibility } from './visibility.ts';

/** What inputs are read from. */
export interface InputsRequest {
  readonly blocks: NoteBlocks;
  /** Source of the whole file. */
  readonly source: string;
  readonly file: string;
  /** Id of the note, `<round>/<note>`. */
  readonly noteId: string;
  readonly frontMatter: NoteFrontMatter;
  readonly process: Process;
}

/**
 * Reads the inputs of a consultation note, and what its rules have to say about them.
 *
 * @param request Blocks, front matter and process.
 */
export function readInputs(request: InputsRequest): {
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
} {
  const textOf = plainTextOf(request.source);
  const tags = knownTags(request.process);
  const { blocks } = request;
  const read = blocks.inputs.map((block) => readInput({ block, request, textOf, tags }));
  const context = { file: request.file, frontMatter: request.frontMatter, tags };
  return {
    inputs: read.map((one) => one.input),
    findings: [
      ...read.flatMap((one) => inputFindings(one, context)),
      ...noteInputFindings(read, blocks.passedOver, context),
    ],
  };
}

interface ReadOne {
  readonly block: InputBlock;
  readonly request: InputsRequest;
  readonly textOf: (node: Node) => string;
  readonly tags: ReadonlySet<string>;
}

/** Reads one input. Tags and attributes of nested items count for their parent. */
function readInput({ block, request, textOf, tags }: ReadOne): ReadInput {
  const isKnown = (tag: string): boolean => tags.has(tag);
  const lead = splitTail(textOf(block.lead), isKnown);
  const proposal = proposalIn(block.inner);
  const lines = block.inner.flatMap((node) => (isProposal(node) ? proposedLines(node) : textOf(node).split('\n')));
  const inner = lines.map((line) =>
    isLiteral(lead) || proposal !== undefined ? words(line) : splitTail(line, isKnown),
  );
  const all: readonly Tail[] = [lead, ...inner];
  const { kinds, codes } = splitTags(all.flatMap((tail) => tail.tags));
  const id = block.lead.data?.id ?? block.node.data?.id ?? lead.id;
  const line = block.node.position?.start.line ?? 1;
  const base = noteVisibility(request.frontMatter);
  const language = all.find((tail) => tail.attributes.lang)?.attributes.lang ?? onlyLanguage(request.frontMatter);
  const withdrawn =
    all.find((tail) => tail.attributes.withdrawn)?.attributes.withdrawn ?? request.frontMatter.withdrawn;
  const input: Input = {
    ...(id !== undefined && { id }),
    ref: `${request.noteId}#${id ?? `?${line}`}`,
    kinds,
    codes,
    text: all
      .map((tail) => tail.text)
      .filter(Boolean)
      .join('\n'),
    ...(block.question !== undefined && { question: block.question }),
    ...(block.heading !== '' && { heading: block.heading }),
    ...(language !== undefined && { language }),
    ...telling(all, request),
    ...(proposal !== undefined && { proposal }),
    visibility:
      withdrawn === undefined
        ? all.reduce((visibility, tail) => narrowVisibility(visibility, tail.attributes), base)
        : HIDDEN,
    ...(withdrawn !== undefined && { withdrawn }),
    line,
    endLine: block.node.position?.end.line ?? line,
  };
  return {
    input,
    base,
    unknownTags: all.flatMap((tail) => tail.unknown),
    attributes: all.flatMap((tail) => Object.entries(tail.attributes)),
    nestedIds: [...inner.flatMap((tail) => tail.id ?? []), ...nestedIds(block.inner)],
    ...(block.listId !== undefined && { listId: block.listId }),
    tagLine: block.lead.position?.end.line ?? line,
  };
}

/** Further words of a respondent or a cell, in which nothing is markup. */
function words(text: string): Tail {
  return { text, tags: [], unknown: [], attributes: {} };
}

/** A note in one language says in which language its inputs are. */
function onlyLanguage(frontMatter: NoteFrontMatter): string | undefined {
  return frontMatter.languages?.length === 1 ? frontMatter.languages[0] : undefined;
}

/** Ids that stand on nested items and further paragraphs. */
function nestedIds(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => [
    ...(node.data !== undefined && 'id' in node.data && typeof node.data.id === 'string' ? [node.data.id] : []),
    ...('children' in node ? nestedIds(node.children as Node[]) : []),
  ]);
}
