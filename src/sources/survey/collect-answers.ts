import { ShardPacker } from './shards.ts';
import type { OpenAnswer, RowAnswers, SurveyQuestion } from './survey-types.ts';
import { Tallies } from './tally.ts';

/** Respondents up to which their answers stand in the note itself. */
export const MOST_IN_NOTE = 200;
/** Ids of respondents kept to recognise a corrected export by. */
const KEPT_IDS = 10_000;

/** Gathers what rows say, without holding the words of more than {@link MOST_IN_NOTE} respondents. */
export class AnswerCollector {
  readonly tallies = new Tallies();
  readonly languages = new Set<string>();
  readonly respondents: string[] = [];
  #open: OpenAnswer[] | undefined = [];
  readonly #packer = new ShardPacker();
  #total = 0;
  #late = 0;
  #first: string | undefined;
  #last: string | undefined;

  /** Last day of the round; what came in later is marked. */
  readonly #roundEnd: string | undefined;

  constructor(roundEnd: string | undefined) {
    this.#roundEnd = roundEnd;
  }

  /** Takes one respondent. */
  add({ respondent, open, closed, received }: RowAnswers): void {
    this.#total += 1;
    if (this.respondents.length < KEPT_IDS) this.respondents.push(respondent);
    this.tallies.add(closed);
    if (received !== undefined) this.#receive(received);
    const late = received !== undefined && this.#roundEnd !== undefined && isAfter(received, this.#roundEnd);
    if (late) this.#late += 1;
    this.addOpen(late ? open.map((answer) => ({ ...answer, late })) : open);
    if (this.#total > MOST_IN_NOTE) this.#toShards();
  }

  /** Takes further answers of a respondent, such as those of a repeated group. */
  addOpen(open: readonly OpenAnswer[]): void {
    for (const { language } of open) if (language !== undefined) this.languages.add(language);
    if (this.#open === undefined) this.#packer.add(open);
    else this.#open.push(...open);
  }

  /** Counts closed answers of a repeated group. */
  addClosed(closed: readonly (readonly [SurveyQuestion, readonly string[]])[]): void {
    this.tallies.add(closed);
  }

  /** What came of it. */
  finish() {
    return {
      total: this.#total,
      late: this.#late,
      open: this.#open ?? [],
      beside: this.#packer.count,
      shards: this.#open === undefined ? this.#packer.finish() : undefined,
      ...(this.#first !== undefined && { first: this.#first }),
      ...(this.#last !== undefined && { last: this.#last }),
    };
  }

  #receive(day: string): void {
    if (this.#first === undefined || day < this.#first) this.#first = day;
    if (this.#last === undefined || day > this.#last) this.#last = day;
  }

  #toShards(): void {
    if (this.#open === undefined) return;
    const byRespondent = new Map<string, OpenAnswer[]>();
    for (const answer of this.#open) {
      byRespondent.set(answer.respondent, [...(byRespondent.get(answer.respondent) ?? []), answer]);
    }
    for (const answers of byRespondent.values()) this.#packer.add(answers);
    this.#open = undefined;
  }
}

/** Whether a day surely lies after another date, which may be a month or a year. */
function isAfter(day: string, date: string): boolean {
  return day.slice(0, date.length) > date;
}
