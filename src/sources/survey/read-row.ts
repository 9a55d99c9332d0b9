import type { TableRow } from '../../files/table-row.ts';
import type { PersonalDataKind } from '../../text/personal-data.ts';
import { cellWords } from '../tables/cell-markdown.ts';
import { sureKind } from '../tables/held-rows.ts';
import { fold } from './fold.ts';
import type { OpenAnswer, PlannedColumn, RowAnswers, SurveyPlan, SurveyQuestion } from './survey-types.ts';

/** What came of one row: its answers, the cell that says who somebody is, or nothing for want of consent. */
export type RowReading =
  | { readonly answers: RowAnswers }
  | { readonly personal: { readonly column: number; readonly kind: PersonalDataKind } }
  | 'no-consent';

/** Answers that refuse to take part, in the languages of the United Nations. */
const NO = new Set(['no', 'n', '0', 'false', 'disagree', 'not-given', 'non', 'нет', 'لا', '否', '不']);
const TRUE = new Set(['1', 'true', 'yes', 'x', 'y']);
const FALSE = new Set(['0', 'false', 'no', 'n']);
/** Longest answer that is still looked up as a code or label. */
const LONGEST_CODE = 300;

/** Reads rows by a plan. */
export class RowReader {
  readonly #plan: SurveyPlan;
  /** Questions of which some columns tell of one answer each; what sums them up is passed over. */
  readonly #detailed: ReadonlySet<SurveyQuestion>;
  /** Translations, by the column they translate. */
  readonly #translations: ReadonlyMap<number, number>;
  /** Whether free values of closed questions identify somebody; they come again and again. */
  readonly #known = new Map<string, PersonalDataKind | undefined>();

  constructor(plan: SurveyPlan) {
    this.#plan = plan;
    const detailed = plan.columns
      .filter(({ choice }) => choice !== undefined)
      .flatMap(({ question }) => question ?? []);
    this.#detailed = new Set(detailed);
    this.#translations = new Map(
      plan.columns.flatMap(({ as, of }, index) => (as === 'translation' && of !== undefined ? [[of, index]] : [])),
    );
  }

  /**
   * What a row says.
   *
   * @param row The row.
   * @param respondent Id made from it.
   */
  read({ cells }: TableRow, respondent: string): RowReading {
    const open: OpenAnswer[] = [];
    const closed = new Map<SurveyQuestion, string[]>();
    let language: string | undefined;
    let received: string | undefined;
    for (const [index, column] of this.#plan.columns.entries()) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      const text = cell.trim();
      if (column.as === 'consent' && NO.has(fold(text))) return 'no-consent';
      if (column.as === 'language') language = text.slice(0, 35);
      else if (column.as === 'received') received = dayOf(text) ?? received;
      if (column.question === undefined || text === '') continue;
      const kind = this.#take({ column, text, index, cells, respondent }, open, closed);
      if (kind !== undefined) return { personal: { column: index, kind } };
    }
    const said = language === undefined ? open : open.map((one) => ({ language, ...one }));
    const answers = { respondent, open: said, closed: [...closed] };
    return { answers: received === undefined ? answers : { ...answers, received } };
  }

  /** Takes the answer of one cell; tells what in it identifies a person. */
  #take(cell: Cell, open: OpenAnswer[], closed: Map<SurveyQuestion, string[]>): PersonalDataKind | undefined {
    const { column, text } = cell;
    const { question } = column;
    if (question === undefined) return undefined;
    if (column.as === 'open') return this.#takeOpen(cell, question, open);
    const { values, words } = this.#closedValues(column, question, text);
    if (values.length > 0) closed.set(question, [...(closed.get(question) ?? []), ...values]);
    const personal = question.labels.size > 0 ? undefined : values.map((value) => this.#kindOf(value)).find(Boolean);
    if (personal !== undefined || words === undefined) return personal;
    // What the list of answers does not have was written by somebody.
    return this.#takeOpen({ ...cell, text: words }, question, open);
  }

  #takeOpen({ text, index, cells, respondent }: Cell, question: SurveyQuestion, open: OpenAnswer[]) {
    const personal = sureKind(text);
    if (personal !== undefined) return personal;
    const at = this.#translations.get(index);
    const translated = at === undefined ? '' : (cells[at] ?? '').trim();
    const words = cellWords(translated === '' ? text : translated);
    if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
    if (translated === '') {
      open.push({ respondent, question, text });
      return undefined;
    }
    const translation = this.#plan.columns[at ?? -1]?.by ?? 'human';
    open.push({ respondent, question, text: translated, translation, original: text });
    return sureKind(translated);
  }

  #closedValues(column: PlannedColumn, question: SurveyQuestion, text: string): Values {
    if (column.choice !== undefined) {
      const folded = fold(text);
      if (TRUE.has(folded)) return { values: [column.choice] };
      return FALSE.has(folded) ? { values: [] } : { values: [column.choice], words: text };
    }
    if (column.as === 'choices') return this.#detailed.has(question) ? { values: [] } : several(column, question, text);
    if (column.as !== 'choice') return { values: [text] };
    const code = codeOf(question, text);
    if (code !== undefined) return { values: [code] };
    return question.labels.size === 0 ? { values: [text] } : { values: [], words: text };
  }

  #kindOf(value: string): PersonalDataKind | undefined {
    if (!this.#known.has(value) && this.#known.size < 10_000) this.#known.set(value, sureKind(value));
    return this.#known.has(value) ? this.#known.get(value) : sureKind(value);
  }
}

interface Cell {
  readonly column: PlannedColumn;
  readonly text: string;
  readonly index: number;
  readonly cells: readonly string[];
  readonly respondent: string;
}

interface Values {
  /** Codes, or values where codes are not known. */
  readonly values: readonly string[];
  /** What is no code and no label: words of the respondent. */
  readonly words?: string;
}

function codeOf({ codes, labels }: SurveyQuestion, text: string): string | undefined {
  if (text.length > LONGEST_CODE) return undefined;
  return codes.get(fold(text)) ?? (labels.has(text) ? text : undefined);
}

/** Several answers in one cell: between separators, or codes and labels one after another with spaces between them. */
function several({ separator }: PlannedColumn, question: SurveyQuestion, text: string): Values {
  if (separator !== undefined && separator.trim() !== '') return cut(question, text.split(separator));
  if (question.labels.size === 0) return cut(question, separator === undefined ? [text] : text.split(/\s+/u));
  const words = text.split(/\s+/u);
  const values: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestAt(question, words, at);
    const code = length === 0 ? undefined : codeOf(question, words.slice(at, at + length).join(' '));
    if (code === undefined) rest.push(words[at] ?? '');
    else values.push(code);
    at += Math.max(1, length);
  }
  return rest.length === 0 ? { values } : { values, words: rest.join(' ') };
}

/** How many words from here are the longest code or label there is. */
function longestAt(question: SurveyQuestion, words: readonly string[], at: number): number {
  for (let length = Math.min(20, words.length - at); length > 0; length -= 1) {
    if (codeOf(question, words.slice(at, at + length).join(' ')) !== undefined) return length;
  }
  return 0;
}

function cut(question: SurveyQuestion, parts: readonly string[]): Values {
  const filled = parts.map((part) => part.trim()).filter(Boolean);
  const codes = filled.map((part) => codeOf(question, part) ?? part);
  if (question.labels.size === 0) return { values: codes };
  const words = codes.filter((code) => !question.labels.has(code));
  const values = codes.filter((code) => question.labels.has(code));
  return words.length === 0 ? { values } : { values, words: words.join('; ') };
}

function dayOf(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0];
}
