import { extendExact, linkById, linkRepeats, linkUniqueTexts } from './anchors.ts';
import { buildCorpus, type Corpus } from './corpus.ts';
import { linkFuzzy } from './fuzzy.ts';
import { type Links, noLinks } from './links.ts';
import type { Passage } from './passages.ts';
import { findSpine, type Spine } from './spine.ts';
import { linkParts } from './splits-merges.ts';

/** Which passage became which, and which of them stayed in order. */
export interface Matching {
  readonly corpus: Corpus;
  readonly links: Links;
  readonly spine: Spine;
}

/**
 * Finds which passage of the earlier stage became which of the later: the surest evidence first.
 *
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 */
export function matchPassages(from: readonly Passage[], to: readonly Passage[]): Matching {
  const corpus = buildCorpus(from, to);
  const links = noLinks(corpus);
  linkById(corpus, links);
  linkUniqueTexts(corpus, links);
  extendExact(corpus, links);
  linkRepeats(corpus, links);
  linkFuzzy(corpus, links);
  linkParts(corpus, links);
  return { corpus, links, spine: findSpine(corpus, links) };
}
