import type { Process } from '../../model/process.ts';
import type { Method } from '../../model/vocabulary.ts';
import type { RequiredKey } from '../consultation-note/note-front-matter.ts';
import { guessDate, roundsAt } from './guess-date.ts';
import { slug } from './slug.ts';

/** What a guess can go by. */
export interface GuessClues {
  /** Name of the file as given. */
  readonly name: string;
  /** Front matter as far as it is known. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Text of the note after its front matter. */
  readonly body: string;
  readonly process: Process;
}

/** Words in names and titles that tell how a consultation was held; the first that fits counts. */
const METHOD_WORDS: readonly (readonly [RegExp, Method])[] = [
  [/\b(?:interview|entretien|entrevista)/u, 'interview'],
  [/\b(?:survey|questionnaire|poll|enquête|encuesta)/u, 'survey'],
  [/\b(?:telco|teleconference|webinar|online|virtual|zoom|call|en-ligne)/u, 'online-discussion'],
  [/\b(?:submission|statement|letter|comments?|reply|written|contribution)/u, 'written-input'],
  [/\b(?:minutes|meeting|workshop|roundtable|focus-group|réunion|reunión|taller)/u, 'in-person-discussion'],
];

const GUESSES: Readonly<Record<RequiredKey, (clues: GuessClues) => string | undefined>> = {
  round: guessRound,
  date: guessDate,
  method: guessMethod,
  group: guessGroup,
};

/**
 * The best guess at a key that a note lacks.
 *
 * @param key The key.
 * @param clues What is known.
 * @returns Undefined where nothing points to a value.
 */
export function guess(key: RequiredKey, clues: GuessClues): string | undefined {
  return GUESSES[key](clues);
}

/** The only round there is, or the one whose time the consultation falls in. */
function guessRound({ data, process, name, body }: GuessClues): string | undefined {
  const rounds = process.rounds ?? [];
  if (rounds.length <= 1) return rounds[0]?.id;
  const date = typeof data.date === 'string' ? data.date : guessDate({ name, body, process });
  if (date === undefined) return undefined;
  const fitting = roundsAt(date, process);
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

function guessMethod({ name, data }: GuessClues): string | undefined {
  const foreign = (data.foreign ?? {}) as Record<string, unknown>;
  const words = slug([name, data.title, foreign.layout, foreign.type].filter(Boolean).join(' ').slice(0, 500), 600);
  return METHOD_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'written-input';
}

/** The only group there is, or the one the file's name or title names. */
function guessGroup({ name, data, process }: GuessClues): string | undefined {
  const groups = process.groups ?? [];
  if (groups.length <= 1) return groups[0]?.id;
  const words = `-${slug([name, data.title, data.from].filter(Boolean).join(' ').slice(0, 500), 600)}-`;
  const named = groups.filter(({ id, title }) => [id, title].some((one) => words.includes(`-${slug(one)}-`)));
  return named.length === 1 ? named[0]?.id : undefined;
}
