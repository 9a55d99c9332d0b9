import type { BlockContent } from 'mdast';
import type { FieldGroup, FormField } from '../model/document.ts';
import { fill } from '../model/labels.ts';
import type { Question } from '../model/questionnaire.ts';
import { INPUT_KINDS } from '../model/vocabulary.ts';
import { conditionInWords, conditionOf } from './condition-words.ts';
import { fieldOf } from './fields.ts';
import type { GuideContext } from './guide-options.ts';
import { box, heading, list, paragraph, phrasing } from './nodes.ts';
import { isNote, shownOf } from './number-questions.ts';
import { inTongue, tongueOf } from './tongue.ts';

/** Lines of room on the sheet: of a question for which no minutes are set, for each minute, and at most. */
const ROOM = { usual: 7, perMinute: 0.6, least: 5, most: 14 };
/** In large letters a line takes more of the page. */
const MOST_LARGE = 5;

/**
 * A question as a facilitator needs it: when to ask it, what to read out, what to do, what to ask next, and a sheet to
 * write on.
 *
 * @param depth Of its heading.
 */
export function guideQuestion(question: Question, depth: 2 | 3 | 4, context: GuideContext): FieldGroup {
  const { numbers, words } = context;
  const original = context.source.questions.find(({ id }) => id === question.id);
  const inner = shownOf(question.questions).map((each) => guideQuestion(each, deeper(depth), context));
  return {
    type: 'fieldGroup',
    name: question.id,
    kind: question.type === 'group' || isNote(question) ? (question.repeated ? 'repeat' : 'group') : 'question',
    children: [
      heading(depth, question.text, {
        id: question.id,
        ...(isNote(question) ? {} : { label: `${numbers.numberOf(question.id) ?? ''}.` }),
        ...tongueOf(question.id, question.text, context),
      }),
      ...asides(question, context),
      ...inTongue(question.hint, original?.hint, context),
      ...(question.activity.length === 0
        ? []
        : [box(words.activity, inTongue(question.activity, original?.activity, context))]),
      ...(question.facilitator.length === 0
        ? []
        : [box(words.facilitator, inTongue(question.facilitator, original?.facilitator, context))]),
      ...probes(question, context),
      ...inner,
      ...(question.type === 'group' || isNote(question) ? [] : sheet(question, context)),
    ],
  };
}

function deeper(depth: 2 | 3 | 4): 3 | 4 {
  return depth === 2 ? 3 : 4;
}

/** When it is asked, how long it takes, what is needed. */
function asides(question: Question, context: GuideContext): readonly BlockContent[] {
  const { words, labels } = context;
  const condition = conditionOf(question);
  const facts = [
    ...(question.minutes === undefined ? [] : [fill(words.lasting, { minutes: question.minutes })]),
    ...(question.materials.length === 0 ? [] : [`${words.materials}${labels.colon}${question.materials.join(', ')}`]),
  ];
  return [
    ...(condition === undefined
      ? []
      : [
          paragraph([
            {
              type: 'emphasis',
              children: phrasing(fill(words.askIf, { condition: conditionInWords(condition, context) })),
            },
          ]),
        ]),
    ...(question.repeated ? [paragraph(words.repeat)] : []),
    ...(facts.length === 0 ? [] : [paragraph(facts.join(' · '), 'aside')]),
  ];
}

function probes({ probes: asked }: Question, { words, labels }: GuideContext): readonly BlockContent[] {
  if (asked.length === 0) return [];
  return [paragraph([{ type: 'strong', children: phrasing(`${words.probes}${labels.colon.trimEnd()}`) }]), list(asked)];
}

/** Answers to tick where there are any, and room for words; for what is said freely, squares for the kinds of input. */
function sheet(question: Question, context: GuideContext): readonly FormField[] {
  const { words } = context;
  const closed = question.type === 'open' ? [] : fieldOf({ ...question, required: false }, context, { lines: 1 });
  const name = `sheet-${question.id}`;
  const label = `${words.sheet} ${context.numbers.numberOf(question.id) ?? ''}`.trim();
  const lines =
    closed.length > 0 ? 3 : Math.min(roomFor(question), context.style === 'standard' ? ROOM.most : MOST_LARGE);
  const room: FormField = {
    type: 'formField',
    name,
    kind: 'paragraph',
    lines,
    children: phrasing(`${label}. ${words.sheetHint}`),
  };
  if (closed.length > 0) return [...closed, room];
  return [{ ...room, data: { role: 'room' } }, kindSquares(question, label, context)];
}

/** What kind of thing was said: a tick saves the words. */
function kindSquares({ id }: Question, label: string, { words }: GuideContext): FormField {
  return {
    type: 'formField',
    name: `kinds-${id}`,
    kind: 'choices',
    named: true,
    choices: INPUT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    data: { role: 'kinds' },
    children: phrasing(label),
  };
}

function roomFor({ minutes }: Question): number {
  if (minutes === undefined) return ROOM.usual;
  return Math.round(Math.min(ROOM.most, Math.max(ROOM.least, minutes * ROOM.perMinute)));
}
