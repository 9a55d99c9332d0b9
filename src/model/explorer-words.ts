import type { ExplorerData } from './explorer.ts';
import { EXPLORER_AR } from './labels/explorer/ar.ts';
import { EXPLORER_EN } from './labels/explorer/en.ts';
import { EXPLORER_ES } from './labels/explorer/es.ts';
import { EXPLORER_FR } from './labels/explorer/fr.ts';
import { EXPLORER_RU } from './labels/explorer/ru.ts';
import type { ExplorerWords } from './labels/explorer/words-type.ts';
import { EXPLORER_ZH } from './labels/explorer/zh.ts';

export type { ExplorerWords } from './labels/explorer/words-type.ts';

const BY_LANGUAGE: ReadonlyMap<string, ExplorerWords> = new Map([
  ['en', EXPLORER_EN],
  ['fr', EXPLORER_FR],
  ['es', EXPLORER_ES],
  ['ar', EXPLORER_AR],
  ['ru', EXPLORER_RU],
  ['zh', EXPLORER_ZH],
]);

/**
 * The words of the explorer in a language; English where there are none for it.
 *
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function explorerWords(language: string): ExplorerWords {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return BY_LANGUAGE.get(primary) ?? EXPLORER_EN;
}

/** What the script of the explorer finds in its page. */
export interface ExplorerEmbed {
  /** Dates are written out in the language of the page. */
  readonly data: ExplorerData;
  readonly words: ExplorerWords;
  /** What kinds of input are called. */
  readonly kinds: Readonly<Record<string, string>>;
  /** What comes between a label and what it labels. */
  readonly colon: string;
}
