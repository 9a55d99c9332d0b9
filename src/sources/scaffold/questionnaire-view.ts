import { formatDate } from '../../model/labels.ts';
import type { Process } from '../../model/process.ts';
import type { Setting } from '../../model/questionnaire.ts';
import type { PieceValue, PieceView, Raw } from './fill-pieces.ts';
import { gridDimensions, type QuestionnaireChoices, questionnaireStem } from './questionnaire-choices.ts';
import { inSentence, listed, type QuestionnaireWords } from './questionnaire-words.ts';

/** What a view is made from. */
export interface ViewSource {
  readonly process: Process;
  readonly choices: QuestionnaireChoices;
  readonly words: QuestionnaireWords;
  readonly language: string;
}

interface Value {
  readonly id: string;
  readonly title: string;
}

const raw = (text: string): Raw => ({ raw: text });

/** Minutes in a session that all parts of the grid, or all sections, share. */
const SHARED_MINUTES = { grid: 60, comments: 45, 'children-comments': 30 };
/** Minutes for a written answer. */
const WRITTEN_MINUTES = 5;

/**
 * What the pieces of a questionnaire are filled with, in one language.
 *
 * @param source Process, choices and words.
 */
export function questionnaireView(source: ViewSource): PieceView {
  const { choices } = source;
  return { ...names(source), ...settingView(choices), ...gridView(source), ...sectionsView(choices) };
}

function names(source: ViewSource): PieceView {
  const { process, choices, words, language } = source;
  const group = process.groups?.find(({ id }) => id === choices.group) ?? { id: choices.group, title: choices.group };
  const round = process.rounds?.find(({ id }) => id === choices.round);
  const stage = process.stages.find(({ id }) => id === round?.on);
  const title = choices.titles?.[language] ?? process.title;
  return {
    id: raw(`${questionnaireStem(choices)}-${choices.round}`),
    process: title,
    'group-title': inSentence(titleIn(group, source)),
    'round-title': inSentence(titleIn({ id: choices.round, title: round?.title ?? choices.round }, source)),
    'stage-title': stage === undefined ? undefined : inSentence(titleIn(stage, source)),
    subject: choices.subjects[language] ?? words.subject,
    topic: choices.subjects[language] ?? words['subject-children'],
    deadline: choices.deadline === undefined ? undefined : formatDate(choices.deadline, language),
    'feedback-by': choices.feedbackBy === undefined ? undefined : formatDate(choices.feedbackBy, language),
    first: choices.first,
    later: !choices.first,
  };
}

/** The process's own title in its own language, that of the templates in others where they know the value. */
function titleIn({ id, title }: Value, { process, words, language }: ViewSource): string {
  if (language === process.language) return title;
  return (Object.hasOwn(words.terms, id) ? words.terms[id] : undefined) ?? title;
}

function settingView({ setting, template }: QuestionnaireChoices): PieceView {
  const written = isWritten(setting);
  return {
    written,
    session: !written,
    online: setting === 'online-workshop',
    together: setting === 'online-workshop' || setting === 'focus-group',
    'child-shown-if': raw(template === 'children' && written ? ' `shown-if: assent = yes`' : ''),
  };
}

function gridView(source: ViewSource): PieceView {
  const { process, choices } = source;
  const dimensions = gridDimensions(process, choices.by);
  const pillars = valuesOf(dimensions.pillar, choices.pillars, source);
  const levels = valuesOf(dimensions.level, choices.levels, source);
  const sides = valuesOf(dimensions.side, undefined, source);
  const several = pillars.length > 1;
  const minutes = gridMinutes(choices, pillars.length, sides.length);
  const written = isWritten(choices.setting);
  return {
    ...minutes,
    dimension: dimensions.pillar === undefined ? undefined : titleOfDimension(dimensions.pillar, source),
    'several-pillars': several,
    'several-levels': levels.length > 1,
    'pillar-list': listedIn(pillars, source),
    'level-list': levels.length > 1 ? listedIn(levels, source) : undefined,
    'level-tags':
      levels.length > 1 && dimensions.level !== undefined
        ? raw(levels.map(({ id }) => `\`#${dimensions.level}/${id}\``).join(', '))
        : undefined,
    levels: levels.map((level) => valueView(level)),
    pillars: pillars.map((pillar) => ({
      ...valueView(pillar),
      code: raw(`${dimensions.pillar}/${pillar.id}`),
      'shown-if': raw(several && written ? ` \`shown-if: areas includes ${pillar.id}\`` : ''),
      sides: sides.map((side) => ({
        ...valueView(side),
        code: raw(`${dimensions.side}/${side.id}`),
        pillar: raw(pillar.id),
        'pillar-label': inSentence(pillar.title),
        'pillar-code': raw(`${dimensions.pillar}/${pillar.id}`),
      })),
    })),
  };
}

function titleOfDimension(id: string, source: ViewSource): PieceValue {
  return titleIn({ id, title: source.process.codebook?.[id]?.title ?? id }, source);
}

function valueView({ id, title }: Value): PieceView {
  return { value: raw(id), title, label: inSentence(title) };
}

function listedIn(values: readonly Value[], { words }: ViewSource): string {
  return listed(
    values.map(({ title }) => inSentence(title)),
    words.list,
  );
}

/** Values of a dimension in the order of the codebook, as far as they were chosen, titled in the language. */
function valuesOf(dimension: string | undefined, chosen: readonly string[] | undefined, source: ViewSource): Value[] {
  const values = dimension === undefined ? [] : (source.process.codebook?.[dimension]?.values ?? []);
  return values
    .filter(({ id }) => chosen === undefined || chosen.includes(id))
    .map((value) => ({ id: value.id, title: titleIn(value, source) }));
}

/** Whether people answer alone, in writing. */
export function isWritten(setting: Setting): boolean {
  return setting === 'written-submission' || setting === 'survey';
}

/** In a session the parts share its time; in writing each answer takes its own. */
function gridMinutes({ setting }: QuestionnaireChoices, parts: number, sides: number): PieceView {
  const each = SHARED_MINUTES.grid / Math.max(1, parts);
  const share = (part: number): number => Math.max(2, Math.round(each * part));
  if (isWritten(setting)) {
    return { 'gap-minutes': WRITTEN_MINUTES, 'good-minutes': WRITTEN_MINUTES, 'rec-minutes': WRITTEN_MINUTES };
  }
  return {
    'gap-minutes': Math.min(12, share(0.4)),
    'good-minutes': Math.min(8, share(0.25)),
    'rec-minutes': Math.min(10, share(0.35 / Math.max(1, sides))),
  };
}

function sectionsView({ sections, setting }: QuestionnaireChoices): PieceView {
  const written = isWritten(setting);
  const share = (minutes: number): number => Math.max(2, Math.floor(minutes / Math.max(1, sections.length)));
  return {
    sections: sections.map(({ id, title }) => ({ id: raw(id), title })),
    'comment-minutes': written ? WRITTEN_MINUTES : share(SHARED_MINUTES.comments),
    'child-comment-minutes': written ? WRITTEN_MINUTES : share(SHARED_MINUTES['children-comments']),
  };
}
