import { type IndexedPassage, likelyPassages } from '../../../src/trace/likely-passages.ts';
import { statedPlaces } from '../../../src/trace/stated-place.ts';
import type { RankingCase } from './cases.ts';
import { plainTitle } from './texts.ts';

/** How many cases had what was sought first, or among the first five. */
export interface Hits {
  readonly first: number;
  readonly five: number;
}

/** Figures of some cases: passages and sections, by the ranking and by the section that was named alone. */
export interface Figures {
  readonly cases: number;
  readonly passage: Hits;
  readonly section: Hits;
  readonly statedPassage: Hits;
  readonly statedSection: Hits;
}

/** Judges the ranking on cases. */
export function judgeRanking(cases: readonly RankingCase[], useStated = true): Figures {
  const ranked = cases.map((one) => ({ one, order: byRanking(one, useStated) }));
  const stated = cases.map((one) => ({ one, order: byStated(one) }));
  return {
    cases: cases.length,
    passage: hits(ranked, passageHit),
    section: hits(ranked, sectionHit),
    statedPassage: hits(stated, passageHit),
    statedSection: hits(stated, sectionHit),
  };
}

interface Ordered {
  readonly one: RankingCase;
  readonly order: readonly IndexedPassage[];
}

function byRanking({ text, stated, index }: RankingCase, useStated: boolean): readonly IndexedPassage[] {
  const ranked = likelyPassages(useStated ? { text, heading: stated } : text, index);
  return ranked.flatMap(({ id }) => index.byId.get(id) ?? []);
}

/** The passages of the section that was named, in order: what who looks it up would read. */
function byStated({ stated, index }: RankingCase): readonly IndexedPassage[] {
  const near = statedPlaces({ text: '', heading: stated }, index);
  const under = index.passages.map((passage) => ({ passage, near: near(passage) })).filter((one) => one.near >= 0.4);
  return under.sort((a, b) => b.near - a.near).map(({ passage }) => passage);
}

/** Place of the first that was sought, from 0. */
function passageHit({ one, order }: Ordered): number {
  // A heading stands for its section, which is no answer to where the words are to change.
  const bodies = order.filter(({ id, under }) => under.at(-1)?.id !== id || one.passages?.has(id) === true);
  return bodies.findIndex(({ id }) => one.passages?.has(id));
}

function sectionHit({ one, order }: Ordered): number {
  const titles = [...new Set(order.map(({ under }) => plainTitle(under.at(-1)?.title ?? '')))];
  return titles.findIndex((title) => one.titles.has(title));
}

function hits(ordered: readonly Ordered[], place: (one: Ordered) => number): Hits {
  const places = ordered.map(place);
  return {
    first: places.filter((at) => at === 0).length,
    five: places.filter((at) => at >= 0 && at < 5).length,
  };
}

/** Figures in a line each. */
export function rankingTable(name: string, { cases, passage, section, statedPassage, statedSection }: Figures): string {
  const known = passage.five + statedPassage.five > 0;
  const share = ({ first, five }: Hits) => `${percent(first, cases)} first, ${percent(five, cases)} among five`;
  return [
    `${name}: ${cases} cases`,
    ...(known ? [`  passage, ranked        ${share(passage)}`] : []),
    ...(known ? [`  passage, stated alone  ${share(statedPassage)}`] : []),
    `  section, ranked        ${share(section)}`,
    `  section, stated alone  ${share(statedSection)}`,
    '',
  ].join('\n');
}

function percent(count: number, of: number): string {
  return of === 0 ? '–' : `${Math.round((100 * count) / of)} %`;
}
