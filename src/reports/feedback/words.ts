/** The words of letters to contributors, in the six languages of the United Nations. */
import { labels } from '../../model/labels.ts';
import { AR_FEEDBACK } from './words/ar.ts';
import { EN_FEEDBACK } from './words/en.ts';
import { ES_FEEDBACK } from './words/es.ts';
import { FR_FEEDBACK } from './words/fr.ts';
import { RU_FEEDBACK } from './words/ru.ts';
import type { FeedbackWords } from './words/words-type.ts';
import { ZH_FEEDBACK } from './words/zh.ts';

export type { FeedbackWords, LetterWords } from './words/words-type.ts';

const BY_LANGUAGE: Readonly<Record<ReturnType<typeof labels>['language'], FeedbackWords>> = {
  en: EN_FEEDBACK,
  fr: FR_FEEDBACK,
  es: ES_FEEDBACK,
  ar: AR_FEEDBACK,
  ru: RU_FEEDBACK,
  zh: ZH_FEEDBACK,
};

/**
 * Gives the words for a language; English where there are none for it.
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function feedbackWords(language: string): FeedbackWords {
  return BY_LANGUAGE[labels(language).language];
}
