import type { BlockContent, PhrasingContent } from 'mdast';
import { stringify } from 'yaml';
import type { Choice, Question, Questionnaire, QuestionnairePart } from '../../model/questionnaire.ts';
import { parseAttribute } from './attributes.ts';
import { isKind } from './question-attributes.ts';
import { inlineCode, type ListSigns, writeBlocks, writeHeading, writeLine } from './write-blocks.ts';

/** Headings go no deeper in Markdown. Groups inside groups beyond it are written side by side. */
const DEEPEST = 6;

/**
 * Writes a questionnaire as the Markdown it is kept in. Reading it gives the same questionnaire, lines aside.
 *
 * @param questionnaire As read, or made from a survey form.
 */
export function writeQuestionnaire(questionnaire: Questionnaire): string {
  const { frontMatter, introduction, parts } = questionnaire;
  const head = stringify(frontMatter, { lineWidth: 0 }).trimEnd();
  const blocks = [writeBlocks(introduction), ...parts.flatMap(writePart)].filter((one) => one !== '');
  return `---\n${head}\n---\n${blocks.map((block) => `\n${block}\n`).join('')}`;
}

function writePart(part: QuestionnairePart, index: number): readonly string[] {
  const { title, minutes, pause, body, facilitator, questions } = part;
  const bare = index === 0 && title === '' && minutes === undefined && !pause && body.length === 0;
  const attributes = attributeLine([
    ['minutes', minutes],
    ['pause', pause ? 'yes' : undefined],
  ]);
  const heading = bare ? [] : [writeHeading(title, 1), attributes === '' ? guard(body, 'pause: no') : attributes];
  return [
    ...heading,
    writeBlocks(body),
    callout('facilitator', writeBlocks(facilitator)),
    ...questions.flatMap((question) => writeQuestion(question, 2)),
  ];
}

/** A first paragraph that would be taken for attributes has some put before it. */
function guard([first]: readonly BlockContent[], code: string): string {
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  return opening?.type === 'inlineCode' && parseAttribute(opening.value) ? inlineCode(code) : '';
}

function writeQuestion(question: Question, depth: number): readonly string[] {
  const { id, text, hint, choices, rows, probes, facilitator, activity, questions } = question;
  return [
    `${writeHeading(text, depth)} {#${id}}`,
    attributeLine(attributesOf(question)),
    writeBlocks(hint, signsFor(question)),
    choices.map((choice) => `- ${writeChoice(choice)}`).join('\n'),
    rows.map((row, index) => `${index + 1}. ${writeChoice(row)}`).join('\n'),
    callout('probe', probes.map(writeProbe).join('\n')),
    callout('facilitator', writeBlocks(facilitator)),
    callout('activity', writeBlocks(activity)),
    ...questions.flatMap((one) => writeQuestion(one, Math.min(depth + 1, DEEPEST))),
  ];
}

type Pair = readonly [key: string, value: string | number | undefined];

function attributesOf(question: Question): readonly Pair[] {
  const { type, required, repeated, shownIf, min, max, minutes, materials, feeds, tags, form } = question;
  const list = (values: readonly string[], separator: string) =>
    values.length === 0 ? undefined : values.join(separator);
  return [
    ['type', type],
    ['required', required ? 'yes' : undefined],
    ['repeat', repeated ? 'yes' : undefined],
    ['shown-if', shownIf],
    ['min', min],
    ['max', max],
    ['minutes', minutes],
    ['materials', list(materials, ', ')],
    ['feeds', feeds],
    ['kind', list(tags.filter(isKind), ' ')],
    [
      'codes',
      list(
        tags.filter((tag) => !isKind(tag)),
        ' ',
      ),
    ],
    ...Object.entries(form).map(([column, value]): Pair => [`form-${column}`, encode(value)]),
  ];
}

/** Inline code holds one line; columns of survey forms may hold more. */
function encode(value: string): string {
  return value.trim().replaceAll(/\r\n|\n|\r/gu, '&#10;');
}

function attributeLine(pairs: readonly Pair[]): string {
  return pairs
    .flatMap(([key, value]) => (value === undefined ? [] : [inlineCode(`${key}: ${value}`.trimEnd())]))
    .join(' ');
}

/** A list of the hint and the list right below it would be one: the upper one gets other signs. */
function signsFor({ hint, choices, rows }: Question): ListSigns {
  const last = hint.at(-1);
  if (last?.type !== 'list') return {};
  if (last.ordered !== true) return choices.length > 0 ? { bullet: '*' } : {};
  if (choices.length > 0 || rows.length === 0) return {};
  // Ordered lists in a row take turns at two signs, and the last one must not have that of the rows.
  const others = hint.findLastIndex((block) => block.type !== 'list' || block.ordered !== true);
  return { ordered: (hint.length - 1 - others) % 2 === 1 ? ')' : '.' };
}

function writeChoice({ code, label, form = {} }: Choice): string {
  const columns = Object.entries(form).map(([column, value]) => inlineCode(`${column}: ${encode(value)}`.trimEnd()));
  return [inlineCode(code), writeLine(label), ...columns].filter((one) => one !== '').join(' ');
}

function writeProbe(probe: readonly PhrasingContent[]): string {
  return `- ${writeLine(probe).replaceAll('\n', '\n  ')}`;
}

/** A paragraph or a bullet list may stand right below the marker; anything else needs a line between. */
function callout(name: string, content: string): string {
  if (content === '') return '';
  const close = /^(?:[\p{L}\p{N}*_"'“«¿¡(]|- )/u.test(content) && !/^\d+[.)]\s/u.test(content);
  const lines = [`[!${name}]`, ...(close ? [] : ['']), ...content.split('\n')];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}
