import { test } from 'vitest';
import { publicTrustCases } from './ranking/public-trust.ts';
import { judgeRanking, rankingTable } from './ranking/judge.ts';
test('x', async () => {
  const cases = await publicTrustCases('/work/shared/data');
  console.log(rankingTable('public trust', judgeRanking(cases)) + rankingTable('no stated', judgeRanking(cases, false)));
  for (const c of cases.slice(0, 12)) console.log(c.name, c.stated, [...c.passages ?? []], [...c.titles], c.text.slice(0, 150).replace(/\n/g, ' '));
});
