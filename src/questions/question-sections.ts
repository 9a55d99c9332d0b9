import type { BlockContent } from 'mdast';
import type { FieldGroup, Section } from '../model/document.ts';
import { fill } from '../model/labels.ts';
import type { Question, QuestionnairePart } from '../model/questionnaire.ts';
import type { GuideContext } from './guide-options.ts';
import { box, heading, paragraph, section } from './nodes.ts';
import { shownOf } from './number-questions.ts';

/** How a question is shown, under a heading of a depth. */
export type ShowQuestion = (question: Question, depth: 2 | 3) => FieldGroup;

/** What of parts is shown beside their questions. */
export interface PartOptions {
  readonly show: ShowQuestion;
  /** Title of the questions as a whole. */
  readonly title: string;
  /** Whether what only the facilitator reads, minutes and breaks are shown. */
  readonly facilitator: boolean;
}

/**
 * All questions by part. Easy to read, each has a section of its own, so that it stands alone on its page.
 */
export function questionSections(context: GuideContext, options: PartOptions): readonly Section[] {
  const shown = context.questionnaire.parts.filter((part) => options.facilitator || !isEmpty(part));
  const blocks = shown.map((part) => partBlocks(part, context, options));
  if (context.style !== 'easy-read') return [section(options.title, blocks.flat())];
  return blocks.flatMap((part) => onPages(part, context, options));
}

/** Who answers alone needs neither breaks nor titles without anything below them. */
function isEmpty({ body, pause, questions }: QuestionnairePart): boolean {
  return (pause || body.length === 0) && shownOf(questions).length === 0;
}

/** A part without a title has its questions where the parts stand. */
function partBlocks(part: QuestionnairePart, context: GuideContext, options: PartOptions): readonly BlockContent[] {
  const { words } = context;
  const { title, minutes, pause, body, facilitator, questions } = part;
  const named = title !== '';
  const facts = [...(pause ? [words.pause] : []), ...(minutes === undefined ? [] : [fill(words.lasting, { minutes })])];
  return [
    ...(named ? [heading(2, title)] : []),
    ...(options.facilitator && facts.length > 0 && named ? [paragraph(facts.join(' · '), 'aside')] : []),
    ...body,
    ...(options.facilitator && facilitator.length > 0 ? [box(words.facilitator, facilitator)] : []),
    ...shownOf(questions).map((question) => options.show(question, named ? 3 : 2)),
  ];
}

/** What stands before the first question of a part has a page of its own; so has each question. */
function onPages(
  blocks: readonly BlockContent[],
  { words }: GuideContext,
  { facilitator }: PartOptions,
): readonly Section[] {
  const opening = blocks.filter(({ type }) => type !== 'fieldGroup');
  const asked = blocks.filter((block) => block.type === 'fieldGroup');
  const page = (children: readonly BlockContent[]): Section => ({
    type: 'section',
    part: 'body',
    numbered: false,
    children: [...children],
  });
  const place = box(words.picture, [], 'picture');
  // Pictures are for who answers; a facilitator needs the room to write.
  const pictured = (group: FieldGroup): FieldGroup => ({ ...group, children: withPicture(group, place) });
  const groups = facilitator ? asked : asked.map(pictured);
  // A title without anything below it stands on the page of what it is the title of.
  const isTitle = opening.every(({ type }) => type === 'heading');
  const [first, ...rest] = groups;
  if (isTitle && first !== undefined) return [page([...opening, first]), ...rest.map((group) => page([group]))];
  return [page(opening), ...groups.map((group) => page([group]))];
}

/** The place for a picture stands right below what is asked. */
function withPicture({ children }: FieldGroup, place: BlockContent): BlockContent[] {
  const [first, ...rest] = children;
  return first === undefined ? [place] : [first, place, ...rest];
}
