import type { Corpus, Side } from './corpus.ts';
import { bothFree, type Links, link } from './links.ts';

// More than half of the words that stand under a heading, on both sides, must have stayed together.
const MOST = 0.5;

/** For each passage the heading it stands under, as its place; -1 before the first. */
function headingsOf(side: Side): Int32Array {
  const headings = new Int32Array(side.passages.length);
  let last = -1;
  side.passages.forEach(({ type }, index) => {
    if (type === 'heading') last = index;
    headings[index] = last;
  });
  return headings;
}

/** Words that went from under one heading to under another, and in all. */
interface Flow {
  readonly between: Map<string, number>;
  readonly from: Map<number, number>;
  readonly to: Map<number, number>;
}

function add<Key>(sums: Map<Key, number>, key: Key, words: number): void {
  sums.set(key, (sums.get(key) ?? 0) + words);
}

function flowOf(corpus: Corpus, links: Links): Flow {
  const [earlier, later] = [headingsOf(corpus.from), headingsOf(corpus.to)];
  const flow: Flow = { between: new Map(), from: new Map(), to: new Map() };
  links.to.forEach((to, from) => {
    const passage = corpus.from.passages[from];
    if (to < 0 || passage === undefined || passage.type === 'heading') return;
    const [a, b] = [earlier[from] ?? -1, later[to] ?? -1];
    add(flow.between, `${a} ${b}`, passage.words);
    add(flow.from, a, passage.words);
    add(flow.to, b, passage.words);
  });
  return flow;
}

/**
 * Links free headings under which the same text stands: a section that got another title, however different it is.
 *
 * @param corpus both stages
 * @param links where links are added
 */
export function linkSectionHeadings(corpus: Corpus, links: Links): void {
  const flow = flowOf(corpus, links);
  for (const [pair, words] of flow.between) {
    const [from = -1, to = -1] = pair.split(' ').map(Number);
    if (from < 0 || to < 0 || !bothFree(links, from, to)) continue;
    const isMost = words > MOST * (flow.from.get(from) ?? 0) && words > MOST * (flow.to.get(to) ?? 0);
    if (isMost) link(links, from, to);
  }
}
