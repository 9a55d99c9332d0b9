import type { Input, NoteFrontMatter } from '../../model/consultation-note.ts';
import type { Process } from '../../model/process.ts';
import type { Tail } from './tail.ts';
import { isBefore, spanOf } from './when.ts';

/** Attributes that tell of an input's speaker, language and time, and narrow nothing. */
export const TELLING: readonly string[] = ['lang', 'respondent', 'translation', 'late', 'literal', 'passage', 'guess'];

/**
 * What the attributes of an input say beside who may see it: whose it is, whether it is a translation, whether it is late.
 *
 * @param tails Ends of its paragraphs.
 * @param context Its note and the process, which tell when the round ended.
 */
export function telling(
  tails: readonly Pick<Tail, 'attributes'>[],
  context: { readonly frontMatter: NoteFrontMatter; readonly process: Process },
): Pick<Input, 'respondent' | 'translation' | 'late' | 'passages' | 'guesses'> {
  const find = (key: string) => tails.find(({ attributes }) => attributes[key])?.attributes[key];
  const [respondent, translation] = [find('respondent'), find('translation')];
  const late = find('late') === 'yes' || isLate(context.frontMatter, context.process);
  return {
    ...((translation === 'human' || translation === 'machine') && { translation }),
    ...(respondent !== undefined && { respondent }),
    ...(late && { late }),
    ...idsOf('passages', find('passage')),
    ...idsOf('guesses', find('guess')),
  };
}

function idsOf(key: 'passages' | 'guesses', value: string | undefined): Pick<Input, 'passages' | 'guesses'> {
  const ids = (value ?? '').split(/[\s,]+/u).filter((id) => id !== '');
  return ids.length === 0 ? {} : { [key]: ids };
}

/** Whether a note came in after its round had ended. Of a survey each respondent counts, not the last one. */
export function isLate({ round, date, received, method }: NoteFrontMatter, process: Process): boolean {
  const declared = process.rounds?.find(({ id }) => id === round);
  const when = declared?.actual ?? declared?.planned;
  const end = when === undefined ? undefined : spanOf(when).to;
  return end !== undefined && isBefore(end, method === 'survey' ? date : (received ?? date));
}
