import type { IngestedNote, SourceContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { convertNote } from '../ingest/convert.ts';
import { cellLine, cellMarkdown } from '../tables/cell-markdown.ts';
import type { OpenAnswer, SurveyQuestion, SurveyQuestionnaire } from './survey-types.ts';
import { countLines, type Tallies, type Tally } from './tally.ts';

/** What a survey came to. */
export interface SurveyResult {
  readonly questions: readonly SurveyQuestion[];
  readonly tallies: Tallies;
  /** How many respondents there are. */
  readonly total: number;
  /** Answers in words; empty where they are kept in files of their own. */
  readonly open: readonly OpenAnswer[];
  /** How many answers are kept beside the note. */
  readonly beside: number;
  /** Days on which answers came in, as far as the file says. */
  readonly first?: string;
  readonly last?: string;
  readonly languages: readonly string[];
  /** Ids made from filled forms, where the note says which it counts. */
  readonly respondents?: readonly string[];
}

/** What a note is made with. */
export interface SurveyNoteContext {
  readonly context: SourceContext;
  readonly sha256: string;
  readonly set: SurveyQuestionnaire | undefined;
  /** Title where there is no questionnaire: the name of the sheet. */
  readonly title?: string;
  readonly findings: readonly Finding[];
}

/**
 * The consultation note of a survey: counts of its closed questions, and under each open one its answers, an input each.
 *
 * @param result What the survey came to.
 * @param made What the note is made with.
 */
export function surveyNote(result: SurveyResult, made: SurveyNoteContext): IngestedNote {
  // Whichever of them the note ends up with, it may be of children.
  const groups = [made.context.defaults.group, made.set?.[0].frontMatter.group];
  const hideSmall = groups.some((group) => group !== undefined && isOfChildren(group, made.context));
  const text = [
    overview(result, hideSmall),
    ...result.questions.flatMap((question) => countsOf(question, result, hideSmall)),
    ...result.questions.flatMap((question) => answersTo(question, result)),
  ].join('\n\n');
  const said = {
    ...whatItSays(result, made, hideSmall),
    participants: { total: participants(result.total, hideSmall) },
  };
  const { context, sha256, findings } = made;
  return convertNote({ text: `\n${text}\n`, sha256, context, findings, said });
}

/** Whether few respondents must not be told apart: groups that are safeguarded, and those that say they are children. */
function isOfChildren(group: unknown, { process }: SourceContext): boolean {
  const declared = process.groups?.find(({ id }) => id === group);
  if (declared?.safeguarding !== undefined) return declared.safeguarding !== 'not-required';
  return /child|youth|adolescent|young|girl|boy|enfant|niñ/iu.test(`${String(group)} ${declared?.title ?? ''}`);
}

function participants(total: number, hideSmall: boolean): number | '<5' {
  return hideSmall && total < 5 ? '<5' : total;
}

function whatItSays(
  { first, last, languages, respondents }: SurveyResult,
  { set, title, context }: SurveyNoteContext,
  monthOnly: boolean,
) {
  const front = set?.[0].frontMatter;
  const name = front?.title ?? title;
  return {
    ...(name !== undefined && { title: name }),
    ...(front !== undefined && { questionnaire: set?.[0].id, group: front.group, round: front.round }),
    ...(context.defaults.method === undefined && { method: 'survey' }),
    ...(context.defaults.date === undefined && first !== undefined && { date: first.slice(0, 7) }),
    ...(context.defaults.received === undefined &&
      last !== undefined && { received: monthOnly ? last.slice(0, 7) : last }),
    ...(front?.attribution !== undefined && { attribution: front.attribution }),
    ...(front?.quote !== undefined && { quote: front.quote }),
    ...(languages.length > 0 && { languages }),
    ...(respondents !== undefined && { respondents }),
  };
}

function overview({ total, open, beside }: SurveyResult, hideSmall: boolean): string {
  const shown = hideSmall && total < 5 ? 'fewer than 5' : String(total);
  const inputs = open.length + beside;
  const where = beside === 0 ? 'below' : 'in the folder of inputs beside this note';
  return `A survey with ${shown} ${total === 1 && !hideSmall ? 'respondent' : 'respondents'}. Closed questions are counted here; ${inputs === 1 ? 'the one answer' : `the ${inputs} answers`} in words ${inputs === 1 ? 'is' : 'are'} ${where}, each an input.`;
}

function countsOf(question: SurveyQuestion, { tallies }: SurveyResult, hideSmall: boolean): readonly string[] {
  const tally = tallies.of(question);
  if (tally === undefined) return [];
  const title = `**${cellLine(question.text)}**`;
  if (question.kind === 'number' && tally.counts.size > 12) return [`${title}: ${summary(tally, hideSmall)}`];
  const lines = countLines(question, tally, hideSmall).map(({ answer, count }) => `| ${cellLine(answer)} | ${count} |`);
  const others = tally.others === 0 ? [] : [`| (other answers) | ${tally.others} |`];
  return [title, ['| Answer | Respondents |', '| --- | --- |', ...lines, ...others].join('\n')];
}

/** Numbers with many values; the least and the greatest are single respondents' and not told where these are children. */
function summary({ answered, sum, min, max }: Tally, hideSmall: boolean): string {
  const mean = Number((sum / Math.max(1, answered)).toPrecision(4));
  const range = hideSmall ? '' : `, from ${min} to ${max}`;
  return hideSmall && answered < 5
    ? 'answered by fewer than 5.'
    : `answered by ${answered}; ${mean} on average${range}.`;
}

function answersTo(question: SurveyQuestion, { open }: SurveyResult): readonly string[] {
  const answers = open.filter((answer) => answer.question === question);
  if (answers.length === 0) return [];
  const id = question.id === undefined ? '' : ` {#${question.id}}`;
  return [`## ${cellLine(question.text)}${id}`, answers.map(answerItem).join('\n')];
}

function answerItem({ text, respondent, language, translation, original, late }: OpenAnswer): string {
  const attributes = [
    `respondent="${respondent}"`,
    ...(language === undefined ? [] : [`lang="${language.replace(/[^\p{L}\p{N} _-]/gu, '')}"`]),
    ...(translation === undefined ? [] : [`translation="${translation}"`]),
    ...(late === true ? ['late="yes"'] : []),
  ].join(' ');
  const [first = '', ...rest] = cellMarkdown(text, '  ').split('\n\n');
  const more = [...rest.map((one) => one.trim()), ...originalWords(original)];
  return `- ${first} {${attributes}}${more.map((paragraph) => `\n\n  ${paragraph}`).join('')}`;
}

function originalWords(original: string | undefined): readonly string[] {
  return original === undefined ? [] : [`Original: ${cellMarkdown(original, '  ')}`];
}
