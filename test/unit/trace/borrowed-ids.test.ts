import { expect, test } from 'vitest';
import type { SectionSource } from '../../../src/model/section.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { borrowedIds, withBorrowedId } from '../../../src/trace/borrowed-ids.ts';

function section(source: string, file = 'text.md'): SectionSource {
  const { tree } = parseMarkdown(source, { file, bodyOffset: 0, language: 'en' });
  return { file, source, frontMatter: {}, tree, findings: [] };
}

const WITH_IDS = [
  section(
    '# Duties\n\nStates hear children. ^p-1\n\nTwice said. ^p-2\n\nTwice said. ^p-3\n\n- An item. ^p-4\n\nNew. ^p-5\n',
    'drafts/1.md',
  ),
];

test('the same words lend their id, those that stand twice lend none', () => {
  const without = [section('# Duties\n\nStates hear children.\n\nTwice said.\n\n- An item.\n\nOther words.\n')];
  const borrowed = borrowedIds(without, WITH_IDS);
  expect([...borrowed]).toEqual([
    ['text.md:3', 'p-1'],
    ['text.md:7', 'p-4'],
  ]);
  const ref = { file: 'text.md', startLine: 3, endLine: 3, type: 'paragraph', section: '', order: 0 } as never;
  expect(withBorrowedId(ref, borrowed)).toMatchObject({ id: 'p-1' });
});

test('an id that the text has already is lent to nothing else in it', () => {
  expect([...borrowedIds([section('Other words. ^p-1\n\nStates hear children.\n')], WITH_IDS)]).toEqual([]);
});
