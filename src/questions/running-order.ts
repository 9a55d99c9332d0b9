import type { BlockContent } from 'mdast';
import { fill } from '../model/labels.ts';
import type { Question, QuestionnairePart } from '../model/questionnaire.ts';
import type { GuideContext } from './guide-options.ts';
import { paragraph, table } from './nodes.ts';
import { askedOf } from './number-questions.ts';

/** One line of the running order. */
export interface Slot {
  readonly title: string;
  readonly minutes: number | undefined;
  /** Minutes since the beginning; unknown behind something without minutes. */
  readonly from: number | undefined;
  /** Questions that stand in a part with minutes of its own are not counted again. */
  readonly counted: boolean;
}

/** What happens when, and how long it takes together. */
export interface RunningOrder {
  readonly slots: readonly Slot[];
  readonly total: number;
  /** How many of the lines that count have no minutes. */
  readonly untimed: number;
}

/**
 * Lays parts, breaks and questions out on a clock that begins at 0:00.
 *
 * A part with minutes takes as long as it says, whatever its questions say; a part without takes as long as its questions.
 */
export function runningOrder(context: GuideContext): RunningOrder {
  const slots: Slot[] = [];
  let clock: number | undefined = 0;
  const place = (line: Omit<Slot, 'from'>, at: number | undefined): void => {
    slots.push({ ...line, from: at });
  };
  for (const part of context.questionnaire.parts) {
    const named = part.title !== '';
    if (named)
      place({ title: partTitle(part, context), minutes: part.minutes, counted: part.minutes !== undefined }, clock);
    let inner: number | undefined = clock;
    for (const question of askedOf(part.questions)) {
      const counted = part.minutes === undefined;
      place({ title: slotTitle(question, context), minutes: minutesOf(question), counted }, inner);
      inner = after(inner, minutesOf(question));
    }
    clock = part.minutes === undefined ? inner : after(clock, part.minutes);
  }
  const counted = slots.filter((slot) => slot.counted);
  return {
    slots,
    total: counted.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    untimed: counted.filter(({ minutes }) => minutes === undefined).length,
  };
}

/** Minutes of a question; of a group without any, those of its questions. */
function minutesOf({ minutes, questions }: Question): number | undefined {
  if (minutes !== undefined) return minutes;
  const inner = questions.map(minutesOf).filter((each) => each !== undefined);
  return inner.length === 0 ? undefined : inner.reduce((sum, each) => sum + each, 0);
}

function after(clock: number | undefined, minutes: number | undefined): number | undefined {
  return clock === undefined || minutes === undefined ? undefined : clock + minutes;
}

function partTitle({ title, pause }: QuestionnairePart, { words, labels }: GuideContext): string {
  if (!pause || title.toLowerCase().includes(words.pause.toLowerCase())) return title;
  return `${words.pause}${labels.colon}${title}`;
}

function slotTitle({ id, text }: Question, { numbers }: GuideContext): string {
  return `${numbers.numberOf(id) ?? ''}. ${text}`;
}

/** The running order as a table, with its total against what was announced; nothing where nothing has minutes. */
export function runningOrderBlocks(context: GuideContext): readonly BlockContent[] {
  const { words, questionnaire } = context;
  const { slots, total, untimed } = runningOrder(context);
  if (slots.every(({ minutes }) => minutes === undefined)) return [];
  const rows = slots.map((slot) => [clockTime(slot.from), minutesText(slot), slot.title]);
  const announced = questionnaire.frontMatter.duration;
  const sum =
    announced === undefined
      ? ''
      : fill(words.totalAgainst, { minutes: total, duration: announced.replace(/\.$/u, '') });
  const missing = untimed === 0 ? '' : fill(words.untimed, { n: untimed });
  const remark = [sum, missing].filter((part) => part !== '').join(' ');
  return [
    table([words.from, words.minutes, words.what], [...rows, [clockTime(total), String(total), words.total]]),
    ...(remark === '' ? [] : [paragraph(remark)]),
  ];
}

/** What is counted with its part already stands in parentheses. */
function minutesText({ minutes, counted }: Slot): string {
  if (minutes === undefined) return '–';
  return counted ? String(minutes) : `(${minutes})`;
}

/** `0:00`, `1:05`. */
function clockTime(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
