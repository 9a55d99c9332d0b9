import { cellWords } from '../tables/cell-markdown.ts';
import { freeAnswerId } from './answer-id.ts';
import type { OpenAnswer } from './survey-types.ts';

/** Inputs in one file. */
export const SHARD_SIZE = 500;

/** A line of a file of inputs, as it is written. Keys stand in this order. */
export interface ShardLine {
  readonly id: string;
  readonly respondent?: string;
  readonly question?: string;
  readonly heading: string;
  readonly text: string;
  readonly lang?: string;
  readonly translation?: 'human' | 'machine';
  readonly late?: true;
  /** Kind and codes, where a person put them on. */
  readonly tags?: readonly string[];
  readonly distribution?: string;
  readonly attribution?: string;
  readonly quote?: string;
  /** When its contributor withdrew it. */
  readonly withdrawn?: string;
  /** An answered input that a later export no longer has. */
  readonly gone?: true;
}

/** Packs answers into files of {@link SHARD_SIZE} lines as they come. */
export class ShardPacker {
  readonly #encoder = new TextEncoder();
  readonly #shards: Uint8Array[] = [];
  readonly #lines: string[] = [];
  readonly #ids = new Set<string>();
  #count = 0;

  /** How many answers were packed. */
  get count(): number {
    return this.#count;
  }

  /** Takes answers, in order. */
  add(answers: readonly OpenAnswer[]): void {
    for (const answer of answers) {
      this.#lines.push(JSON.stringify(lineOf(answer, this.#ids)));
      this.#count += 1;
      if (this.#lines.length === SHARD_SIZE) this.#flush();
    }
  }

  /** All files, in order. */
  finish(): readonly Uint8Array[] {
    if (this.#lines.length > 0) this.#flush();
    return this.#shards;
  }

  #flush(): void {
    this.#shards.push(this.#encoder.encode(`${this.#lines.join('\n')}\n`));
    this.#lines.length = 0;
  }
}

function lineOf(answer: OpenAnswer, ids: Set<string>): ShardLine {
  const { respondent, question, language, translation, original, late } = answer;
  const words = cellWords(answer.text);
  return {
    id: freeAnswerId(respondent, words, ids),
    respondent,
    ...(question.id !== undefined && { question: question.id }),
    heading: question.text,
    text: original === undefined ? words : `${words}\nOriginal: ${cellWords(original)}`,
    ...(language !== undefined && { lang: language }),
    ...(translation !== undefined && { translation }),
    ...(late === true && { late }),
  };
}
