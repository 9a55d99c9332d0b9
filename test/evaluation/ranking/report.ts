import { judgeRanking, rankingTable } from './judge.ts';
import { nistCases } from './nist.ts';
import { publicTrustCases } from './public-trust.ts';

/** Figures of all real comments that `PENHOLDER_TEST_DATA` has. */
export async function rankingReport(): Promise<string> {
  const data = process.env.PENHOLDER_TEST_DATA ?? '';
  if (data === '') return 'PENHOLDER_TEST_DATA does not name the data.\n';
  const sets = [
    ['US public trust', await publicTrustCases(data)],
    ['NIST SP 800-63A', nistCases(data)],
  ] as const;
  return sets
    .flatMap(([name, cases]) => [
      rankingTable(name, judgeRanking(cases)),
      rankingTable(`${name}, words alone`, judgeRanking(cases, false)),
    ])
    .join('');
}
