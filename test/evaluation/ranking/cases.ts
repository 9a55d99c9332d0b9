import type { PassageIndex } from '../../../src/trace/likely-passages.ts';

/** A comment whose passages are known. */
export interface RankingCase {
  readonly name: string;
  /** Its words. */
  readonly text: string;
  /** The section it names, as it was written. */
  readonly stated: string;
  readonly index: PassageIndex;
  /** Ids of the passages that were changed for it. */
  readonly passages?: ReadonlySet<string>;
  /** Titles of the sections that were changed for it, as they are compared. */
  readonly titles: ReadonlySet<string>;
}
