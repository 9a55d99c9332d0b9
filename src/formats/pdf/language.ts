import { directionOf } from '../../text/language.ts';
import type { Context } from './context.ts';
import { around, literal, type SourceLine } from './source.ts';

/** What Typst calls a language: its code, and the region where there is one. */
export interface TypstLanguage {
  readonly lang: string;
  readonly region: string | undefined;
}

/**
 * Splits a BCP 47 tag as Typst wants it.
 * @param tag such as `fr`, `pt-BR`, `zh-Hans`; anything else counts as English
 */
export function typstLanguage(tag: string): TypstLanguage {
  const [primary = '', ...rest] = tag.split('-');
  const lang = /^[a-z]{2,3}$/iu.test(primary) ? primary.toLowerCase() : 'en';
  const region = rest.find((part) => /^[a-z]{2}$/iu.test(part))?.toUpperCase();
  return { lang, region };
}

/**
 * Wraps a block in its own language, so that it is hyphenated, read aloud and set in its direction.
 * @param language BCP 47, where it differs from that of the document
 * @param lines of the block
 * @param context for the document's language
 */
export function languageWrapper(language: string | undefined, lines: SourceLine[], context: Context): SourceLine[] {
  if (language === undefined || language === context.meta.language || lines.length === 0) return lines;
  const { lang } = typstLanguage(language);
  const head = `tongue-block(${literal(lang)},${literal(directionOf(language))},`;
  const last = lines.length - 1;
  const inner = lines.map((line, index) => (index === last ? { ...line, text: `${line.text},` } : line));
  return around(head, inner, lines[0]?.place);
}
