import type { TokenRun } from '../words.ts';

function lengthOn(run: TokenRun, side: 'from' | 'to'): number {
  if (run.kind === 'kept') return run.to.length;
  if (side === 'from') return run.kind === 'deleted' ? run.from.length : 0;
  return run.kind === 'inserted' ? run.to.length : 0;
}

/** Cuts a run that counts on the side in question in two. */
function cutRun(run: TokenRun, at: number): [TokenRun, TokenRun] {
  if (run.kind === 'kept') {
    return [
      { kind: 'kept', from: run.from.slice(0, at), to: run.to.slice(0, at) },
      { kind: 'kept', from: run.from.slice(at), to: run.to.slice(at) },
    ];
  }
  if (run.kind === 'deleted') {
    return [
      { kind: 'deleted', from: run.from.slice(0, at) },
      { kind: 'deleted', from: run.from.slice(at) },
    ];
  }
  return [
    { kind: 'inserted', to: run.to.slice(0, at) },
    { kind: 'inserted', to: run.to.slice(at) },
  ];
}

/**
 * Cuts runs into one list for each passage of a side.
 *
 * @param runs how joined passages differ
 * @param side the side that has several passages
 * @param lengths how many tokens each of them has
 */
export function cutAfter(runs: readonly TokenRun[], side: 'from' | 'to', lengths: readonly number[]): TokenRun[][] {
  const pieces: TokenRun[][] = lengths.map(() => []);
  let piece = 0;
  let room = lengths[0] ?? 0;
  const queue = [...runs].reverse();
  for (let run = queue.pop(); run; run = queue.pop()) {
    const length = lengthOn(run, side);
    const last = piece === lengths.length - 1;
    if (length > room && !last) {
      const [head, tail] = cutRun(run, room);
      if (room > 0) pieces[piece]?.push(head);
      queue.push(tail);
      piece += 1;
      room = lengths[piece] ?? 0;
    } else {
      pieces[piece]?.push(run);
      room -= length;
    }
  }
  return pieces;
}
