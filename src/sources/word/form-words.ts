/** Questionnaires filled in in Word that lost the names of their fields: read by the words of the questions. */
import { toString as wordsOfNodes } from 'mdast-util-to-string';
import { paragraphsIn } from '../../files/word/read-word.ts';
import type { WordBlock, WordCell, WordFile, WordTable } from '../../files/word/word-types.ts';
import type { FormAnswer } from '../../model/form-answers.ts';
import type { Choice, Question, Questionnaire } from '../../model/questionnaire.ts';
import { numberOrWords, stepsOf, withoutPrompt } from './form-asked.ts';
import { wordsIn } from './units.ts';

/** What was found by words. */
export interface WordedForm {
  readonly answers: Record<string, FormAnswer>;
  /** Questions whose answer could also be something else. */
  readonly unsure: readonly string[];
  readonly consent?: 'given' | 'not-given';
}

/** A questionnaire with what of it stands in a file. */
export interface WordedMatch extends WordedForm {
  readonly of: Questionnaire;
}

/** Letters and digits alone: numbers of questions, signs and white space differ where words are copied. */
function lettersOf(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Share of the questions whose words must stand in a file for it to be the form. */
const SHARE = 0.6;
const FEWEST = 2;

/**
 * The questionnaire whose questions stand in a file, with what was answered; undefined where there is none, or nothing was.
 *
 * @param file The file.
 * @param questionnaires Those of the workspace, in all languages.
 */
export function formByWords(file: WordFile, questionnaires: readonly Questionnaire[]): WordedMatch | undefined {
  const lines = linesOf(file.body, file);
  let best: { readonly of: Questionnaire; readonly count: number } | undefined;
  for (const of of questionnaires) {
    const asked = of.questions.filter(({ type }) => type !== 'group' && type !== 'form');
    const found = new Set(
      lines.flatMap((line) => (line.type === 'text' ? (questionAt(line.text, asked)?.question.id ?? []) : [])),
    );
    if (found.size >= FEWEST && found.size >= asked.length * SHARE && found.size > (best?.count ?? 0))
      best = { of, count: found.size };
  }
  if (best === undefined) return undefined;
  const read = answersIn(lines, best.of);
  // Who says no and answers nothing has filled in the form all the same.
  const isFilled = Object.keys(read.answers).length > 0 || read.consent === 'not-given';
  return isFilled ? { of: best.of, ...read } : undefined;
}

type Line = { readonly type: 'text'; readonly text: string } | { readonly type: 'table'; readonly rows: string[][] };

function linesOf(blocks: readonly WordBlock[], file: WordFile): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    if (block.type === 'table') return tableLines(block, file);
    return wordsIn(block, file, () => true)
      .split('\n')
      .map((text) => ({ type: 'text', text: text.trim() }) as const)
      .filter(({ text }) => text !== '');
  });
}

/** A table of one column, or without boxes, is a layout: its words are lines. */
function tableLines({ rows }: WordTable, file: WordFile): readonly Line[] {
  const words = ({ blocks }: WordCell) =>
    [...paragraphsIn(blocks)]
      .map((paragraph) => wordsIn(paragraph, file, () => true))
      .join('\n')
      .trim();
  const cells = rows.map((row) => row.cells.map(words));
  const isGrid = cells.length > 1 && cells.every((row) => row.length > 2);
  if (isGrid) return [{ type: 'table', rows: cells }];
  return rows.flatMap((row) => row.cells.flatMap((cell) => linesOf(cell.blocks, file)));
}

interface Asked {
  readonly question: Question;
  /** What stands behind the question in the same line. */
  readonly rest: string;
  /** Whether it was known by its words, and not by its number alone. */
  readonly isSure: boolean;
}

const KNOWN = new WeakMap<Question, string>();

/** The letters of a question, worked out once. */
function askedLetters(question: Question): string {
  const letters = KNOWN.get(question) ?? lettersOf(question.text);
  KNOWN.set(question, letters);
  return letters;
}

/** Shorter questions are too common to begin a line with them. */
const SHORTEST = 6;

/** The question that a line asks. */
function questionAt(words: string, questions: readonly Question[]): Asked | undefined {
  // Letters are counted: an accent that stands apart is one more.
  const line = words.normalize('NFC');
  const text = line.replace(/^\s*(?:[QF]?\d{1,3}\s*[.):]|[•–-])\s*/u, '');
  const key = lettersOf(text);
  if (key === '') return undefined;
  let best: { readonly question: Question; readonly length: number } | undefined;
  for (const question of questions) {
    const own = askedLetters(question);
    const isOwn = own !== '' && (key === own || (own.length >= SHORTEST && key.startsWith(own)));
    if (isOwn && own.length > (best?.length ?? 0)) best = { question, length: own.length };
  }
  if (best !== undefined) return { question: best.question, rest: behind(text, best.length), isSure: true };
  return byNumber(line, questions);
}

/** What stands behind the first letters and digits of a line. */
function behind(text: string, letters: number): string {
  let [count, at] = [0, 0];
  for (const sign of text) {
    if (count >= letters) break;
    count += lettersOf(sign).length;
    at += sign.length;
  }
  return text
    .slice(at)
    .replace(/^[\s?.:!)*–-]+/u, '')
    .trim();
}

/** Questions that were shortened or reworded a little are known by their number and some of their words. */
function byNumber(line: string, questions: readonly Question[]): Asked | undefined {
  const [, number = '', text = ''] = /^\s*[QF]?(\d{1,3})\s*[.):]\s*(.*)$/u.exec(line) ?? [];
  const question = questions[Number(number) - 1];
  if (question === undefined) return undefined;
  const words = (one: string) => new Set(one.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [own, asked] = [words(text), words(question.text)];
  const common = [...own].filter((word) => asked.has(word)).length;
  return common >= 2 && common >= Math.min(own.size, asked.size) / 2
    ? { question, rest: '', isSure: false }
    : undefined;
}

interface Reading {
  readonly answers: Record<string, FormAnswer>;
  readonly unsure: Set<string>;
  /** Words that the form itself holds below its questions. */
  readonly own: ReadonlySet<string>;
}

function answersIn(lines: readonly Line[], { questions, frontMatter }: Questionnaire): WordedForm {
  const asksConsent = (frontMatter.consent ?? frontMatter.assent) !== undefined;
  const asked = questions.filter(({ type }) => type !== 'group' && type !== 'form');
  const own = new Set(questions.flatMap(({ hint }) => hint.map((node) => lettersOf(wordsOfNodes(node)))));
  const reading: Reading = { answers: {}, unsure: new Set(), own };
  let current: Question | undefined;
  let said: string[] = [];
  let consent: WordedForm['consent'];
  const settle = (): void => {
    if (current !== undefined) answer(current, said, reading);
    // Consent is asked before the first question.
    else if (asksConsent) consent = consentIn(said);
    said = [];
  };
  for (const line of lines) {
    if (line.type === 'table') {
      if (current?.type === 'matrix') matrixAnswer(current, line.rows, reading);
      continue;
    }
    const found = questionAt(line.text, asked);
    if (found === undefined) {
      said.push(line.text);
      continue;
    }
    settle();
    current = found.question;
    if (!found.isSure) reading.unsure.add(current.id);
    if (found.rest !== '' && !/^\p{Ps}[^\p{Pe}]*\p{Pe}$/u.test(found.rest)) said.push(found.rest);
  }
  settle();
  const unsure = [...reading.unsure].filter((id) => reading.answers[id] !== undefined);
  return { answers: reading.answers, unsure, ...(consent !== undefined && { consent }) };
}

const TICK = /^\s*(?:[☒☑✓✔✗✘■]|\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|[xX]\s)\s*/u;
const EMPTY_BOX = /^\s*(?:[☐□▢❏]|\[\s*\]|\(\s*\))\s*/u;
/** Boxes that stand before their words. */
const LEADING_BOX = /^\s*[☐□▢❏☒☑]/u;
const TICK_BEHIND = /\s*(?:[☒☑✓✔✗✘]|\[\s*[xX]\s*\]|\s[xX])\s*$/u;

/** Steps and answers that a question offers. */
function offered(question: Question): readonly Pick<Choice, 'code' | 'label'>[] {
  if (question.type === 'yes-no') return YES_NO;
  const steps = stepsOf(question).map(String);
  return steps.length === 0 ? question.choices : steps.map((step) => ({ code: step, label: step }));
}

const YES_NO = [
  ...['Yes', 'Oui', 'Sí', 'Да', '是', 'نعم'].map((label) => ({ code: 'yes', label })),
  ...['No', 'Non', 'Нет', '否', 'لا'].map((label) => ({ code: 'no', label })),
];

function answer(question: Question, said: readonly string[], reading: Reading): void {
  if (question.type === 'matrix' || said.length === 0) return;
  const choices = offered(question);
  if (choices.length > 0) {
    choiceAnswer(question, choices, { said, reading });
    return;
  }
  const text = withoutPrompts(said, reading);
  if (text !== '') reading.answers[question.id] = numberOrWords(question, text);
}

function withoutPrompts(said: readonly string[], { own }: Reading): string {
  return said
    .map(withoutPrompt)
    .filter((line) => line !== '' && !own.has(lettersOf(line)))
    .join('\n');
}

/** Who says no, or yes and no, has not agreed. */
function consentIn(said: readonly string[]): WordedForm['consent'] {
  const { codes, hasBoxes } = markedIn(said, YES_NO);
  if (codes.length === 0 || (!hasBoxes && codes.length > 1)) return undefined;
  return codes.includes('no') ? 'not-given' : 'given';
}

/** The choices that are ticked; where no box is left, those that are named. */
function markedIn(said: readonly string[], choices: ReturnType<typeof offered>) {
  const codeOf = (text: string) =>
    choices.find(({ code, label }) => lettersOf(label) === lettersOf(text) || code === text.trim())?.code;
  const ticked = said.flatMap((line) => {
    const isTicked = TICK.test(line) || TICK_BEHIND.test(line);
    return isTicked ? (codeOf(line.replace(TICK, '').replace(TICK_BEHIND, '')) ?? []) : [];
  });
  const hasBoxes = ticked.length > 0 || said.some((line) => EMPTY_BOX.test(line));
  const named = said.flatMap((line) => codeOf(line) ?? []);
  return { codes: [...new Set(hasBoxes ? ticked : named)], hasBoxes };
}

/** Several boxes in one line, each with the words behind it. */
function boxesIn(line: string): readonly string[] {
  return LEADING_BOX.test(line) ? line.split(/(?=[☐□▢❏☒☑])/u) : [line];
}

/** Ticked choices count; where no box is left, a choice that stands alone is taken, and is not sure. */
function choiceAnswer(
  { id, type }: Question,
  choices: ReturnType<typeof offered>,
  { said, reading }: { readonly said: readonly string[]; readonly reading: Reading },
): void {
  const lines = said.flatMap(boxesIn);
  const marked = markedIn(lines, choices);
  const { hasBoxes } = marked;
  const all = new Set(choices.map(({ code }) => code)).size;
  // All choices without a mark are the question, and no answer.
  const codes = !hasBoxes && marked.codes.length > 1 && marked.codes.length >= all ? [] : marked.codes;
  const others = otherWords(lines, choices, reading);
  if (codes.length === 0 && others === '') return;
  if (!hasBoxes || others !== '' || (type !== 'several-of' && codes.length > 1)) reading.unsure.add(id);
  const [first = others] = codes;
  if (type === 'several-of') reading.answers[id] = [...codes, ...(others === '' ? [] : [others])];
  else reading.answers[id] = type === 'scale' && codes.length > 0 ? Number(first) : first;
}

/** What somebody wrote instead of a choice, or beside it: it counts under its own name. */
function otherWords(said: readonly string[], choices: ReturnType<typeof offered>, reading: Reading): string {
  const codes = new Set(choices.map(({ code }) => lettersOf(code)));
  const labels = choices.map(({ label }) => lettersOf(label)).filter((label) => label !== '');
  // What holds a choice among other words is the question's own.
  const isOffer = (letters: string) =>
    letters === '' || codes.has(letters) || labels.some((label) => letters.includes(label));
  return withoutPrompts(
    said.filter((line) => !isOffer(lettersOf(line))),
    reading,
  );
}

function matrixAnswer({ id, rows, choices }: Question, cells: readonly (readonly string[])[], reading: Reading): void {
  const [head = []] = cells;
  const found: Record<string, string> = {};
  for (const [label = '', ...boxes] of cells.slice(1)) {
    const row = rows.find((one) => lettersOf(one.label) === lettersOf(label))?.code;
    const at = boxes.findIndex((box) => TICK.test(`${box} `));
    const choice = choices.find((one) => lettersOf(one.label) === lettersOf(head[at + 1] ?? ''))?.code;
    if (row !== undefined && at !== -1 && choice !== undefined) found[row] = choice;
  }
  if (Object.keys(found).length > 0) reading.answers[id] = found;
}
