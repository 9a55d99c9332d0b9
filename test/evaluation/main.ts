import { annotatedPairs } from './annotations.ts';
import { logOf } from './engine.ts';
import { languageSources } from './languages.ts';
import { linksOfTool, OTHER_TOOLS } from './other-tools.ts';
import { resultTable, table } from './results.ts';
import { makePair, SCENARIOS } from './scenarios.ts';
import { f1, type Score, score, sumTallies } from './score.ts';
import { ownSources, realSources } from './sources.ts';
import type { Pair } from './types.ts';

export { ownText } from './own-texts.ts';
export { rankingReport } from './ranking/report.ts';
export { makePair, SCENARIOS } from './scenarios.ts';
export { f1, precision, sumTallies } from './score.ts';

/** What is evaluated. */
export interface EvaluationOptions {
  readonly seeds: readonly number[];
  /** Edits real texts, and judges annotated pairs of them. */
  readonly real: boolean;
  /** Edits texts in other languages instead, and gives a line to each. */
  readonly languages?: boolean;
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
export function judge(pair: Pair, language = 'en'): Score {
  return score(pair, logOf(pair.from, pair.to, language).changes);
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

/** Judges all scenarios on texts in other languages, a result for each language. */
export function evaluateLanguages({ seeds, only = '', limit }: EvaluationOptions): Result[] {
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(only));
  return languageSources().map(({ name, language, pieces }) => ({
    name,
    scores: seeds.flatMap((seed) =>
      scenarios.map((scenario) => {
        const judged = judge(makePair(scenario, pieces, { seed, limit }), language);
        return { ...judged, mistakes: judged.mistakes.map((mistake) => `[${scenario.name}, seed ${seed}] ${mistake}`) };
      }),
    ),
  }));
}

/** Judges the pairs that were annotated by hand and are kept in the repository of this folder. */
export function evaluateAnnotated(root: string): Result[] {
  return annotatedPairs(root).map((pair) => ({ name: pair.name, scores: [judge(pair)] }));
}

/** Everything as text. */
export function report(options: EvaluationOptions & { readonly examples: number; readonly root: string }): string {
  if (options.languages) return resultTable(evaluateLanguages(options), options.examples);
  const edited = options.only === 'annotated' ? [] : evaluate(options);
  const results = [...edited, ...(options.real ? evaluateAnnotated(options.root) : [])];
  return resultTable(results, options.examples);
}

/** Pairs to compare programs on: a mixture of edits on made-up and real texts, and what was annotated. */
function pairsForTools(root: string): Pair[] {
  const mixture = SCENARIOS.filter(({ name }) => name === 'mixture' || name === 'move sections');
  const sources = [...ownSources(1), ...realSources()];
  const made = mixture.flatMap((scenario) =>
    sources.map(({ pieces }) => makePair(scenario, pieces, { seed: 1, limit: 250 })),
  );
  return [...made, ...annotatedPairs(root)];
}

/** F1 of links by program and by what was compared; undefined where a program is not installed. */
export function compareTools(root: string): { program: string; figures: Record<string, number> | undefined }[] {
  const pairs = pairsForTools(root);
  const names = [...new Set(pairs.map(({ name }) => name))];
  const engines: Record<string, (pair: Pair) => Score | undefined> = { 'penholder changes': judge };
  for (const program of Object.keys(OTHER_TOOLS)) {
    engines[program] = (pair) => {
      const entries = linksOfTool(program, pair);
      return entries && score(pair, entries);
    };
  }
  return Object.entries(engines).map(([program, engine]) => {
    const scores = pairs.map((pair) => ({ name: pair.name, tally: engine(pair)?.touched }));
    const of = (name: string) => scores.flatMap((each) => (each.name === name && each.tally ? [each.tally] : []));
    const missing = scores.some(({ tally }) => tally === undefined);
    const figures = Object.fromEntries(names.map((name) => [name, f1(sumTallies(of(name)))]));
    return { program, figures: missing ? undefined : figures };
  });
}

/** The comparison of programs as a table: F1 of the links that an edit touched. */
export function toolTable(root: string): string {
  const compared = compareTools(root);
  const names = Object.keys(compared[0]?.figures ?? {});
  const row = ({ program, figures }: (typeof compared)[number]) => [
    program,
    ...names.map((name) => figures?.[name]?.toFixed(3) ?? 'not installed'),
  ];
  return table([['links F1 where text was edited', ...names], ...compared.map(row)]);
}
