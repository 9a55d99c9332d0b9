import { AR } from './change-words/ar.ts';
import type { ChangeWords } from './change-words/change-words-type.ts';
import { EN } from './change-words/en.ts';
import { ES } from './change-words/es.ts';
import { FR } from './change-words/fr.ts';
import { RU } from './change-words/ru.ts';
import { ZH } from './change-words/zh.ts';

export type { ChangeWords } from './change-words/change-words-type.ts';

const BY_LANGUAGE: ReadonlyMap<string, ChangeWords> = new Map([
  ['en', EN],
  ['fr', FR],
  ['es', ES],
  ['ar', AR],
  ['ru', RU],
  ['zh', ZH],
]);

/**
 * The words of change logs in a language; English where there are none for it.
 *
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function changeWords(language: string): ChangeWords {
  return BY_LANGUAGE.get(language.toLowerCase().split('-')[0] ?? '') ?? EN;
}
