import type { BlockContent } from 'mdast';
import type { Document, FieldGroup, FillIn, Section } from '../model/document.ts';
import { fill, formatDate } from '../model/labels.ts';
import type { Question, QuestionnaireSet } from '../model/questionnaire.ts';
import { accommodations, factList, promise, reasons } from './about.ts';
import { conditionInWords, conditionOf } from './condition-words.ts';
import { fieldOf } from './fields.ts';
import { type GuideContext, type GuideOptions, guideContext, guideMeta } from './guide-options.ts';
import { heading, list, paragraph, phrasing, section, strong } from './nodes.ts';
import { isNote, shownOf } from './number-questions.ts';
import { questionSections } from './question-sections.ts';
import { inTongue, tongueOf } from './tongue.ts';

/** Name of the field in which consent is given; no question can have it. */
const CONSENT = '$consent';

/** Lines of room for an open answer. */
const ROOM = 6;

/**
 * The questionnaire as people fill it in themselves: on paper, in the PDF, or in the page on their screen.
 *
 * @param set The questionnaire in all its languages.
 * @param options Language, style, process, and what the caller knows of the file.
 */
export function selfCompletion(set: QuestionnaireSet, options: GuideOptions): Document {
  const context = guideContext(set, options);
  const { words } = context;
  const sections: readonly (Section | undefined)[] = [
    about(context),
    consent(context),
    ...questionSections(context, {
      title: words.questions,
      facilitator: false,
      show: (question, depth) => askedQuestion(question, depth, context),
    }),
    ending(context),
  ];
  return {
    root: { type: 'root', children: sections.filter((one) => one !== undefined) },
    meta: { ...guideMeta(context, options, words.questionnaire), form: fillIn(context) },
  };
}

function fillIn({ questionnaire }: GuideContext): FillIn {
  const { id, frontMatter } = questionnaire;
  const { version, contact } = frontMatter;
  return {
    questionnaire: id,
    group: frontMatter.group,
    round: frontMatter.round,
    ...(version !== undefined && { version: String(version) }),
    ...(contact !== undefined && { contact }),
  };
}

function about(context: GuideContext): Section {
  const { words, questionnaire, labels } = context;
  const { duration } = questionnaire.frontMatter;
  const offered = accommodations(context);
  return section(words.about, [
    ...inTongue(questionnaire.introduction, context.source.introduction, context),
    ...reasons(context),
    ...(duration === undefined ? [] : factList([[words.duration, duration]], context).map((each) => paragraph(each))),
    ...(offered.length === 0
      ? []
      : [paragraph([strong(`${words.accommodations}${labels.colon.trimEnd()}`)]), ...offered]),
    paragraph(words.noNames, 'notice'),
  ]);
}

/** Consent is asked first; who says no is asked nothing else. */
function consent(context: GuideContext): Section | undefined {
  const { words, labels, questionnaire, safeguarded } = context;
  const { consent: consentWords, assent } = questionnaire.frontMatter;
  const asked = safeguarded ? (assent ?? consentWords) : consentWords;
  if (asked === undefined) return undefined;
  const title = safeguarded ? words.assent : words.consent;
  const group: FieldGroup = {
    type: 'fieldGroup',
    name: CONSENT,
    kind: 'question',
    children: [
      paragraph(asked),
      {
        type: 'formField',
        name: CONSENT,
        kind: 'choice',
        named: true,
        required: true,
        choices: [
          { value: 'yes', label: labels.yes },
          { value: 'no', label: labels.no },
        ],
        children: phrasing(title),
      },
    ],
  };
  return section(title, [group]);
}

function askedQuestion(question: Question, depth: 2 | 3 | 4, context: GuideContext): FieldGroup {
  const { numbers, words } = context;
  const original = context.source.questions.find(({ id }) => id === question.id);
  const condition = conditionOf(question);
  const isGroup = question.type === 'group' || isNote(question);
  const inner = shownOf(question.questions).map((each) => askedQuestion(each, depth === 2 ? 3 : 4, context));
  const children: BlockContent[] = [
    heading(depth, question.text, {
      id: question.id,
      ...(isNote(question) ? {} : { label: `${numbers.numberOf(question.id) ?? ''}.` }),
      ...tongueOf(question.id, question.text, context),
    }),
    ...(condition === undefined
      ? []
      : [onPaper(fill(words.answerIf, { condition: conditionInWords(condition, context) }))]),
    ...inTongue(question.hint, original?.hint, context),
    ...(question.repeated ? [onPaper(words.repeatSheet)] : []),
    ...inner,
    ...(isNote(question) ? [] : fieldOf(question, context, { lines: ROOM })),
  ];
  return {
    type: 'fieldGroup',
    name: question.id,
    kind: isGroup ? (question.repeated ? 'repeat' : 'group') : 'question',
    ...(condition !== undefined && { shownIf: condition }),
    children,
  };
}

/** What a screen does by itself has to be said on paper. */
function onPaper(words: string): BlockContent {
  return paragraph([{ type: 'emphasis', children: phrasing(words) }], 'paper');
}

function ending(context: GuideContext): Section {
  const { words, questionnaire } = context;
  const { deadline, contact } = questionnaire.frontMatter;
  const sentences = [
    ...(deadline === undefined ? [] : [fill(words.returnBy, { date: formatDate(deadline, questionnaire.language) })]),
    ...(contact === undefined ? [] : [fill(words.returnTo, { contact })]),
    words.script.thanks,
    ...promise(context),
  ];
  return section(words.closing, [sentences.length > 1 ? list(sentences) : paragraph(sentences.join(' '))]);
}
