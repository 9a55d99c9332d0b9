import type { Document, DocumentMeta } from '../../model/document.ts';
import { fill, formatDate, type Labels, labels } from '../../model/labels.ts';
import { directionOf } from '../../text/language.ts';
import { typstLanguage } from './language.ts';
import { type Literal, literal } from './source.ts';

/** Families to set with, from the first choice to the last resort. */
export interface Stacks {
  readonly serif: readonly string[];
  readonly sans: readonly string[];
  readonly mono: readonly string[];
}

const PAPER = { a4: 'a4', 'us-letter': 'us-letter', a5: 'a5' } as const;

/** Size in points by paper. */
const SIZE = { a4: 10.5, 'us-letter': 10.5, a5: 9.5 } as const;

/** Sizes for readers who need it, in points: of the text, and the least of anything. */
const READING = {
  'large-print': { size: 18, least: 18, spacing: 1.3, leading: 0.8 },
  'easy-read': { size: 16, least: 14, spacing: 1.6, leading: 1 },
} as const;

/** Scripts with tall or dense letters need more room between lines. */
const LEADING: Readonly<Record<string, { leading: number; spacing: number; larger: number }>> = {
  ar: { leading: 0.6, spacing: 1.05, larger: 1.5 },
  fa: { leading: 0.6, spacing: 1.05, larger: 1.5 },
  ur: { leading: 0.6, spacing: 1.05, larger: 1.5 },
  zh: { leading: 0.85, spacing: 1.2, larger: 0 },
  ja: { leading: 0.85, spacing: 1.2, larger: 0 },
};
const PLAIN = { leading: 0.64, spacing: 1.02, larger: 0 };

/**
 * Writes the settings module: everything about a document that is not its text.
 * @param document the Document
 * @param stacks font families
 * @param logo name Typst knows the logo by
 * @param printable puts visible replacements where no font has a character
 */
export function emitSettings(
  document: Document,
  stacks: Stacks,
  logo: string | undefined,
  printable: (text: string) => string,
): string {
  const { meta } = document;
  const words = labels(meta.language);
  const { lang, region } = typstLanguage(meta.language);
  const rhythm = LEADING[lang] ?? PLAIN;
  const { reading } = meta.style;
  const wanted = reading === undefined ? undefined : READING[reading];
  const values: { [name: string]: Literal } = {
    ...stacks,
    title: meta.title,
    authors: meta.authors,
    lang,
    region: region ?? null,
    rtl: meta.direction === 'rtl' || directionOf(meta.language) === 'rtl',
    paper: PAPER[meta.style.paper],
    size: (wanted?.size ?? SIZE[meta.style.paper]) + rhythm.larger,
    leading: Math.max(rhythm.leading, wanted?.leading ?? 0),
    spacing: Math.max(rhythm.spacing, wanted?.spacing ?? 0),
    reading: reading ?? null,
    least: wanted?.least ?? null,
    'line-numbers': meta.style.lineNumbers,
    watermark: meta.style.watermark ?? null,
    logo: logo ?? null,
    ...wording(meta, words),
  };
  const define = (name: string, value: Literal): string => `#let ${name} = ${literal(cleaned(value, printable))}\n`;
  // Facts change with every commit. Standing apart, they make the compiler set one page anew and not all that use a setting.
  return define('settings', values) + define('about', factsOf(meta, words));
}

function wording(meta: DocumentMeta, words: Labels): { readonly [name: string]: Literal } {
  const markings = markingsOf(meta, words);
  return {
    contents: words.contents,
    'has-cover': meta.style.cover,
    symbol: meta.symbol ?? '',
    kind: kindOf(meta) ?? null,
    subtitle: meta.subtitle ?? null,
    notices: [...markings, ...(meta.notice === undefined ? [] : [meta.notice])],
    markings: [...(meta.notice === undefined ? [] : [meta.notice]), ...markings],
    head: [meta.title, [meta.symbol, kindOf(meta)].filter((part) => part !== undefined && part !== '').join(' · ')],
    pages: pageWords(words),
  };
}

/** What stands on the cover and on every page so that nobody takes the text for more than it is. */
function markingsOf(meta: DocumentMeta, words: Labels): string[] {
  const embargo = meta.embargo;
  return [
    ...(meta.notForCitation ? [words.draftNotForCitation] : []),
    ...(embargo === undefined ? [] : [fill(words.embargoedUntil, { date: formatDate(embargo, meta.language) })]),
    ...(meta.distribution === 'public' ? [] : [words.distribution[meta.distribution]]),
  ];
}

/** `Zero draft`; with the stage before it where the kind does not name it: `Zero draft – change log`. */
function kindOf(meta: DocumentMeta): string | undefined {
  const stage = meta.stage?.title;
  if (stage === undefined) return meta.kind === '' ? undefined : meta.kind;
  const [kind, named] = [meta.kind.toLowerCase(), stage.toLowerCase()];
  if (named.includes(kind)) return stage;
  return kind.includes(named) ? meta.kind : `${stage} – ${meta.kind}`;
}

function factsOf(meta: DocumentMeta, words: Labels): string[][] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.date, meta.date === undefined ? undefined : formatDate(meta.date.slice(0, 10), meta.language)],
    [words.version, meta.version],
    [words.authors, meta.authors.length === 0 ? undefined : meta.authors.join('\n')],
  ];
  return facts.flatMap(([word, value]) => (value === undefined ? [] : [[`${word}${words.colon}`, value]]));
}

/** `Page {n} of {of}` cut at its numbers; Typst puts those in. */
function pageWords(words: Labels): string[] {
  const [before = '', rest = ''] = words.pageOf.split('{n}');
  const [between = '', after = ''] = rest.split('{of}');
  return [before, between, after];
}

function cleaned(value: Literal, printable: (text: string) => string): Literal {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map((item: Literal) => cleaned(item, printable));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cleaned(item, printable)]));
}
