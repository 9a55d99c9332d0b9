/** Questionnaires that were filled in in Word. */
import { paragraphsIn } from '../../files/word/read-word.ts';
import type { WordControl, WordFile, WordParagraph } from '../../files/word/word-types.ts';
import type { FilledForm, FormAnswer } from '../../model/form-answers.ts';
import { FORM_VERSION } from '../../model/form-answers.ts';
import type { Question, Questionnaire } from '../../model/questionnaire.ts';
import { numberOrWords, stepsOf, withoutPrompt } from './form-asked.ts';
import { formByWords } from './form-words.ts';
import { wordsIn } from './units.ts';

/** Names of fields as bookmarks, which all programs keep, have no other signs than these. */
function bookmarkOf(name: string): string {
  return `f_${name.replace(/[^A-Za-z0-9]/gu, '_')}`.slice(0, 40);
}

/** A field of a form: a question, or one of its choices. */
interface Field {
  readonly question: Question;
  /** Row of a matrix. */
  readonly row?: string;
  /** The choice that a box stands for. */
  readonly choice?: string;
}

/** Fields that a file must share with a questionnaire to be its form. */
const FEWEST = 2;
/** Name of the field in which consent or assent is given. */
const CONSENT = 'consent';

/**
 * The form in a Word file, where it is one of a questionnaire and somebody filled it in.
 *
 * @param file The file.
 * @param questionnaires Those of the workspace.
 * @param sha256 Hash of the file, by which the same file counts once.
 */
export function formIn(
  file: WordFile,
  questionnaires: readonly Questionnaire[],
  sha256: string,
): FilledForm | undefined {
  const filled = filledFields(file);
  let best: { readonly of: Questionnaire; readonly fields: Map<string, Field>; readonly count: number } | undefined;
  for (const of of questionnaires) {
    const fields = fieldsOf(of.questions);
    const count = [...filled.keys()].filter((name) => fields.has(name)).length;
    if (count >= FEWEST && count > (best?.count ?? 0)) best = { of, fields, count };
  }
  if (best === undefined) return formOfWords(file, questionnaires, sha256);
  const { of, fields } = best;
  const consent = consentIn(filled);
  return {
    'penholder-form': FORM_VERSION,
    questionnaire: of.id,
    group: of.frontMatter.group,
    round: of.frontMatter.round,
    language: file.language ?? 'und',
    response: sha256,
    ...(consent !== undefined && { consent }),
    answers: answersOf(filled, fields),
  };
}

/** Where the names of all fields are lost, the words of the questions tell which they are; a copy that somebody reviews is no form. */
function formOfWords(
  file: WordFile,
  questionnaires: readonly Questionnaire[],
  response: string,
): FilledForm | undefined {
  if (file.comments.length > 0 || file.revisions.some(({ kind }) => kind !== 'formatting')) return undefined;
  const found = formByWords(file, questionnaires);
  if (found === undefined) return undefined;
  const { of, answers, unsure, consent } = found;
  return {
    'penholder-form': FORM_VERSION,
    questionnaire: of.id,
    group: of.frontMatter.group,
    round: of.frontMatter.round,
    language: file.language ?? of.language,
    response,
    ...(consent !== undefined && { consent }),
    answers,
    'by-words': true,
    ...(unsure.length > 0 && { unsure }),
  };
}

function consentIn(filled: ReadonlyMap<string, string>): FilledForm['consent'] {
  const isYes = ticked(filled.get(bookmarkOf(`${CONSENT}=yes`)) ?? '');
  if (isYes) return 'given';
  return ticked(filled.get(bookmarkOf(`${CONSENT}=no`)) ?? '') ? 'not-given' : undefined;
}

/** All fields of some questions, by their bookmarks. */
function fieldsOf(questions: readonly Question[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  const add = (name: string, field: Field): void => {
    if (!fields.has(bookmarkOf(name))) fields.set(bookmarkOf(name), field);
  };
  for (const question of questions) {
    const { id, type, choices, rows } = question;
    add(id, { question });
    const own = type === 'yes-no' ? ['yes', 'no'] : choices.map(({ code }) => code);
    for (const choice of own) add(`${id}=${choice}`, { question, choice });
    for (const step of stepsOf(question)) add(`${id}=${step}`, { question, choice: String(step) });
    for (const { code: row } of rows)
      for (const { code: choice } of choices) add(`${id}.${row}=${choice}`, { question, row, choice });
    for (const [name, field] of fieldsOf(question.questions)) if (!fields.has(name)) fields.set(name, field);
  }
  return fields;
}

/** What stands in each field, by its bookmark: of a box a ticked or an empty one. */
function filledFields(file: WordFile): ReadonlyMap<string, string> {
  const filled = new Map<string, string>();
  const controls = new Map<number, WordControl[]>();
  for (const control of file.controls) {
    if (control.tag !== undefined) filled.set(bookmarkOf(control.tag), contentOf(control));
    else controls.set(control.paragraph, [...(controls.get(control.paragraph) ?? []), control]);
  }
  for (const paragraph of paragraphsIn(file.body)) {
    const names = paragraph.bookmarks.filter((name) => name.startsWith('f_'));
    const [name] = names;
    if (name === undefined || names.length > 1 || filled.has(name)) continue;
    const [control] = controls.get(paragraph.index) ?? [];
    filled.set(name, control === undefined ? lineOf(paragraph, file) : contentOf(control));
  }
  return filled;
}

function contentOf({ kind, checked, empty, text }: WordControl): string {
  if (kind === 'checkbox') return checked === true || ticked(text) ? '☒' : '☐';
  return empty ? '' : withoutPrompt(text);
}

/** Where a program lost the controls, their words stand in the line alone. */
function lineOf(paragraph: WordParagraph, file: WordFile): string {
  return withoutPrompt(wordsIn(paragraph, file, () => true));
}

function ticked(text: string): boolean {
  return /^\s*[☒☑✓✔✗✘xX](?:\s|$)/u.test(text);
}

function answersOf(
  filled: ReadonlyMap<string, string>,
  fields: ReadonlyMap<string, Field>,
): Record<string, FormAnswer> {
  const answers: Record<string, FormAnswer> = {};
  for (const [name, { question, row, choice }] of fields) {
    const text = filled.get(name) ?? '';
    const { id } = question;
    if (choice === undefined) {
      if (text !== '' && !/^[☐☒☑]/u.test(text)) answers[id] = freeAnswer(question, text);
    } else if (ticked(text)) answers[id] = chosen(question, { row, choice, before: answers[id] });
  }
  return answers;
}

/** What was written, or chosen in a list that drops down. */
function freeAnswer(question: Question, text: string): FormAnswer {
  const { type, choices } = question;
  if (type === 'one-of') return choices.find(({ code, label }) => label === text || code === text)?.code ?? text;
  return numberOrWords(question, text);
}

interface Chosen {
  readonly row: string | undefined;
  readonly choice: string;
  readonly before: FormAnswer | undefined;
}

/** Of one-of the first box that is ticked counts, as in the order of the form. */
function chosen({ type }: Question, { row, choice, before }: Chosen): FormAnswer {
  if (row !== undefined) {
    const rows = typeof before === 'object' && !Array.isArray(before) ? (before as Record<string, string>) : {};
    return { ...rows, [row]: rows[row] ?? choice };
  }
  if (type === 'several-of') return [...(Array.isArray(before) ? (before as string[]) : []), choice];
  if (before !== undefined) return before;
  return type === 'scale' ? Number(choice) : choice;
}
