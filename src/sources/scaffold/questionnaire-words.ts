import { z } from 'zod';
import { readYaml } from '../../text/yaml.ts';

/** `words.yaml` of a language of the templates. */
const wordsSchema = z.object({
  list: z.tuple([z.string(), z.string()]),
  minutes: z.string(),
  'minutes-at-most': z.string(),
  subject: z.string(),
  'subject-children': z.string(),
  terms: z.record(z.string(), z.string()),
});

/** Words that the program puts between what the process says, in one language. */
export type QuestionnaireWords = z.infer<typeof wordsSchema>;

/**
 * Reads the words of a language.
 *
 * @param source Text of `words.yaml`.
 * @param file Its path, for the message.
 * @throws RangeError where it does not hold: a fault of the templates.
 */
export function readQuestionnaireWords(source: string, file: string): QuestionnaireWords {
  const { data, error } = wordsSchema.safeParse(readYaml(source, file).value);
  if (data === undefined) throw new RangeError(`${file} does not hold: ${error?.message ?? ''}`);
  return data;
}

/**
 * A title as it stands inside a sentence: with a small letter, unless it begins with an acronym or a name in capitals.
 *
 * @param title A title.
 */
export function inSentence(title: string): string {
  const [first = '', ...rest] = [...title];
  const [second = '', third = ''] = rest;
  const isName = /\p{Lu}/u.test(second) || !/\p{L}/u.test(`${second}${third}`) || /^\S+ \p{Lu}/u.test(title);
  return isName ? title : first.toLowerCase() + rest.join('');
}

/** `a, b and c`. */
export function listed(items: readonly string[], [comma, and]: QuestionnaireWords['list']): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)}${and}${items.at(-1) ?? ''}`;
}
