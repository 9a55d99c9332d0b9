/**
 * Judges the change engine by texts whose changes are known, and prints a table and the first mistakes.
 *
 * Usage: node test/evaluation/run.js [--seed 1,2,…] [--real] [--only <words of a scenario, or annotated>] [--limit <pieces>] [--examples <n>]
 *   --tools  sets other programs that compare words beside the engine
 *   --languages  edits texts in other languages: the Universal Declaration where PENHOLDER_TEST_DATA has it, made-up ones
 *   --ranking  judges instead how likely passages of real comments are ranked
 *   --real   edits the policy texts that PENHOLDER_TEST_DATA names, and judges the pairs annotated by hand
 */
import { loadEvaluation, ROOT } from './load.js';

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise);
const { rankingReport, report, toolTable } = await loadEvaluation();
if (args.includes('--tools')) process.stdout.write(toolTable(ROOT));
else if (args.includes('--ranking')) process.stdout.write(await rankingReport());
else
  process.stdout.write(
    report({
      seeds: option('seed', '1,2').split(',').map(Number),
      real: args.includes('--real'),
      languages: args.includes('--languages'),
      root: ROOT,
      only: option('only', ''),
      limit: Number(option('limit', '400')),
      examples: Number(option('examples', '3')),
    }),
  );
