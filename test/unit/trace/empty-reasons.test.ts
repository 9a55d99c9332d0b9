import { expect, test } from 'vitest';
import { isEmptyReason } from '../../../src/trace/empty-reasons.ts';

test.each([
  'Noted',
  'NOTED.',
  'Noted, thank you.',
  'See above',
  'OK!',
  'done',
  'N/A',
  'n.a.',
  '—',
  '...',
  'Accepted.',
  'Not accepted – out of scope',
  'Noté',
  'Note',
  'Voir ci-dessus.',
  'S.O.',
  'Se toma nota.',
  'Véase arriba',
  'أُحيط علماً',
  'انظر أعلاه',
  'Принято к сведению.',
  'см. выше',
  '已注意。',
  '同上',
  '已采纳，谢谢。',
])('%s says nothing', (reason) => {
  expect(isEmptyReason(reason)).toBe(true);
});

test.each([
  'Noted in paragraph 12, which now says so.',
  'The same point is made in the introduction.',
  'See paragraph 4.',
  'Out of scope: budgets are for the Fifth Committee.',
  'Le paragraphe 3 le dit maintenant.',
  'النص يقول ذلك في الفقرة ٣',
  'Об этом говорится в пункте 3.',
  '第三段已说明此点。',
])('%s is a reason', (reason) => {
  expect(isEmptyReason(reason)).toBe(false);
});
