import type { Matching } from './match-passages.ts';

type Votes = Map<string, Map<string, number>>;

// A file that still has this share of what most of its passages went to is the file of its name.
const OF_ITS_NAME = 0.25;

function mostVoted(own: string, counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [file, count] of counts) if (count > most) [best, most] = [file, count];
  return (counts.get(own) ?? 0) >= OF_ITS_NAME * most ? own : best;
}

function vote(votes: Votes, from: string, to: string): void {
  const counts = votes.get(from) ?? new Map<string, number>();
  votes.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
}

/**
 * Finds passages that stand in another file than the one their file became, though they kept their order. A file that
 * was only given another name, cut in two at its end or put together with another takes its passages with it.
 *
 * @param matching which passage became which
 */
export function movedToAnotherFile({ corpus, links }: Matching): (from: number, to: number) => boolean {
  const fileOf = (side: 'from' | 'to', index: number) => corpus[side].passages[index]?.ref.file ?? '';
  const [forth, back]: [Votes, Votes] = [new Map(), new Map()];
  links.to.forEach((to, from) => {
    if (to < 0) return;
    vote(forth, fileOf('from', from), fileOf('to', to));
    vote(back, fileOf('to', to), fileOf('from', from));
  });
  if (forth.size < 2 && back.size < 2) return () => false;
  const became = new Map([...forth].map(([file, counts]) => [file, mostVoted(file, counts)] as const));
  const cameFrom = new Map([...back].map(([file, counts]) => [file, mostVoted(file, counts)] as const));
  return (from, to) => {
    const [before, after] = [fileOf('from', from), fileOf('to', to)];
    return before !== after && became.get(before) !== after && cameFrom.get(after) !== before;
  };
}
