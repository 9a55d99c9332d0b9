import type { Direction } from '../model/document.ts';

/** Languages written from right to left where no script is given. */
const RTL_LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc arz ckb dv fa he iw ks lrc mzn nqo ps pnb prs rhg sd syr ug ur yi'.split(' '),
);
/** Scripts written from right to left, ISO 15924 in lower case. */
const RTL_SCRIPTS: ReadonlySet<string> = new Set('adlm arab aran hebr mand mend nkoo rohg samr syrc thaa'.split(' '));

/**
 * Direction in which a language is written.
 *
 * @param language BCP 47, such as `ar`, `az-Arab`, `zh-Hans`. The script decides where one is named.
 */
export function directionOf(language: string): Direction {
  const [primary = '', ...rest] = language.toLowerCase().split(/[-_]/u);
  const script = rest.find((part) => /^[a-z]{4}$/u.test(part));
  if (script !== undefined) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RTL_LANGUAGES.has(primary) ? 'rtl' : 'ltr';
}

/** Scripts told apart, as Unicode names them. */
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Ethiopic',
  'Armenian',
  'Georgian',
  'Tibetan',
  'Mongolian',
  'Thaana',
  'Syriac',
  'Nko',
  'Tifinagh',
  'Cherokee',
] as const;
/** A script, as Unicode names it. */
export type Script = (typeof SCRIPTS)[number];

const PATTERNS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
/** Nothing but these needs no look at each pattern. */
const LATIN_ONLY = /^[\t-\u024F\u2000-\u206F]*$/u;

/**
 * Scripts a text is written in, in a fixed order; digits and punctuation belong to none.
 *
 * @param text Any text.
 */
export function scriptsOf(text: string): Script[] {
  if (LATIN_ONLY.test(text)) return /\p{Script=Latin}/u.test(text) ? ['Latin'] : [];
  return PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([script]) => script);
}
