import type { Question } from '../../model/questionnaire.ts';

/** Codes as LimeSurvey takes them: letters and digits, no longer than its tables. */
export interface LimeCodes {
  /** Code of a question, by id. */
  readonly question: (id: string) => string;
  /** Code of an answer, at most five characters. */
  readonly answer: (id: string, code: string) => string;
  /** Code of a row, or of one of several answers. */
  readonly row: (id: string, code: string) => string;
}

const LONGEST_QUESTION = 20;
const LONGEST_ANSWER = 5;

/**
 * Gives every question, answer and row a code of its own, near the one it has.
 *
 * @param questions All questions.
 * @param reserved Codes of questions that are taken.
 */
export function limeCodes(questions: readonly Question[], reserved: readonly string[]): LimeCodes {
  const ids = questions.map(({ id }) => id);
  const names = shortCodes(ids, LONGEST_QUESTION, { letter: 'q', taken: reserved });
  const answers = new Map(
    questions.map(({ id, choices, min, max }) => {
      const steps = choices.length > 0 || min === undefined || max === undefined ? [] : numbers(min, max);
      const codes = [...choices.map(({ code }) => code), ...steps];
      return [id, shortCodes(codes, LONGEST_ANSWER, { letter: '', taken: [] })] as const;
    }),
  );
  const rows = new Map(
    questions.map(({ id, rows: own, choices }) => {
      const codes = (own.length > 0 ? own : choices).map(({ code }) => code);
      return [id, shortCodes(codes, LONGEST_QUESTION, { letter: 'r', taken: [] })] as const;
    }),
  );
  return {
    question: (id) => names.get(id) ?? id,
    answer: (id, code) => answers.get(id)?.get(code) ?? code,
    row: (id, code) => rows.get(id)?.get(code) ?? code,
  };
}

/** Whole numbers from one to another, at most a hundred. */
export function numbers(min: number, max: number): readonly string[] {
  return Array.from({ length: Math.min(100, Math.max(0, max - min + 1)) }, (_, index) => String(min + index));
}

interface CodeRules {
  /** Put before a code that begins with something else than a letter. */
  readonly letter: string;
  readonly taken: readonly string[];
}

function shortCodes(
  codes: readonly string[],
  longest: number,
  { letter, taken }: CodeRules,
): ReadonlyMap<string, string> {
  const used = new Set(taken.map((code) => code.toLowerCase()));
  const given = new Map<string, string>();
  for (const [index, code] of codes.entries()) {
    if (given.has(code)) continue;
    const bare = code.replace(/[^A-Za-z0-9]/gu, '');
    const clean = (/^[A-Za-z]/u.test(bare) ? bare : letter + bare).slice(0, longest);
    // Case does not tell codes apart in every database; a minus must not vanish from a number.
    const fits = clean !== '' && !used.has(clean.toLowerCase()) && !/^-\d/u.test(code);
    const short = fits ? clean : numbered(letter === '' ? 'A' : letter, index + 1, { longest, used });
    used.add(short.toLowerCase());
    given.set(code, short);
  }
  return given;
}

function numbered(
  letter: string,
  start: number,
  { longest, used }: { readonly longest: number; readonly used: ReadonlySet<string> },
): string {
  for (let number = start; ; number += 1) {
    const code = letter + String(number).padStart(Math.min(3, longest - 1), '0');
    if (!used.has(code.toLowerCase())) return code;
  }
}
