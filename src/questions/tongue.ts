import type { BlockContent } from 'mdast';
import type { GuideContext } from './guide-options.ts';

/**
 * Marks what stands in the source language because nobody has translated it, so that it is set and read as what it is.
 *
 * @param blocks As they are printed.
 * @param original The same in the source language; the very same blocks where there is no translation.
 */
export function inTongue(
  blocks: readonly BlockContent[],
  original: readonly BlockContent[] | undefined,
  context: GuideContext,
): readonly BlockContent[] {
  const { source, questionnaire } = context;
  if (blocks !== original || source.language === questionnaire.language) return blocks;
  return blocks.map((block) => ({ ...block, data: { ...block.data, language: source.language } }) as BlockContent);
}

/** The language of a question's words where that is not the language of the whole. */
export function tongueOf(id: string, text: string, { source, questionnaire }: GuideContext): { language?: string } {
  if (source.language === questionnaire.language) return {};
  const original = source.questions.find((question) => question.id === id);
  return original?.text === text ? { language: source.language } : {};
}
