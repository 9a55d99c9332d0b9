/** The words of guides, questionnaires, forms and note templates, in the six languages of the United Nations. */
import { AR_GUIDE } from './labels/guide/ar.ts';
import { EN_GUIDE } from './labels/guide/en.ts';
import { ES_GUIDE } from './labels/guide/es.ts';
import { FR_GUIDE } from './labels/guide/fr.ts';
import type { GuideWords } from './labels/guide/guide-type.ts';
import { RU_GUIDE } from './labels/guide/ru.ts';
import { ZH_GUIDE } from './labels/guide/zh.ts';
import { labels } from './labels.ts';

export type { GuideWords } from './labels/guide/guide-type.ts';

const BY_LANGUAGE: Readonly<Record<ReturnType<typeof labels>['language'], GuideWords>> = {
  en: EN_GUIDE,
  fr: FR_GUIDE,
  es: ES_GUIDE,
  ar: AR_GUIDE,
  ru: RU_GUIDE,
  zh: ZH_GUIDE,
};

/**
 * Gives the words for a language; English where there are none for it.
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function guideWords(language: string): GuideWords {
  return BY_LANGUAGE[labels(language).language];
}
