import type { Node } from 'unist';
import type { Input, NoteFrontMatter, Visibility } from '../../model/consultation-note.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { INPUT_KINDS } from '../../model/vocabulary.ts';
import { nearest } from '../../text/nearest.ts';
import { type AttributeVerdict, judgeAttribute, NARROWABLE } from './visibility.ts';

/** An input with what its rules need to know of how it was written. */
export interface ReadInput {
  readonly input: Input;
  /** Visibility of its note. */
  readonly base: Visibility;
  readonly unknownTags: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
  /** Ids on nested items, which can't be answered on their own. */
  readonly nestedIds: readonly string[];
  /** Id below the whole list this input begins. */
  readonly listId?: string;
  /** Line its tags stand on. */
  readonly tagLine: number;
}

/** What the rules on inputs need beside the inputs. */
export interface InputRuleContext {
  readonly file: string;
  readonly frontMatter: NoteFrontMatter;
  readonly tags: ReadonlySet<string>;
}

type InputRule = (read: ReadInput, context: InputRuleContext) => readonly Finding[];

const INPUT_RULES: readonly InputRule[] = [unknownTags, attributes, nestedIds, listIds];

/**
 * What the rules on one input have to say.
 *
 * @param read The input.
 * @param context Its note.
 */
export function inputFindings(read: ReadInput, context: InputRuleContext): readonly Finding[] {
  return INPUT_RULES.flatMap((rule) => rule(read, context));
}

/**
 * What the rules on all inputs of a note together have to say.
 *
 * @param reads Inputs in order.
 * @param passedOver Blocks under headings that are no inputs.
 * @param context The note.
 */
export function noteInputFindings(
  reads: readonly ReadInput[],
  passedOver: readonly Node[],
  context: InputRuleContext,
): readonly Finding[] {
  return [
    ...duplicateIds(reads, context),
    ...uncoded(reads, context),
    ...none(reads, context),
    ...over(passedOver, context),
  ];
}

interface Said {
  readonly check: `inputs/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly hint?: string;
}

function at(file: string, line: number, said: Said): Finding {
  return { ...said, place: { file, line, column: 1 } };
}

function unknownTags({ unknownTags: tags, tagLine }: ReadInput, context: InputRuleContext): readonly Finding[] {
  return tags.map((tag) => {
    const near = nearest(tag, [...context.tags]) ?? [...context.tags].find((known) => known.endsWith(`/${tag}`));
    return at(context.file, tagLine, {
      check: 'inputs/unknown-tag',
      severity: 'warning',
      message: `The tag "#${tag.slice(0, 40)}" is neither a kind of input nor a code of the process.`,
      why: 'A tag that is not known counts for nothing in lists and coverage tables; it stays in the text as words.',
      hint:
        near === undefined
          ? `Kinds are ${INPUT_KINDS.join(', ')}; codes are declared under "codebook" in penholder.yaml.`
          : `Did you mean "#${near}"?`,
    });
  });
}

const ATTRIBUTE_FINDINGS: Record<Exclude<AttributeVerdict, 'narrows'>, (key: string, value: string) => Said> = {
  widens: (key, value) => ({
    check: 'inputs/widened',
    severity: 'error',
    message: `The input says ${key}="${value}", which is wider than what its consultation note says.`,
    why: 'An input can narrow what its note promised to the people in the room, never widen it; the narrower value holds.',
    hint: `Remove ${key} here, or change it in the note's front matter if everybody agreed to that.`,
  }),
  'unknown-key': (key) => {
    const keys = Object.keys(NARROWABLE);
    return {
      check: 'inputs/unknown-attribute',
      severity: 'error',
      message: `The attribute "${key}" of the input is not known.`,
      why: 'A restriction that is misspelt would protect nobody.',
      hint: `Use ${nearest(key, keys) ?? keys.join(', ')}.`,
    };
  },
  'unknown-value': (key, value) => ({
    check: 'inputs/unknown-attribute',
    severity: 'error',
    message: `The input says ${key}="${value}", which is not a known value; it is taken at its most restrictive.`,
    why: 'A restriction that is misspelt would protect nobody.',
    hint: `Use one of ${Object.hasOwn(NARROWABLE, key) ? NARROWABLE[key as keyof typeof NARROWABLE].join(', ') : 'the known values'}.`,
  }),
};

function attributes(read: ReadInput, context: InputRuleContext): readonly Finding[] {
  return read.attributes.flatMap(([key, value]) => {
    const verdict = judgeAttribute(read.base, key, value);
    if (verdict === 'narrows') return [];
    return [at(context.file, read.tagLine, ATTRIBUTE_FINDINGS[verdict](key.slice(0, 40), value.slice(0, 40)))];
  });
}

function nestedIds(read: ReadInput, context: InputRuleContext): readonly Finding[] {
  if (read.nestedIds.length === 0) return [];
  return [
    at(context.file, read.input.line, {
      check: 'inputs/nested-id',
      severity: 'warning',
      message: `The id "^${read.nestedIds[0]}" stands on a nested item or a further paragraph, which is part of the input above it.`,
      why: 'Only the whole input can be answered, under the id of its first paragraph.',
      hint: 'Remove the id, or make the nested item an item of its own.',
    }),
  ];
}

function listIds({ input, listId }: ReadInput, context: InputRuleContext): readonly Finding[] {
  if (listId === undefined) return [];
  return [
    at(context.file, input.line, {
      check: 'inputs/list-id',
      severity: 'warning',
      message: `The id "^${listId}" stands below a whole list.`,
      why: 'Each item of the list is an input of its own, and is answered under an id of its own.',
      hint: 'Put the id at the end of the item it belongs to.',
    }),
  ];
}

function duplicateIds(reads: readonly ReadInput[], context: InputRuleContext): readonly Finding[] {
  const first = new Map<string, number>();
  const findings: Finding[] = [];
  for (const { input, tagLine } of reads) {
    if (input.id === undefined) continue;
    const line = first.get(input.id);
    if (line === undefined) first.set(input.id, tagLine);
    else findings.push(at(context.file, tagLine, duplicateId(input.id, line)));
  }
  return findings;
}

function duplicateId(id: string, line: number): Said {
  return {
    check: 'inputs/duplicate-id',
    severity: 'error',
    message: `The id "^${id}" already belongs to the input on line ${line}.`,
    why: 'A response names its input by this id; with two of them nobody knows which one was answered.',
    hint: 'Delete the id that was added later and run "penholder ids", which gives it a new one.',
  };
}

/** Inputs without a kind, as far as no questionnaire can give them one. */
function uncoded(reads: readonly ReadInput[], context: InputRuleContext): readonly Finding[] {
  const answersQuestion = ({ input }: ReadInput): boolean =>
    context.frontMatter.questionnaire !== undefined && input.question !== undefined;
  // Of what was withdrawn only the id is left.
  const bare = reads.filter(
    ({ input, ...read }) =>
      input.kinds.length === 0 && input.withdrawn === undefined && !answersQuestion({ input, ...read }),
  );
  return uncodedFindings(
    bare.map((read) => read.input),
    reads.length,
    context.file,
  );
}

/**
 * Warnings on inputs that have no kind: one each, or a single one where no input of the note has any.
 *
 * @param bare Inputs without a kind.
 * @param total How many inputs the note has.
 * @param file The note.
 */
export function uncodedFindings(bare: readonly Input[], total: number, file: string): readonly Finding[] {
  const why = 'Lists, coverage and the comments matrix go by kind; without one an input is easily passed over.';
  const hint = `Put a tag at its end: ${INPUT_KINDS.map((kind) => `#${kind}`).join(', ')}.`;
  const said = (message: string): Said => ({ check: 'inputs/uncoded', severity: 'warning', message, why, hint });
  const [first] = bare;
  if (first !== undefined && bare.length === total && total > 1) {
    return [at(file, first.line, said(`None of the ${total} inputs of this note has a kind.`))];
  }
  return bare.map((input) => at(file, input.line, said('This input has no kind.')));
}

function none(reads: readonly ReadInput[], context: InputRuleContext): readonly Finding[] {
  if (reads.length > 0) return [];
  return [
    at(context.file, 1, {
      check: 'inputs/none',
      severity: 'warning',
      message: 'This consultation note has no inputs.',
      why: 'Inputs are the paragraphs, list items and rows of tables under a heading; text before the first heading is none, and nobody would answer it.',
      hint: 'Put a heading above what was said, such as "## What was said".',
    }),
  ];
}

function over(passedOver: readonly Node[], context: InputRuleContext): readonly Finding[] {
  const [first] = passedOver;
  if (first === undefined) return [];
  const count = passedOver.length;
  return [
    at(context.file, first.position?.start.line ?? 1, {
      check: 'inputs/passed-over',
      severity: 'info',
      message: `${count === 1 ? 'One block' : `${count} blocks`} under the headings of this note ${count === 1 ? 'is' : 'are'} no paragraph, list or table row that says something, and so no input.`,
      why: 'Quotes, code, pictures, rows of numbers or of a label alone stay in the note, but nobody answers them.',
      hint: 'Where one of them says something to be answered, write it as a list item.',
    }),
  ];
}
