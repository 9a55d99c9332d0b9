import type { Comparison, Condition, ConditionReading } from './condition.ts';

/** A word, a sign, or a whole `xpath(…)`; where it begins. */
interface Token {
  readonly type: 'word' | 'sign' | 'xpath' | 'end';
  readonly text: string;
  /** In quotes: never a word of the language. */
  readonly quoted: boolean;
  readonly at: number;
}

/** What stops reading: a sentence, and the place it is about. */
class Wrong extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const SPACE = /\s*/uy;
const QUOTED = /"((?:[^"\\]|\\.)*)"|“([^“”]*)”/uy;
const WORD = /-\d[\d.]*|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_./-]|:(?=[\p{L}\p{N}]))*/uy;
const SIGN = /!=|<=|>=|[=<>()≠≤≥]/uy;
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
};
/** Parentheses that may be open at once. */
const MAX_DEPTH = 50;

/**
 * Reads a condition such as `q2 = yes and (q3 includes other or q4 >= 3)`.
 *
 * @param text As it stands behind `shown-if:`.
 * @returns The condition; or a sentence on what is wrong, and the character it is about.
 */
export function parseCondition(text: string): ConditionReading {
  try {
    const reader = new Reader(tokenise(text));
    return { condition: reader.whole() };
  } catch (error) {
    if (error instanceof Wrong) return { error: error.message, at: error.at };
    throw error;
  }
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const { token, end } = tokenAt(text, at);
    tokens.push(token);
    at = skip(text, end);
  }
  return [...tokens, { type: 'end', text: '', quoted: false, at: text.length }];
}

function skip(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number): { readonly token: Token; readonly end: number } {
  const quoted = matchAt(QUOTED, text, at);
  if (quoted) {
    const value = quoted[1]?.replace(/\\(.)/gsu, '$1') ?? quoted[2] ?? '';
    return { token: { type: 'word', text: value, quoted: true, at }, end: at + quoted[0].length };
  }
  const word = matchAt(WORD, text, at)?.[0];
  if (word?.toLowerCase() === 'xpath' && text[skip(text, at + word.length)] === '(') return xpathAt(text, at);
  if (word !== undefined) return { token: { type: 'word', text: word, quoted: false, at }, end: at + word.length };
  const sign = matchAt(SIGN, text, at)?.[0];
  if (sign !== undefined) return { token: { type: 'sign', text: sign, quoted: false, at }, end: at + sign.length };
  throw new Wrong(
    text[at] === '"'
      ? 'A quotation mark is opened but never closed.'
      : `"${String.fromCodePoint(text.codePointAt(at) ?? 0)}" means nothing in a condition; put values that are more than one word between quotation marks.`,
    at,
  );
}

/** Takes `xpath(…)` up to its own closing parenthesis; those inside quotes do not count. */
function xpathAt(text: string, start: number): { readonly token: Token; readonly end: number } {
  const from = text.indexOf('(', start) + 1;
  let depth = 1;
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) {
      return { token: { type: 'xpath', text: text.slice(from, at), quoted: false, at: start }, end: at + 1 };
    }
  }
  throw new Wrong('The parenthesis of xpath( is never closed.', start);
}

/** Reads tokens from left to right: `or` binds loosest, then `and`, then `not`. */
class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Condition {
    if (this.#peek().type === 'end') throw new Wrong('There is no condition.', 0);
    const condition = this.#joined('or');
    const { type, text, at } = this.#peek();
    if (type === 'end') return condition;
    if (text === ')') throw new Wrong('This parenthesis was never opened.', at);
    throw new Wrong(`"${text.slice(0, 40)}" stands where "and", "or" or the end was expected.`, at);
  }

  #joined(kind: 'and' | 'or'): Condition {
    const part = (): Condition => (kind === 'or' ? this.#joined('and') : this.#negated());
    const conditions = [part()];
    while (this.#takeWord(kind)) conditions.push(part());
    const [only] = conditions;
    return conditions.length === 1 && only !== undefined ? only : { kind, conditions };
  }

  #negated(): Condition {
    if (!this.#takeWord('not')) return this.#simple();
    return this.#deeper(() => ({ kind: 'not', condition: this.#negated() }));
  }

  #simple(): Condition {
    const token = this.#take();
    if (token.type === 'xpath') return { kind: 'xpath', expression: token.text.trim() };
    if (token.text === '(' && token.type === 'sign') return this.#deeper(() => this.#enclosed(token));
    if (token.type !== 'word') {
      const found = token.type === 'end' ? 'The condition ends' : `"${token.text}" stands`;
      throw new Wrong(`${found} where the id of a question was expected.`, token.at);
    }
    return this.#about(token);
  }

  #enclosed(opening: Token): Condition {
    const condition = this.#joined('or');
    const closing = this.#take();
    if (closing.type === 'sign' && closing.text === ')') return condition;
    if (closing.type === 'end') throw new Wrong('A parenthesis is opened but never closed.', opening.at);
    throw new Wrong(`"${closing.text.slice(0, 40)}" stands where ")" was expected.`, closing.at);
  }

  /** `q answered`, `q includes x`, `q = x`, and the same with `not` in between. */
  #about({ text: question }: Token): Condition {
    if (this.#takeWord('not')) return { kind: 'not', condition: this.#predicate(question) };
    const operator = COMPARISONS[this.#peek().text];
    if (this.#peek().type !== 'sign' || operator === undefined) return this.#predicate(question);
    this.#take();
    return { kind: 'compare', question, operator, value: this.#value(operator) };
  }

  #predicate(question: string): Condition {
    if (this.#takeWord('answered')) return { kind: 'answered', question };
    if (this.#takeWord('includes')) return { kind: 'includes', question, value: this.#value('includes') };
    const signs = '=, !=, <, <=, >, >=, "includes" or "answered"';
    throw new Wrong(`After "${question.slice(0, 40)}" there must be ${signs}.`, this.#peek().at);
  }

  #value(after: string): string {
    const { type, text, at } = this.#take();
    if (type === 'word') return text;
    throw new Wrong(`After "${after}" there must be the code of a choice, or a number.`, at);
  }

  #deeper(read: () => Condition): Condition {
    if (++this.#depth > MAX_DEPTH) throw new Wrong('Too many parentheses stand inside each other.', this.#peek().at);
    const condition = read();
    this.#depth--;
    return condition;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { type: 'end', text: '', quoted: false, at: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next++;
    return token;
  }

  #takeWord(word: string): boolean {
    const { type, text, quoted } = this.#peek();
    const isIt = type === 'word' && !quoted && text.toLowerCase() === word;
    if (isIt) this.#next++;
    return isIt;
  }
}
