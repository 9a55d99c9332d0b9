import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { QUESTION_TYPES } from '../../../../src/model/questionnaire.ts';
import { ATTRIBUTE_KEYS } from '../../../../src/text/questionnaire/question-attributes.ts';
import { check } from '../../checks/check-world.ts';

const PAGE = readFileSync(new URL('../../../../templates/questionnaires/README.md', import.meta.url), 'utf8');

test('the page on the language of questionnaires names every attribute and every type', () => {
  const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'));
  const named = new Set(rows.flatMap((row) => row.match(/(?<=`)[a-z-]+(?=`)/gu) ?? []));
  expect(ATTRIBUTE_KEYS.filter((key) => !named.has(key))).toEqual([]);
  expect(QUESTION_TYPES.filter((type) => !named.has(type))).toEqual([]);
});

test('its example has no fault', async () => {
  const example = /```markdown\n(---\n[\s\S]*?)```/u.exec(PAGE)?.[1] ?? '';
  const files = { 'questionnaires/civil-society-first.en.md': example };
  expect(await check({ files, only: ['questionnaires'], today: '2022-01-01' })).toEqual([]);
});
