import type { BlockContent } from 'mdast';
import type { Document, Section } from '../model/document.ts';
import { fill } from '../model/labels.ts';
import type { Question, QuestionnaireSet } from '../model/questionnaire.ts';
import { accommodations, guideFacts, promise, reasons } from './about.ts';
import { type GuideContext, type GuideOptions, guideContext, guideMeta } from './guide-options.ts';
import { guideQuestion } from './guide-question.ts';
import { box, check, list, paragraph, section } from './nodes.ts';
import { questionSections } from './question-sections.ts';
import { runningOrderBlocks } from './running-order.ts';
import { inTongue } from './tongue.ts';

/**
 * The guide a facilitator holds: what to check before, what to say, when to do what, every question with what helps to
 * ask it and room to write, what to promise at the end, and how to hand the note back.
 *
 * @param set The questionnaire in all its languages.
 * @param options Language, style, process, and what the caller knows of the file.
 */
export function interviewGuide(set: QuestionnaireSet, options: GuideOptions): Document {
  const context = guideContext(set, options);
  const sections: readonly (Section | undefined)[] = [
    about(context),
    safeguarding(context),
    disclosure(context),
    listed(context.words.accommodations, accommodations(context)),
    listed(context.words.materials, materials(context)),
    listed(context.words.runningOrder, runningOrderBlocks(context)),
    opening(context),
    consent(context),
    ...questionSections(context, {
      title: context.words.questions,
      facilitator: true,
      show: (question, depth) => guideQuestion(question, depth, context),
    }),
    closing(context),
    afterwards(context),
  ];
  return {
    root: { type: 'root', children: sections.filter((one) => one !== undefined) },
    meta: guideMeta(context, options, context.words.guide),
  };
}

function listed(title: string, blocks: readonly BlockContent[]): Section | undefined {
  return blocks.length === 0 ? undefined : section(title, blocks);
}

function about(context: GuideContext): Section {
  return section(context.words.about, [
    guideFacts(context),
    ...inTongue(context.questionnaire.introduction, context.source.introduction, context),
  ]);
}

function safeguarding(context: GuideContext): Section | undefined {
  if (!context.safeguarded) return undefined;
  const { words } = context;
  const squares = words.safeguardingSteps.map((step, index) => check(`safeguarding-${index + 1}`, step));
  return section(words.safeguarding, squares);
}

/** Where somebody may tell of harm done to them, the page says what to do, and never whom to call by name. */
function disclosure(context: GuideContext): Section | undefined {
  if (!context.safeguarded) return undefined;
  const { words } = context;
  return section(words.disclosure, [list(words.disclosureSteps, true), paragraph(words.referral, 'notice')]);
}

/** What all questions need, each thing once. */
function materials({ questionnaire }: GuideContext): readonly BlockContent[] {
  const all = questionnaire.questions.flatMap((question: Question) => question.materials);
  return all.length === 0 ? [] : [list([...new Set(all)])];
}

function opening(context: GuideContext): Section {
  const { script, opening: title, readOut } = context.words;
  return section(title, [
    paragraph([{ type: 'emphasis', children: [{ type: 'text', value: readOut }] }]),
    paragraph(script.welcome),
    ...reasons(context),
    paragraph(script.questions),
  ]);
}

/** Assent is asked of children, with what adults who answer for them have agreed to; consent of everybody else. */
function consent(context: GuideContext): Section {
  const { words, questionnaire, safeguarded } = context;
  const { script } = words;
  const { consent: consentWords, assent: assentWords } = questionnaire.frontMatter;
  const read = safeguarded ? [assentWords ?? consentWords] : [consentWords];
  const quoted = read.flatMap((each) => (each === undefined ? [] : [box(words.readOut, [paragraph(each)])]));
  return section(safeguarded ? words.assent : words.consent, [
    paragraph(safeguarded ? script.assent : script.consent),
    ...quoted,
    paragraph(script.refusal),
    check('consent-given', safeguarded ? script.assentGiven : script.consentGiven),
    ...(safeguarded ? [check('guardian-consent', script.guardian)] : []),
  ]);
}

function closing(context: GuideContext): Section {
  const { script, closing: title, facilitator } = context.words;
  const promised = promise(context);
  const open = context.questionnaire.frontMatter['feedback-by'] === undefined;
  return section(title, [
    paragraph(script.thanks),
    ...promised.map((words) => paragraph(words)),
    ...(open
      ? [
          {
            type: 'formField' as const,
            name: 'feedback-by',
            kind: 'text' as const,
            children: [{ type: 'text' as const, value: script.promiseOpen }],
          },
        ]
      : []),
    box(facilitator, [paragraph(script.noPromise)]),
  ]);
}

function afterwards(context: GuideContext): Section {
  const { words, questionnaire, safeguarded } = context;
  // Where somebody may need help, the contact is whoever gives it, not who collects notes.
  const contact = safeguarded ? undefined : questionnaire.frontMatter.contact;
  const handBack = contact === undefined ? words.handBackOpen : fill(words.handBack, { contact });
  return section(words.after, [list([...words.afterSteps, handBack], true), paragraph(words.neverWrite, 'notice')]);
}
