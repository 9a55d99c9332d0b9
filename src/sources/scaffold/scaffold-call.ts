import { formatDate } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { fillPiece, type PieceView } from './fill-pieces.ts';
import { escapeMarkdown, piecePicker } from './questionnaire-pieces.ts';
import { inSentence, listed, readQuestionnaireWords } from './questionnaire-words.ts';

/** What a call for inputs is made from. */
export interface CallScaffold {
  /** Text of all pieces by path below `templates/questionnaires/`. */
  readonly pieces: ReadonlyMap<string, string>;
  readonly process: Process;
  readonly questionnaire: Questionnaire;
  /** Languages in which inputs are taken; those of the process if absent. */
  readonly languages?: readonly string[];
}

/** A call for inputs, to be written. */
export interface ScaffoldedCall {
  /** Workspace-relative path. */
  readonly path: string;
  readonly markdown: string;
  /** True where the templates do not have it in this language; it then is in English around the questions. */
  readonly untranslated: boolean;
}

/** Where calls for inputs stand. */
const FOLDER = 'calls';
/** Questions that are about the answer, and no answers. */
const ABOUT_THE_ANSWER: ReadonlySet<string> = new Set([
  'capacity',
  'organisation',
  'attribution',
  'quote',
  'areas',
  'assent',
  'age-band',
]);

/**
 * Writes the call for inputs that goes with a questionnaire: what is asked, by when, how to send it, what is offered so
 * that everybody can take part, what is published and what becomes of it.
 *
 * @param scaffold Pieces, process and questionnaire.
 */
export function scaffoldCall(scaffold: CallScaffold): ScaffoldedCall {
  const { pieces, questionnaire } = scaffold;
  const { language, id } = questionnaire;
  const pick = piecePicker(pieces, language);
  const text = fillPiece(pick.text('call.md'), {
    view: callView(scaffold, pick.text('words.yaml')),
    piece: () => '',
    escape: escapeMarkdown,
  });
  const markdown = `${text.trim().replace(/\n{3,}/gu, '\n\n')}\n`;
  return { path: `${FOLDER}/${id}.${language}.md`, markdown, untranslated: pick.missing().length > 0 };
}

function callView({ process, questionnaire, languages }: CallScaffold, words: string): PieceView {
  const { list, terms } = readQuestionnaireWords(words, 'words.yaml');
  const { frontMatter, language } = questionnaire;
  const titleOf = (id: string | undefined, title: string | undefined): string => {
    const own = language === process.language ? title : ((id === undefined ? undefined : terms[id]) ?? title);
    return inSentence(own ?? id ?? '');
  };
  const round = process.rounds?.find(({ id }) => id === frontMatter.round);
  const group = process.groups?.find(({ id }) => id === frontMatter.group);
  const stage = process.stages.find(({ id }) => id === round?.on);
  const taken = languages ?? process.languages ?? [process.language];
  return {
    ...said(questionnaire),
    process: process.title,
    'group-title': titleOf(frontMatter.group, group?.title),
    'round-title': titleOf(frontMatter.round, round?.title),
    'stage-title': stage === undefined ? undefined : titleOf(stage.id, stage.title),
    languages: listed(
      taken.map((code) => terms[code] ?? code),
      list,
    ),
    questions: asked(questionnaire).map((text) => ({ text })),
  };
}

/** What the questionnaire itself says. */
function said({ frontMatter, language }: Questionnaire): PieceView {
  const words = Object.entries(frontMatter).filter(([, value]) => typeof value === 'string');
  const { deadline, 'feedback-by': feedback } = frontMatter;
  return {
    ...(Object.fromEntries(words) as PieceView),
    ...(deadline !== undefined && { deadline: formatDate(deadline, language) }),
    ...(feedback !== undefined && { 'feedback-by': formatDate(feedback, language) }),
    accommodations: (frontMatter.accommodations ?? []).map((text) => ({ text })),
  };
}

/** Questions at the top; those of groups are part of theirs. */
function asked({ parts }: Questionnaire): readonly string[] {
  return parts
    .flatMap(({ questions }) => questions)
    .filter(({ id, type }) => !ABOUT_THE_ANSWER.has(id) && type !== 'form')
    .map(({ text }) => text);
}
