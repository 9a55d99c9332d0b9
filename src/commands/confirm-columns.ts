import type { GuessedColumns } from '../model/contracts.ts';
import { COMMENT_ROLES, MATRIX_ROLES, type Mapping, type NamedMapping, SURVEY_ROLES } from '../model/mapping.ts';
import { escapeTerminal } from '../text/escape-terminal.ts';
import type { Ask } from './ask.ts';
import type { CommandContext } from './context.ts';

/** What each role means to whoever confirms it. */
const MEANINGS: Readonly<Record<string, string>> = {
  open: 'open: answers in words, an input each',
  choice: 'choice: one of several answers, counted',
  choices: 'choices: several answers, counted',
  number: 'number: counted in a survey, the number of the comment in a matrix',
  date: 'date: counted by month',
  id: 'id: tells submissions apart, and is not kept',
  received: 'received: when it came in, and is not kept',
  consent: 'consent: rows that say no are left out',
  language: 'language of the answers',
  translation: 'translation of another column',
  organisation: 'organisation: who comments',
  comment: 'comment: an input each',
  change: 'change: what the comment proposes',
  section: 'section it is about',
  paragraph: 'paragraph, figure or table it is about',
  page: 'page',
  line: 'line',
  kind: 'kind: type of comment',
  keep: 'keep: put below the comment as it is',
  ref: 'ref: which input is answered',
  key: 'key: tells what was changed since the export',
  text: 'text: what was said, which is not taken back',
  decision: 'decision: what became of the input',
  reason: 'reason: why',
  observation: 'observation: decision and reason in one cell',
  'reason-child': 'reason in words for children',
  passages: 'passages: ids of what was changed',
  'duplicate-of': 'duplicate of: the input answered in its place',
  'deferred-to': 'deferred to: a stage or round',
  decisions: 'decisions of the core group that it rests on',
  by: 'by: who decided',
  reaction: 'reaction of the contributor',
  'reaction-date': 'date of the reaction',
  'reaction-words': 'words of the reaction',
  ignore: 'ignore: not part of the answer',
  drop: 'drop: leave out (people, devices, places, times)',
};

/**
 * Has columns confirmed, one question each, with the guess as the answer that is there already.
 *
 * @param guessed What was guessed, file by file.
 * @param context The terminal.
 * @returns Mappings as confirmed; undefined where there is nobody to ask or nothing to confirm.
 */
export async function confirmColumns(
  guessed: readonly GuessedColumns[],
  context: CommandContext,
): Promise<readonly NamedMapping[] | undefined> {
  if (guessed.length === 0 || !context.terminal.interactive) return undefined;
  const { ask } = await import('./ask.ts');
  const confirmed: NamedMapping[] = [];
  for (const one of guessed) {
    const answers = await ask(questionsFor(one), {}, context);
    confirmed.push({ name: one.guess.name, mapping: answered(one.guess.mapping, answers) });
  }
  return confirmed;
}

const ROLES = { survey: SURVEY_ROLES, comments: COMMENT_ROLES, responses: MATRIX_ROLES } as const satisfies Readonly<
  Record<Mapping['kind'], readonly string[]>
>;

function questionsFor({ file, guess, samples }: GuessedColumns): readonly Ask[] {
  const roles: readonly string[] = ROLES[guess.mapping.kind];
  return guess.mapping.columns.map(({ column, as }, index) => {
    const seen = (samples[index] ?? []).map((value) => `"${value}"`).join(', ');
    return {
      name: `column${index}`,
      message: escapeTerminal(`${file}: the column "${column.slice(0, 60)}"${seen === '' ? '' : ` (${seen})`}?`),
      flag: '--yes',
      choices: roles.map((value) => ({ value, name: MEANINGS[value] ?? value })),
      fallback: as,
    };
  });
}

/** The mapping with the roles that were chosen; what only the guessed role needed goes with it. */
function answered(mapping: Mapping, answers: Readonly<Record<string, string>>): Mapping {
  const columns = mapping.columns.map((column, index) => {
    const as = answers[`column${index}`] ?? column.as;
    return as === column.as ? column : { column: column.column, as };
  });
  return { ...mapping, columns } as Mapping;
}
