import { annotatedPairs } from './annotations.ts';
import { logOf } from './engine.ts';
import { resultTable } from './results.ts';
import { makePair, SCENARIOS } from './scenarios.ts';
import { type Score, score } from './score.ts';
import { ownSources, realSources } from './sources.ts';
import type { Pair } from './types.ts';

/** What is evaluated. */
export interface EvaluationOptions {
  readonly seeds: readonly number[];
  /** Edits real texts, and judges annotated pairs of them. */
  readonly real: boolean;
  /** Only scenarios whose name holds this. */
  readonly only?: string;
  /** Pieces of each text at most. */
  readonly limit: number;
}

/** A scenario, and how each of its pairs was judged. */
export interface Result {
  readonly name: string;
  readonly scores: readonly Score[];
}

/** Judges what the engine makes of a pair. */
export function judge(pair: Pair): Score {
  return score(pair, logOf(pair.from, pair.to).changes);
}

/** Judges all scenarios on all texts. */
export function evaluate({ seeds, real, only = '', limit }: EvaluationOptions): Result[] {
  return SCENARIOS.filter(({ name }) => name.includes(only)).map((scenario) => ({
    name: scenario.name,
    scores: seeds.flatMap((seed) => {
      const sources = real ? realSources() : ownSources(seed);
      return sources.map(({ name, pieces }) => {
        const judged = judge(makePair(scenario, pieces, { seed, limit }));
        return { ...judged, mistakes: judged.mistakes.map((mistake) => `[${name}, seed ${seed}] ${mistake}`) };
      });
    }),
  }));
}

/** Judges the pairs that were annotated by hand and are kept in the repository of this folder. */
export function evaluateAnnotated(root: string): Result[] {
  return annotatedPairs(root).map((pair) => ({ name: pair.name, scores: [judge(pair)] }));
}

/** Everything as text. */
export function report(options: EvaluationOptions & { readonly examples: number; readonly root: string }): string {
  const edited = options.only === 'annotated' ? [] : evaluate(options);
  const results = [...edited, ...(options.real ? evaluateAnnotated(options.root) : [])];
  return resultTable(results, options.examples);
}
