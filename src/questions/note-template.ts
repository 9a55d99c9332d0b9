import { guideWords } from '../model/guide-labels.ts';
import { fill } from '../model/labels.ts';
import type { Process } from '../model/process.ts';
import type { Question, Questionnaire } from '../model/questionnaire.ts';
import { INPUT_KINDS } from '../model/vocabulary.ts';
import { numberQuestions } from './number-questions.ts';

/**
 * A consultation note to be filled in: its headings are the questions, so that what stands below them is taken in with
 * what it answers.
 *
 * @param questionnaire In the language the note is written in.
 * @param process Whose codebook the tags come from.
 * @param frontMatter Text between the lines of hyphens; they are put around it where it has none.
 * @returns Markdown of the whole file.
 */
export function noteTemplate(questionnaire: Questionnaire, process: Process, frontMatter: string): string {
  const words = guideWords(questionnaire.language);
  const head = frontMatter
    .trim()
    .replace(/^---\n/u, '')
    .replace(/\n---$/u, '');
  return [`---\n${head}\n---`, words.neverWrite, howTo(process), noteHeadings(questionnaire)].join('\n\n');
}

/** The same for every note; as a comment, so that it is no input. */
function howTo({ codebook = {} }: Process): string {
  const codes = Object.entries(codebook).flatMap(([dimension, { values }]) =>
    values.slice(0, 1).map(({ id }) => `#${dimension}/${id}`),
  );
  const kinds = INPUT_KINDS.map((kind) => `#${kind}`).join(' ');
  return [
    '<!-- Every list item or paragraph under a heading is one input, and will be answered. End it with its kind:',
    `${kinds}${codes.length === 0 ? '' : `, and codes such as ${codes.join(', ')}`}. -->`,
  ].join('\n');
}

/** Questions as headings, each with an empty item to write in; what can be chosen stands by as a comment. */
export function noteHeadings(questionnaire: Questionnaire): string {
  const numbers = numberQuestions(questionnaire);
  return questionnaire.questions
    .filter(({ id }) => numbers.numberOf(id) !== undefined)
    .map((question) => noteHeading(question, questionnaire.language))
    .join('\n');
}

function noteHeading(question: Question, language: string): string {
  const title = `## ${escapeHeading(question.text)} {#${question.id}}\n`;
  const help = helpFor(question, language);
  const comment = help === '' ? '' : `\n<!-- ${help} -->\n`;
  return question.type === 'group' ? `${title}${comment}` : `${title}${comment}\n- \n`;
}

function helpFor(question: Question, language: string): string {
  const words = guideWords(language);
  const numbered = question.type === 'scale';
  const choices = question.choices.map(({ label, code }) => (numbered ? `${code} ${label}` : label || code));
  const rows = question.rows.map(({ label, code }) => label || code);
  const parts = [
    ...(question.repeated ? [words.repeat] : []),
    ...(rows.length === 0 ? [] : [`${words.rows}: ${rows.join(' · ')}`]),
    ...(choices.length === 0 ? [] : [`${words.answers}: ${choices.join(' · ')}`]),
    ...(question.type === 'scale' && question.max !== undefined
      ? [fill(words.scale, { min: question.min ?? 1, max: question.max })]
      : []),
  ];
  // Two hyphens would end the comment.
  return parts.join('; ').replace(/-{2,}/gu, '–').replace(/\s+/gu, ' ');
}

/** The text of a question comes without its Markdown; what could be read as such is escaped. */
function escapeHeading(text: string): string {
  return text.replace(/[\\`*_[\]<>{}#]/gu, String.raw`\$&`);
}
