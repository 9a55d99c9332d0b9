import type { QuestionType } from '../../model/questionnaire.ts';
import type { Comparison, Condition } from './condition.ts';

const TOKEN =
  /\s*(?:\$\{\s*(?<name>[^{}\s]+)\s*\}|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<number>-?\d+(?:\.\d+)?)(?![\w.])|(?<word>[A-Za-z][\w-]*)|(?<sign>!=|<=|>=|[=<>(),]))/uy;

/** One piece of an XPath expression that this reader knows. */
interface Token {
  readonly type: 'name' | 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
}

/** One side of a comparison. */
type Side = { readonly name: string } | { readonly value: string };

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const MAX_DEPTH = 50;

/**
 * Reads the relevance of a survey form as a condition.
 *
 * @param xpath An expression with `${question}` for questions.
 * @param typeOf Type of a question where it is known: with several answers, `=` asks for exactly one of them, which
 *   conditions cannot say.
 * @returns What the language of conditions cannot say whole is kept whole, as `xpath(…)`.
 */
export function xpathToCondition(xpath: string, typeOf?: (id: string) => QuestionType | undefined): Condition {
  const tokens = tokenise(xpath);
  const read = tokens === undefined ? undefined : new Reader(tokens, typeOf).whole();
  return read ?? { kind: 'xpath', expression: xpath.replace(/\s+/gu, ' ').trim() };
}

function tokenise(xpath: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = xpath.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { name, single, double, number, word, sign } = groups;
    if (name !== undefined) tokens.push({ type: 'name', text: name });
    else if (number !== undefined) tokens.push({ type: 'number', text: number });
    else if (word !== undefined) tokens.push({ type: 'word', text: word });
    else if (sign !== undefined) tokens.push({ type: 'sign', text: sign });
    else tokens.push({ type: 'text', text: single ?? double ?? '' });
  }
  return tokens;
}

/** What a method has begun and cannot finish fails the whole, which then stays XPath. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #typeOf: (id: string) => QuestionType | undefined;
  #next = 0;
  #depth = 0;
  #failed = false;

  constructor(tokens: readonly Token[], typeOf: ((id: string) => QuestionType | undefined) | undefined) {
    this.#tokens = tokens;
    this.#typeOf = typeOf ?? (() => undefined);
  }

  whole(): Condition | undefined {
    const condition = this.#joined('or');
    return !this.#failed && this.#next === this.#tokens.length ? condition : undefined;
  }

  #fail(): undefined {
    this.#failed = true;
    return undefined;
  }

  #joined(kind: 'and' | 'or'): Condition | undefined {
    const part = () => (kind === 'or' ? this.#joined('and') : this.#simple());
    const conditions = [part()];
    while (this.#take('word', kind)) conditions.push(part());
    const known = conditions.filter((one) => one !== undefined);
    if (known.length < conditions.length) return undefined;
    return known.length === 1 ? known[0] : { kind, conditions: known };
  }

  #simple(): Condition | undefined {
    if (this.#failed || ++this.#depth > MAX_DEPTH) return this.#fail();
    const condition = this.#enclosed() ?? this.#negation() ?? this.#selection() ?? this.#comparison();
    this.#depth--;
    return condition;
  }

  #enclosed(): Condition | undefined {
    if (!this.#take('sign', '(')) return undefined;
    const condition = this.#joined('or');
    return this.#take('sign', ')') ? condition : this.#fail();
  }

  #negation(): Condition | undefined {
    if (this.#failed || !this.#take('word', 'not')) return undefined;
    const condition = this.#enclosed();
    return condition === undefined ? this.#fail() : { kind: 'not', condition };
  }

  #selection(): Condition | undefined {
    if (this.#failed || !this.#take('word', 'selected')) return undefined;
    const name = this.#take('sign', '(') ? this.#side() : undefined;
    const value = this.#take('sign', ',') ? this.#side() : undefined;
    if (name === undefined || value === undefined || !this.#take('sign', ')')) return this.#fail();
    if (!('name' in name) || !('value' in value) || value.value === '') return this.#fail();
    // Of one answer, survey forms may ask in both ways.
    const type = this.#typeOf(name.name);
    return type === 'one-of' || type === 'yes-no'
      ? { kind: 'compare', question: name.name, operator: '=', value: value.value }
      : { kind: 'includes', question: name.name, value: value.value };
  }

  #comparison(): Condition | undefined {
    if (this.#failed) return undefined;
    const left = this.#side();
    const operator = this.#takeAny(['=', '!=', '<', '<=', '>', '>=']);
    const right = operator === undefined ? undefined : this.#side();
    if (left === undefined || operator === undefined || right === undefined) return this.#fail();
    if ('name' in left && 'value' in right) return this.#compared(left.name, operator, right.value);
    if ('value' in left && 'name' in right) return this.#compared(right.name, MIRRORED[operator], left.value);
    return this.#fail();
  }

  #compared(question: string, operator: Comparison, value: string): Condition | undefined {
    if (value === '' && operator === '!=') return { kind: 'answered', question };
    if (value === '' && operator === '=') return { kind: 'not', condition: { kind: 'answered', question } };
    if (value === '' || this.#typeOf(question) === 'several-of') return this.#fail();
    return { kind: 'compare', question, operator, value };
  }

  /** A question, or a value: a text, a number, `date('2022-10-28')`. */
  #side(): Side | undefined {
    const token = this.#tokens[this.#next];
    if (token === undefined) return undefined;
    this.#next++;
    if (token.type === 'name') return { name: token.text };
    if (token.type === 'text' || token.type === 'number') return { value: token.text };
    return token.type === 'word' && token.text === 'date' ? this.#date() : undefined;
  }

  #date(): Side | undefined {
    if (!this.#take('sign', '(')) return undefined;
    const side = this.#tokens[this.#next]?.type === 'text' ? this.#side() : undefined;
    if (side === undefined || !('value' in side) || !/^\d{4}-\d{2}-\d{2}$/u.test(side.value)) return undefined;
    return this.#take('sign', ')') ? side : undefined;
  }

  #take(type: Token['type'], text: string): boolean {
    const token = this.#tokens[this.#next];
    const isIt = token?.type === type && token.text === text;
    if (isIt) this.#next++;
    return isIt;
  }

  #takeAny(signs: readonly Comparison[]): Comparison | undefined {
    return signs.find((sign) => this.#take('sign', sign));
  }
}
