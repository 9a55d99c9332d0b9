import { stringify } from 'yaml';
import type { Process } from '../../model/process.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { findFrontMatter } from '../../text/front-matter-block.ts';
import { FRAME, frameFingerprint, questionFingerprint } from '../../text/questionnaire/merge-translations.ts';
import { minutesOfPart } from '../../text/questionnaire/minutes.ts';
import { readQuestionnaire } from '../../text/questionnaire/read-questionnaire.ts';
import { readYaml } from '../../text/yaml.ts';
import { fillPiece, type PieceFilling, type PieceView } from './fill-pieces.ts';
import { type QuestionnaireChoices, questionnaireStem } from './questionnaire-choices.ts';
import { escapeMarkdown, piecePicker } from './questionnaire-pieces.ts';
import { METHODS_OF_SETTINGS } from './questionnaire-templates.ts';
import { isWritten, questionnaireView } from './questionnaire-view.ts';
import { type QuestionnaireWords, readQuestionnaireWords } from './questionnaire-words.ts';
import type { Scaffolded } from './scaffold-note.ts';

/** Parts the opening of a setting from its closing. */
const QUESTIONS_HERE = '<!-- questions -->\n';

/** What a questionnaire is put together from. */
export interface QuestionnaireScaffold {
  /** Text of all pieces by path below `templates/questionnaires/`, such as `en/groups/experts.md`. */
  readonly pieces: ReadonlyMap<string, string>;
  readonly process: Process;
  readonly choices: QuestionnaireChoices;
}

/** A questionnaire in one language, to be written. */
export interface ScaffoldedQuestionnaire extends Scaffolded {
  readonly language: string;
  readonly questionnaire?: Questionnaire;
  /** Pieces that the templates do not have in this language; they stand in English. */
  readonly untranslated: readonly string[];
}

/**
 * Puts a questionnaire together from the pieces of its group, round and setting, in each of its languages.
 *
 * @param scaffold Pieces, process and choices.
 * @returns One file for each language, the source language first; the others are marked as translations of it.
 */
export function scaffoldQuestionnaire(scaffold: QuestionnaireScaffold): readonly ScaffoldedQuestionnaire[] {
  const [source = scaffold.process.language, ...others] = scaffold.choices.languages;
  const original = compose(scaffold, source, {});
  const texts = original.questionnaire === undefined ? {} : fingerprintsOf(original.questionnaire);
  const translation = { from: source, texts };
  return [original, ...others.map((language) => compose(scaffold, language, { translation }))];
}

/** What a translation was made from, text by text. */
function fingerprintsOf(questionnaire: Questionnaire): Readonly<Record<string, string>> {
  const texts = questionnaire.questions.map((question) => [question.id, questionFingerprint(question)]);
  return { [FRAME]: frameFingerprint(questionnaire), ...Object.fromEntries(texts) };
}

type FrontMatter = Readonly<Record<string, unknown>>;

function compose(scaffold: QuestionnaireScaffold, language: string, more: FrontMatter): ScaffoldedQuestionnaire {
  const { choices } = scaffold;
  const path = `questionnaires/${questionnaireStem(choices)}-${choices.round}.${language}.md`;
  const draft = write(scaffold, language, { more, duration: undefined });
  const { questionnaire: read } = readQuestionnaire(draft.markdown, path);
  const minutes = read === undefined ? undefined : allMinutes(read);
  const { markdown, untranslated } = write(scaffold, language, { more, duration: minutes });
  const { questionnaire, findings } = readQuestionnaire(markdown, path);
  return { path, markdown, language, findings, untranslated, ...(questionnaire !== undefined && { questionnaire }) };
}

/** Minutes for whoever is asked everything. */
function allMinutes({ parts }: Questionnaire): number {
  const always = parts.map(({ questions, ...part }) => ({
    ...part,
    questions: questions.map(({ shownIf: _, ...question }) => question),
  }));
  return always.reduce((sum, part) => sum + minutesOfPart(part), 0);
}

interface Rest {
  readonly more: FrontMatter;
  readonly duration: number | undefined;
}

function write(scaffold: QuestionnaireScaffold, language: string, { more, duration }: Rest) {
  const { process, choices } = scaffold;
  const pick = piecePicker(scaffold.pieces, language);
  const words = readQuestionnaireWords(pick.text('words.yaml'), `${language}/words.yaml`);
  const view: PieceView = {
    ...questionnaireView({ process, choices, words, language }),
    duration: duration === undefined ? undefined : durationIn(words, duration, isWritten(choices.setting)),
  };
  const group = pick.text(`groups/${groupPiece(choices)}.md`);
  const block = findFrontMatter(group);
  const own = fillStrings(readYaml(block?.text ?? '', 'group').value, view);
  const { frame = 'frame-adults', ...rest } = own;
  const head = {
    ...identity(scaffold, language),
    ...fillStrings(readYaml(pick.text(`${String(frame)}.yaml`), 'frame').value, view),
    ...rest,
    ...(view.duration !== undefined && { duration: view.duration }),
    ...dates(choices),
    ...more,
  };
  const body = fillPiece(group.slice(block?.bodyOffset ?? 0), bodyFilling(pick.text, choices, view));
  return { markdown: layOut(head, body), untranslated: pick.missing() };
}

function durationIn(words: QuestionnaireWords, minutes: number, written: boolean): string {
  return (written ? words['minutes-at-most'] : words.minutes).replace('{n}', String(minutes));
}

function groupPiece({ template, ageBand }: QuestionnaireChoices): string {
  return template === 'children' ? `children-${ageBand === '7-12' ? '7-12' : '13-17'}` : template;
}

/** Which questionnaire this is, before what it says. */
function identity({ process, choices }: QuestionnaireScaffold, language: string): FrontMatter {
  const { group, round, setting, ageBand } = choices;
  return {
    group,
    round,
    language,
    title: '',
    version: '1.0',
    ...(process.notice !== undefined && { notice: process.notice }),
    setting,
    methods: [METHODS_OF_SETTINGS[setting]],
    ...(ageBand !== undefined && { 'age-band': ageBand }),
  };
}

function dates({ deadline, feedbackBy, contact }: QuestionnaireChoices): FrontMatter {
  return {
    ...(deadline !== undefined && { deadline }),
    ...(feedbackBy !== undefined && { 'feedback-by': feedbackBy }),
    ...(contact !== undefined && { contact }),
  };
}

function bodyFilling(text: (name: string) => string, { setting }: QuestionnaireChoices, view: PieceView): PieceFilling {
  const piece = (name: string): string => {
    const place = name === 'opening' ? 0 : name === 'closing' ? 1 : undefined;
    const own = place === undefined ? text(`${name}.md`) : text(`settings/${setting}.md`).split(QUESTIONS_HERE)[place];
    return `${(own ?? '').trim()}\n\n`;
  };
  return { view, piece, escape: escapeMarkdown };
}

function fillStrings(value: unknown, view: PieceView): FrontMatter {
  const filling: PieceFilling = { view, piece: () => '', escape: (text) => text };
  const fill = (one: unknown): unknown => {
    if (typeof one === 'string') return fillPiece(one, filling).replace(/\s+/gu, ' ').trim();
    return Array.isArray(one) ? one.map(fill) : one;
  };
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
}

function layOut(head: FrontMatter, body: string): string {
  const yaml = stringify(head, { lineWidth: 0, defaultStringType: 'PLAIN' });
  return `---\n${yaml}---\n\n${body.trim().replace(/\n{3,}/gu, '\n\n')}\n`;
}
