import type { Token } from './tokens.ts';

const NUMERAL = /^\p{N}+(?:[.,]\p{N}+)*$/u;
const LETTER_OR_ROMAN = /^(?:\p{L}|[ivxlc]+)$/iu;
const CLOSING: ReadonlySet<string> = new Set(['.', ')', ':', '、', '．', '）']);
const OPENING: ReadonlySet<string> = new Set(['(', '（']);

function isMark(token: Token | undefined): boolean {
  return token?.kind === 'word' && (NUMERAL.test(token.key) || LETTER_OR_ROMAN.test(token.key));
}

/**
 * How many tokens at the start of a passage are a number that its author typed: `4.5.1.`, `(a)`, `12)`, `IV.`
 *
 * Such a number says where a passage stands, not what it says.
 *
 * @param tokens tokens of one passage
 */
export function typedNumber(tokens: readonly Token[]): number {
  const opened = OPENING.has(tokens[0]?.key ?? '') ? 1 : 0;
  const mark = tokens[opened];
  if (!mark || !isMark(mark)) return 0;
  const closed = CLOSING.has(tokens[opened + 1]?.key ?? '') && tokens[opened + 1]?.lead === '';
  // Without a sign only numbers of several parts are certain: "4.2 Scope", but not "12 participants".
  const certain = closed || (opened === 0 && /[.]/u.test(mark.key) && NUMERAL.test(mark.key));
  const end = opened + (closed ? 2 : 1);
  return certain && (opened === 0 || closed) && end < tokens.length ? end : 0;
}
