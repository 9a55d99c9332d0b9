import type { DocumentMeta } from '../model/document.ts';
import { type GuideWords, guideWords } from '../model/guide-labels.ts';
import { type Labels, labels } from '../model/labels.ts';
import type { Process } from '../model/process.ts';
import type { Questionnaire, QuestionnaireSet } from '../model/questionnaire.ts';
import { isGuarded } from '../model/safeguards.ts';
import { directionOf } from '../text/language.ts';
import { inLanguage } from '../text/questionnaire/merge-translations.ts';
import { type NumberedQuestions, numberQuestions } from './number-questions.ts';

/** For whom pages are set: everybody, readers who need large print, readers who need few words at a time. */
export type GuideStyle = 'standard' | 'large-print' | 'easy-read';

/** What is chosen about a guide or a questionnaire. */
export interface GuideOptions {
  /** One of the languages of the questionnaire; its source language where absent. */
  readonly language?: string;
  /** `standard` where absent. */
  readonly style?: GuideStyle;
  readonly process: Process;
  /** What the caller knows beyond the questionnaire: seconds for time stamps, version and date of the file. */
  readonly meta: Pick<DocumentMeta, 'epoch'> & Partial<DocumentMeta>;
}

/** What every part of a guide is made from. */
export interface GuideContext {
  readonly questionnaire: Questionnaire;
  /** The same in the language it was written in. */
  readonly source: Questionnaire;
  readonly process: Process;
  readonly style: GuideStyle;
  readonly words: GuideWords;
  readonly labels: Labels;
  readonly numbers: NumberedQuestions;
  /** Whether its group is one that needs safeguarding. */
  readonly safeguarded: boolean;
}

/** Chooses the language and looks up what the parts need. */
export function guideContext(set: QuestionnaireSet, options: GuideOptions): GuideContext {
  const questionnaire = inLanguage(set, options.language ?? set.source.language);
  const { language, frontMatter } = questionnaire;
  const group = options.process.groups?.find(({ id }) => id === frontMatter.group);
  return {
    questionnaire,
    source: set.source,
    process: options.process,
    style: options.style ?? 'standard',
    words: guideWords(language),
    labels: labels(language),
    numbers: numberQuestions(questionnaire),
    safeguarded: isGuarded(group),
  };
}

/**
 * What is said about a guide as a whole.
 *
 * @param kind What it is, in its language.
 */
export function guideMeta(context: GuideContext, options: GuideOptions, kind: string): DocumentMeta {
  const { questionnaire, process, style } = context;
  const { frontMatter, language } = questionnaire;
  const notice = frontMatter.notice ?? process.notice;
  const version = frontMatter.version;
  return {
    title: frontMatter.title ?? `${groupTitle(context)} – ${roundTitle(context)}`,
    subtitle: process.title,
    kind,
    language,
    direction: directionOf(language),
    authors: [],
    distribution: 'public',
    notForCitation: false,
    ...(version !== undefined && { version: String(version) }),
    ...(notice !== undefined && { notice }),
    style: {
      paper: process.style?.paper ?? 'a4',
      cover: false,
      contents: false,
      lineNumbers: false,
      textMarks: false,
      fonts: process.fonts ?? [],
      ...(style !== 'standard' && { reading: style }),
    },
    attachments: [],
    ...options.meta,
  };
}

/** The group as people call it. */
export function groupTitle({ process, questionnaire }: GuideContext): string {
  const id = questionnaire.frontMatter.group;
  return process.groups?.find((group) => group.id === id)?.title ?? id;
}

/** The round as people call it. */
export function roundTitle({ process, questionnaire }: GuideContext): string {
  const id = questionnaire.frontMatter.round;
  return process.rounds?.find((round) => round.id === id)?.title ?? id;
}
