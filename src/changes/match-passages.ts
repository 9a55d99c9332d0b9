import { extendExact, linkById, linkLeftovers, linkRepeats, linkUniqueTexts } from './anchors.ts';
import { buildCorpus, type Corpus } from './corpus.ts';
import { linkFollowers } from './followers.ts';
import { extendLike, linkElsewhere, linkLoneHeadings } from './fuzzy.ts';
import { linkInOrder, linkNear, linkRest } from './in-order.ts';
import { type Links, linkedPairs, noLinks } from './links.ts';
import { compareMarks } from './note-marks.ts';
import type { Passage } from './passages.ts';
import { linkSectionHeadings } from './section-headings.ts';
import { linkSentences } from './sentence-links.ts';
import { findSpine, type Spine } from './spine.ts';
import { linkParts } from './splits-merges.ts';
import { uncross } from './uncross.ts';

/** Which passage became which, and which of them stayed in order. */
export interface Matching {
  readonly corpus: Corpus;
  readonly links: Links;
  readonly spine: Spine;
}

/** The same passages with marks of footnotes that are equal where the notes became one another. */
function withMarks(corpus: Corpus, links: Links): Corpus {
  const { from, to } = compareMarks(corpus.from.passages, corpus.to.passages, linkedPairs(links));
  return { ...corpus, from: { ...corpus.from, passages: from }, to: { ...corpus.to, passages: to } };
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
  linkInOrder(corpus, links);
  linkParts(corpus, links, 'sure');
  linkElsewhere(corpus, links, 'sure');
  extendLike(corpus, links);
  linkFollowers(corpus, links);
  linkParts(corpus, links, 'likely');
  linkSentences(corpus, links);
  linkElsewhere(corpus, links, 'likely');
  extendLike(corpus, links);
  linkNear(corpus, links);
  linkRest(corpus, links);
  linkLeftovers(corpus, links);
  linkLoneHeadings(corpus, links);
  linkSectionHeadings(corpus, links);
  linkParts(corpus, links, 'likely');
  linkSentences(corpus, links);
  uncross(corpus, links);
  linkFollowers(corpus, links);
  return { corpus: withMarks(corpus, links), links, spine: findSpine(corpus, links) };
}
