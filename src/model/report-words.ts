/** The words of the reports on a consultation, in the six languages of the United Nations. */

import { REPORT_AR } from './labels/reports/ar.ts';
import { REPORT_EN } from './labels/reports/en.ts';
import { REPORT_ES } from './labels/reports/es.ts';
import { REPORT_FR } from './labels/reports/fr.ts';
import { REPORT_RU } from './labels/reports/ru.ts';
import type { Counted, ReportWords } from './labels/reports/words-type.ts';
import { REPORT_ZH } from './labels/reports/zh.ts';
import { fill, type Labels, labels } from './labels.ts';

export type { PassageWords, ReachWords, ReportWords } from './labels/reports/words-type.ts';

const BY_LANGUAGE: Readonly<Record<Labels['language'], ReportWords>> = {
  en: REPORT_EN,
  fr: REPORT_FR,
  es: REPORT_ES,
  ar: REPORT_AR,
  ru: REPORT_RU,
  zh: REPORT_ZH,
};

/**
 * Gives the words for a language; English where there are none for it.
 *
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function reportWords(language: string): ReportWords {
  return BY_LANGUAGE[labels(language).language];
}

/** Words with their number: `1 consultation`, `3 consultations`. */
export function withNumber(
  words: Counted,
  number: number,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return fill(number === 1 ? words.one : words.other, { n: number, ...more });
}
