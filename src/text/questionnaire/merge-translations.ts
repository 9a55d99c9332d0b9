import type { BlockContent, PhrasingContent } from 'mdast';
import { byCodePoint } from '../../model/order.ts';
import type {
  Choice,
  Question,
  Questionnaire,
  QuestionnairePart,
  QuestionnaireSet,
} from '../../model/questionnaire.ts';
import { fingerprintWords } from '../fingerprint.ts';

/**
 * Puts the languages of each questionnaire together.
 *
 * @param questionnaires As read, in any order.
 * @param language Language of the process; the source language where no translation says what it was made from.
 * @returns In order of id; translations in order of language.
 */
export function questionnaireSets(
  questionnaires: readonly Questionnaire[],
  language?: string,
): readonly QuestionnaireSet[] {
  const byId = new Map<string, Questionnaire[]>();
  for (const one of questionnaires) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([id, versions]) => {
      const source = sourceOf(versions, language);
      if (source === undefined) return [];
      const translations = versions
        .filter((one) => one !== source)
        .sort((a, b) => byCodePoint(a.language, b.language) || byCodePoint(a.file, b.file));
      return [{ id, source, translations }];
    });
}

/** What translations say they were made from, else the language of the process, else English, else the first. */
function sourceOf(versions: readonly Questionnaire[], language: string | undefined): Questionnaire | undefined {
  const named = versions.flatMap(({ frontMatter }) => frontMatter.translation?.from ?? []);
  const originals = versions.filter(({ frontMatter }) => frontMatter.translation === undefined);
  const ordered = [...originals, ...versions].sort((a, b) => Number(isTranslation(a)) - Number(isTranslation(b)));
  for (const wanted of [...named, language, 'en']) {
    const found = ordered.find((one) => one.language === wanted);
    if (found !== undefined) return found;
  }
  return [...ordered].sort(
    (a, b) => Number(isTranslation(a)) - Number(isTranslation(b)) || byCodePoint(a.file, b.file),
  )[0];
}

function isTranslation({ frontMatter }: Questionnaire): boolean {
  return frontMatter.translation !== undefined;
}

/**
 * A questionnaire in one language: the texts of the translation, everything else from the source language.
 *
 * @param set A questionnaire in all its languages.
 * @param language One of them; any other gives the source.
 * @returns What has not been translated stands in the source language, so that nothing is left out.
 */
export function inLanguage({ source, translations }: QuestionnaireSet, language: string): Questionnaire {
  const translation = translations.find((one) => one.language === language);
  if (translation === undefined) return source;
  const byId = new Map(translation.questions.map((question) => [question.id, question]));
  const merge = (question: Question): Question => mergeQuestion(question, byId.get(question.id), merge);
  const parts = source.parts.map((part, index) =>
    mergePart(part, partFor(part, index, { source, translation }), merge),
  );
  return {
    ...translation,
    frontMatter: { ...source.frontMatter, ...translation.frontMatter },
    introduction: either(translation.introduction, source.introduction),
    parts,
    questions: parts.flatMap(({ questions }) => allOf(questions)),
  };
}

/** Questions in order, those of groups behind their group. */
function allOf(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => [question, ...allOf(question.questions)]);
}

function mergeQuestion(
  source: Question,
  translated: Question | undefined,
  merge: (question: Question) => Question,
): Question {
  if (translated === undefined) return { ...source, questions: source.questions.map(merge) };
  return {
    ...source,
    text: translated.text === '' ? source.text : translated.text,
    line: translated.line,
    hint: either(translated.hint, source.hint),
    probes: either(translated.probes, source.probes),
    facilitator: either(translated.facilitator, source.facilitator),
    activity: either(translated.activity, source.activity),
    choices: mergeChoices(source.choices, translated.choices),
    rows: mergeChoices(source.rows, translated.rows),
    form: { ...source.form, ...translated.form },
    questions: source.questions.map(merge),
  };
}

function mergeChoices(source: readonly Choice[], translated: readonly Choice[]): readonly Choice[] {
  return source.map((choice) => {
    const { label, line } = translated.find(({ code }) => code === choice.code) ?? choice;
    return { ...choice, label: label === '' ? choice.label : label, line };
  });
}

function mergePart(
  source: QuestionnairePart,
  translated: QuestionnairePart | undefined,
  merge: (question: Question) => Question,
): QuestionnairePart {
  const questions = source.questions.map(merge);
  if (translated === undefined) return { ...source, questions };
  return {
    ...source,
    title: translated.title === '' ? source.title : translated.title,
    line: translated.line,
    body: either(translated.body, source.body),
    facilitator: either(translated.facilitator, source.facilitator),
    questions,
  };
}

/** Parts have no ids: those of translations are known by their questions, or by their number where all are there. */
function partFor(
  { questions }: QuestionnairePart,
  index: number,
  { source, translation }: { readonly source: Questionnaire; readonly translation: Questionnaire },
): QuestionnairePart | undefined {
  if (source.parts.length === translation.parts.length) return translation.parts[index];
  const ids = new Set(questions.map(({ id }) => id));
  return translation.parts.find((part) => part.questions.some(({ id }) => ids.has(id)));
}

function either<T>(translated: readonly T[], source: readonly T[]): readonly T[] {
  return translated.length > 0 ? translated : source;
}

/**
 * Fingerprint of all words of a question that are translated. It changes when any of them does, and not with layout.
 *
 * @param question A question in the source language.
 */
export function questionFingerprint(question: Question): string {
  const { text, hint, probes, facilitator, activity, choices, rows } = question;
  const labels = [...choices, ...rows].map(({ label }) => label);
  return fingerprintWords({
    type: 'root',
    children: [...[text, ...labels].map(paragraph), ...hint, ...probes.map(spoken), ...facilitator, ...activity],
  } as Parameters<typeof fingerprintWords>[0]);
}

function paragraph(value: string): BlockContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function spoken(children: readonly PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: [...children] };
}

/** Under this name stands the fingerprint of what is translated besides the questions. */
export const FRAME = 'frame';

/** Keys of front matter that people read. */
const FRAME_KEYS = [
  ...(['title', 'notice', 'purpose', 'how-inputs-are-used', 'who-sees-the-data', 'right-to-withdraw'] as const),
  ...(['consent', 'assent', 'duration', 'publication', 'feedback-how'] as const),
];

/**
 * Fingerprint of what is translated besides the questions: front matter that people read, introduction and parts.
 *
 * @param questionnaire In the source language.
 */
export function frameFingerprint({ frontMatter, introduction, parts }: Questionnaire): string {
  const texts = [...FRAME_KEYS.map((key) => frontMatter[key] ?? ''), ...(frontMatter.accommodations ?? [])];
  const ofParts = parts.flatMap(({ title, body, facilitator }) => [paragraph(title), ...body, ...facilitator]);
  return fingerprintWords({
    type: 'root',
    children: [...texts.map(paragraph), ...introduction, ...ofParts],
  } as Parameters<typeof fingerprintWords>[0]);
}
