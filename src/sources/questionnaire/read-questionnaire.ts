import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Finding } from '../../model/finding.ts';
import { type Question, type Questionnaire, questionnaireFrontMatterSchema } from '../../model/questionnaire.ts';
import { INPUT_KINDS } from '../../model/vocabulary.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { nearest } from '../../text/nearest.ts';
import { plainText } from '../../text/plain-text.ts';
import { checkSchema } from '../../text/schema-findings.ts';

/** A questionnaire as read; absent where its front matter does not hold. */
export interface QuestionnaireReading {
  readonly questionnaire?: Questionnaire;
  readonly findings: readonly Finding[];
}

/**
 * Reads a questionnaire: its questions are the headings with an id; a line of inline code below one, such as
 * `` `kind: barrier` `codes: pillar/development` ``, says what its inputs are where they carry no tags.
 *
 * @param source Whole text of the file.
 * @param file Workspace-relative path, `questionnaires/<group>-<round>.<language>.md`.
 */
export function readQuestionnaire(source: string, file: string): QuestionnaireReading {
  const { data, present, keyPlaces, bodyOffset, findings } = readFrontMatter(source, file);
  if (!present) return { findings: [...findings, noFrontMatter(file)] };
  const { value, findings: wrong } = checkSchema(questionnaireFrontMatterSchema, data, {
    file,
    check: 'questionnaires/front-matter',
    placeOf: (path) => keyPlaces.get(path.map(String).join('.')) ?? { file, line: 1, column: 1 },
  });
  const { tree, findings: parsing } = parseMarkdown(source, { file, bodyOffset });
  const read = readQuestions(tree.children, file);
  const all = [...findings, ...wrong, ...parsing, ...read.findings];
  if (value === undefined) return { findings: all };
  const language = value.language ?? /\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$/u.exec(file)?.[1] ?? 'und';
  const id = `${value.group}-${value.round}`;
  return {
    questionnaire: { id, file, language, frontMatter: value, introduction: [], parts: [], questions: read.questions },
    findings: all,
  };
}

/** An open question of which nothing further is said. */
const OPEN = {
  type: 'open',
  required: false,
  choices: [],
  rows: [],
  materials: [],
  hint: [],
  probes: [],
  facilitator: [],
  activity: [],
  questions: [],
  repeated: false,
  form: {},
} as const satisfies Partial<Question>;

interface Questions {
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
}

function readQuestions(blocks: readonly RootContent[], file: string): Questions {
  const questions: Question[] = [];
  const findings: Finding[] = [];
  blocks.forEach((block, index) => {
    const id = block.type === 'heading' ? block.data?.id : undefined;
    if (block.type !== 'heading' || id === undefined) return;
    const line = block.position?.start.line ?? 1;
    const before = questions.find((question) => question.id === id);
    if (before !== undefined) findings.push(duplicate(id, before.line, { file, line, column: 1 }));
    const tags = attributeTags(blocks[index + 1]);
    findings.push(...unknownKinds(tags.kinds, { file, line: line + 2, column: 1 }));
    questions.push({
      id,
      text: headingText(block),
      line,
      tags: [...tags.kinds.filter(isKind), ...tags.codes],
      ...OPEN,
    });
  });
  return { questions, findings };
}

function headingText(heading: Heading): string {
  return plainText(heading).replace(/\s+/gu, ' ').trim();
}

/** Kinds and codes from a paragraph of nothing but inline code. */
function attributeTags(block: RootContent | undefined): {
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
} {
  const pairs = block?.type === 'paragraph' && isAttributes(block) ? attributesIn(block) : [];
  const valuesOf = (pattern: RegExp): readonly string[] =>
    pairs.filter(([key]) => pattern.test(key)).flatMap(([, value]) => value.split(/[\s,]+/u).filter(Boolean));
  return { kinds: valuesOf(/^kinds?$/u), codes: valuesOf(/^codes?$/u) };
}

function isAttributes({ children }: Paragraph): boolean {
  return children.every((child) => child.type === 'inlineCode' || (child.type === 'text' && child.value.trim() === ''));
}

function attributesIn({ children }: Paragraph): readonly (readonly [string, string])[] {
  return children.flatMap((child) => {
    const match = child.type === 'inlineCode' ? /^([a-z-]+)\s*:\s*(.*)$/u.exec(child.value.trim()) : null;
    return match?.[1] === undefined ? [] : [[match[1], match[2] ?? ''] as const];
  });
}

function isKind(kind: string): boolean {
  return (INPUT_KINDS as readonly string[]).includes(kind);
}

function unknownKinds(kinds: readonly string[], place: Finding['place']): readonly Finding[] {
  return kinds
    .filter((kind) => !isKind(kind))
    .map((kind) => ({
      check: 'questionnaires/unknown-kind',
      severity: 'error',
      message: `"${kind.slice(0, 40)}" is no kind of input.`,
      why: 'Inputs under this question would have no kind.',
      hint: `Kinds are ${INPUT_KINDS.join(', ')}${suggestion(kind)}`,
      place,
    }));
}

function suggestion(kind: string): string {
  const near = nearest(kind, INPUT_KINDS);
  return near === undefined ? '.' : `; did you mean "${near}"?`;
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

function noFrontMatter(file: string): Finding {
  return {
    check: 'questionnaires/front-matter',
    severity: 'error',
    message: 'The questionnaire has no front matter.',
    why: 'Nobody can say which group it asks in which round.',
    hint: 'Begin the file with "group:" and "round:" between two lines of "---".',
    place: { file, line: 1, column: 1 },
  };
}
