import type { SentPassage } from '../../model/contracts.ts';
import type { Alignment } from './align-units.ts';
import type { SentIndex } from './sent-index.ts';
import type { Unit } from './units.ts';
import { likeness } from './word-keys.ts';

/** Where a remark belongs. */
export interface Placing {
  /** The passage, where it is sure. */
  readonly passage?: SentPassage;
  /** Further passages that it is about, such as one that is to be merged with it. */
  readonly also?: readonly SentPassage[];
  /** The likeliest passages where it is not, the best first. */
  readonly guesses: readonly SentPassage[];
}

/** Share of words in common from which a paragraph repeats a passage. */
const REPEATED = 0.6;

/** Nobody knows where. */
export const NOWHERE: Placing = { guesses: [] };

/** Where each paragraph of a returned file belongs. */
export class Places {
  readonly units: readonly Unit[];
  readonly index: SentIndex;
  readonly alignment: Alignment;
  readonly #unitOfRaw = new Map<number, number>();
  /** Indexes of the first paragraphs of the units, in order. */
  readonly #starts: readonly number[];

  constructor(units: readonly Unit[], found: { readonly index: SentIndex; readonly alignment: Alignment }) {
    this.units = units;
    this.index = found.index;
    this.alignment = found.alignment;
    units.forEach(({ raws }, unit) => {
      for (const raw of raws) this.#unitOfRaw.set(raw, unit);
    });
    this.#starts = units.map(({ at }) => at);
  }

  /** Place of the unit that a paragraph of the file belongs to; -1 where it is new. */
  numberOf(raw: number): number {
    return this.#unitOfRaw.get(raw) ?? -1;
  }

  /** The paragraph that was sent, of a unit. */
  sentOf(unit: number): number {
    return this.alignment.sentOf[unit] ?? -1;
  }

  /** Where a unit belongs. */
  ofUnit(unit: number): Placing {
    const passage = this.index.paragraphs[this.sentOf(unit)]?.passage;
    if (passage !== undefined) return { passage, guesses: [] };
    if (this.sentOf(unit) !== -1) return { guesses: this.#repeated(this.sentOf(unit)) };
    const guesses = this.alignment.guesses.get(unit) ?? [];
    const known = unique(guesses.flatMap((sent) => this.index.paragraphs[sent]?.passage ?? []));
    const before = this.before(this.units[unit]?.at ?? 0);
    return { guesses: known.length > 0 || before === undefined ? known : [before] };
  }

  /** Passages whose words the program repeats in a paragraph of its own, such as an entry of the glossary. */
  #repeated(sent: number): readonly SentPassage[] {
    const bag = this.index.bag(sent);
    const ranked = [...this.index.near(bag)]
      .filter((one) => one !== sent && this.index.paragraphs[one]?.passage !== undefined)
      .map((one) => ({ one, score: likeness(bag, this.index.bag(one)) }))
      .filter(({ score }) => score >= REPEATED)
      .sort((one, other) => other.score - one.score || one.one - other.one);
    return unique(ranked.slice(0, 1).flatMap(({ one }) => this.index.paragraphs[one]?.passage ?? []));
  }

  /** Where a paragraph of the file belongs; one that is new belongs behind the passage before it. */
  ofRaw(raw: number): Placing {
    const unit = this.#unitOfRaw.get(raw);
    return unit === undefined ? this.behind(raw) : this.ofUnit(unit);
  }

  /** The place behind the last passage before a paragraph of the file; a guess where its neighbour is not sure. */
  behind(raw: number): Placing {
    const unit = this.#unitBefore(raw);
    const passage = this.index.paragraphs[this.sentOf(unit)]?.passage;
    if (passage !== undefined) return { passage, guesses: [] };
    const known = this.before(raw) ?? this.#after(raw);
    return { guesses: known === undefined ? [] : [known] };
  }

  /** The last passage that is sure before a paragraph of the file. */
  before(raw: number): SentPassage | undefined {
    for (let unit = this.#unitBefore(raw); unit >= 0; unit -= 1) {
      const passage = this.index.paragraphs[this.sentOf(unit)]?.passage;
      if (passage !== undefined) return passage;
    }
    return undefined;
  }

  #after(raw: number): SentPassage | undefined {
    for (let unit = this.#unitBefore(raw) + 1; unit < this.units.length; unit += 1) {
      const passage = this.index.paragraphs[this.sentOf(unit)]?.passage;
      if (passage !== undefined) return passage;
    }
    return undefined;
  }

  #unitBefore(raw: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < raw) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function unique(passages: readonly SentPassage[]): SentPassage[] {
  return [...new Set(passages)];
}
