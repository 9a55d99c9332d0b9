import type { Process } from '../model/process.ts';
import { type Script, scriptsOf } from '../text/language.ts';

/** The language most written in a script, for texts that do not say theirs. */
const LANGUAGES: readonly (readonly [Script, string])[] = [
  ['Hiragana', 'ja'],
  ['Katakana', 'ja'],
  ['Hangul', 'ko'],
  ['Han', 'zh'],
  ['Arabic', 'ar'],
  ['Hebrew', 'he'],
  ['Cyrillic', 'ru'],
  ['Greek', 'el'],
  ['Thai', 'th'],
  ['Devanagari', 'hi'],
  ['Bengali', 'bn'],
  ['Tamil', 'ta'],
  ['Ethiopic', 'am'],
];

/** A quarter of the letters: more than quotations and names bring. */
const SHARE = 0.25;

/** How much of a text is looked at. */
const SAMPLE = 20_000;

/**
 * Language of a text by its script; English where it tells none.
 *
 * @param source Any text.
 */
export function languageByScript(source: string): string {
  const sample = source.slice(0, SAMPLE);
  const scripts = new Set(scriptsOf(sample));
  const letters = count(sample, /\p{L}/gu);
  const found = LANGUAGES.find(
    ([script]) => scripts.has(script) && count(sample, new RegExp(`\\p{Script=${script}}`, 'gu')) > letters * SHARE,
  );
  return found?.[1] ?? 'en';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The process of a text that belongs to none: nothing is numbered, and nothing is said of it that it does not say itself.
 *
 * @param title What it is called.
 * @param language BCP 47.
 */
export function plainProcess(title: string, language: string): Process {
  return {
    penholder: 1,
    title,
    language,
    stages: [],
    text: '.',
    style: { numbering: 'none', cover: false, contents: false, watermark: false },
  };
}
