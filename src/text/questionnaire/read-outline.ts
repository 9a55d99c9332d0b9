import type { Heading, RootContent } from 'mdast';
import type { Finding } from '../../model/finding.ts';
import type { Question, QuestionnairePart } from '../../model/questionnaire.ts';
import { isKind } from './question-attributes.ts';
import { type HeadingBody, headingText, placeOf, readBody } from './read-body.ts';

/** The body of a questionnaire. */
export interface Outline {
  readonly introduction: QuestionnairePart['body'];
  readonly parts: readonly QuestionnairePart[];
  /** All questions, those of groups behind their group. */
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
}

interface Source {
  readonly file: string;
  readonly lineOf: (line: number) => number;
}

/** A heading and the blocks up to the next one. */
interface Stretch {
  readonly heading: Heading | undefined;
  readonly blocks: readonly RootContent[];
}

/** A question as it grows: its own questions come after it. */
type Growing = Omit<Question, 'questions'> & { readonly questions: Growing[] };
type GrowingPart = Omit<QuestionnairePart, 'questions'> & { readonly questions: Growing[] };

/** What is open while headings are read in order. */
interface State {
  readonly parts: GrowingPart[];
  /** Groups that further questions may belong to, outermost first. */
  open: { readonly depth: number; readonly question: Growing }[];
  readonly questions: Growing[];
  /** Line of the first question with each id. */
  readonly lines: Map<string, number>;
  readonly findings: Finding[];
}

/**
 * Reads the body of a questionnaire: headings with an id are questions, those without one are parts.
 *
 * @param blocks Children of the tree.
 * @param source Where findings belong.
 */
export function readOutline(blocks: readonly RootContent[], source: Source): Outline {
  const [first, ...others] = stretches(blocks);
  const opening = readBody(first?.blocks ?? [], { kind: 'introduction', ...source });
  const state: State = { parts: [], open: [], questions: [], lines: new Map(), findings: [...opening.findings] };
  if (opening.facilitator.length > 0) state.parts.push({ ...untitled(1), facilitator: opening.facilitator });
  for (const stretch of others) readStretch(stretch, state, source);
  const { parts, questions, findings } = state;
  return { introduction: opening.hint, parts, questions, findings };
}

/** The first has no heading, and may be empty. */
function stretches(blocks: readonly RootContent[]): Stretch[] {
  const found: { heading: Heading | undefined; blocks: RootContent[] }[] = [{ heading: undefined, blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') found.push({ heading: block, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}

function readStretch({ heading, blocks }: Stretch, state: State, source: Source): void {
  if (heading === undefined) return;
  const id = heading.data?.id;
  const attributes = Object.entries(heading.data?.attributes ?? {}).map(([key, value]) => ({ key, value }));
  const line = placeOf(heading, source).line;
  const body = readBody(blocks, { kind: id === undefined ? 'part' : 'question', line, attributes, ...source });
  state.findings.push(...body.findings);
  if (id === undefined) addPart(partOf(heading, body, line), { depth: heading.depth, state, source });
  else addQuestion(questionOf({ id, text: headingText(heading), line }, body), { depth: heading.depth, state, source });
}

interface Adding {
  readonly depth: number;
  readonly state: State;
  readonly source: Source;
}

function addPart(part: GrowingPart, { depth, state, source }: Adding): void {
  const group = state.open.findLast((one) => one.depth < depth)?.question;
  if (group !== undefined)
    state.findings.push(partInGroup(group.id, { file: source.file, line: part.line, column: 1 }));
  state.open = [];
  state.parts.push(part);
}

function addQuestion(question: Growing, { depth, state, source }: Adding): void {
  const before = state.lines.get(question.id);
  const place = { file: source.file, line: question.line, column: 1 };
  if (before !== undefined) state.findings.push(duplicate(question.id, before, place));
  else state.lines.set(question.id, question.line);
  state.open = state.open.filter((group) => group.depth < depth);
  if (state.parts.length === 0) state.parts.push(untitled(question.line));
  const owner = state.open.at(-1)?.question ?? state.parts.at(-1);
  owner?.questions.push(question);
  state.questions.push(question);
  if (question.type === 'group') state.open.push({ depth, question });
}

function untitled(line: number): GrowingPart {
  return { title: '', line, pause: false, body: [], facilitator: [], questions: [] };
}

function partOf(heading: Heading, { values, hint, facilitator }: HeadingBody, line: number): GrowingPart {
  const { minutes, pause = false } = values;
  const part = { title: headingText(heading), line, pause, body: hint, facilitator, questions: [] };
  return minutes === undefined ? part : { ...part, minutes };
}

function questionOf(head: Pick<Question, 'id' | 'text' | 'line'>, body: HeadingBody): Growing {
  const { kinds = [], codes = [], repeated = false, pause: _, ...values } = body.values;
  const { hint, choices, rows, probes, facilitator, activity } = body;
  return {
    ...head,
    ...{ type: 'open', required: false, materials: [], form: {} },
    ...values,
    tags: [...kinds.filter(isKind), ...codes],
    repeated,
    ...{ choices, rows, hint, probes, facilitator, activity },
    questions: [],
  };
}

function duplicate(id: string, line: number, place: Finding['place']): Finding {
  return {
    check: 'questionnaires/duplicate-id',
    severity: 'error',
    message: `The id "#${id}" already belongs to the question on line ${line}.`,
    why: 'Inputs name the question they answer by this id.',
    hint: 'Give the later question an id of its own, the same in every language.',
    place,
  };
}

function partInGroup(id: string, place: Finding['place']): Finding {
  return {
    check: 'questionnaires/heading-in-group',
    severity: 'warning',
    message: `This heading has no id, so it ends the group "${id}" that it stands in.`,
    why: 'The questions below it are asked once, outside the group.',
    hint: 'Give it an id if it is a question of the group; else put it above the group or make it a higher heading.',
    place,
  };
}
