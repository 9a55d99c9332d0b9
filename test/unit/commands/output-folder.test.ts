import { expect, test } from 'vitest';
import { absolutePath } from '../../../src/commands/output-folder.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const { context } = memoryContext(memoryWorld(), { folder: '/home/a/workspace' });

test.each([
  ['out', '/home/a/workspace/out'],
  ['../out', '/home/a/out'],
  ['./out/', '/home/a/workspace/out/'],
  ['../../../../../out', '/out'],
  ['a/./b/../c.md', '/home/a/workspace/a/c.md'],
  ['..', '/home/a'],
  ['.hidden/..file', '/home/a/workspace/.hidden/..file'],
  ['/tmp/../var/x.pdf', '/var/x.pdf'],
  ['/tmp/x.pdf', '/tmp/x.pdf'],
  ['C:\\a\\..\\b', 'C:\\b'],
])('%s is made absolute without going up and down again: %s', (path, whole) => {
  expect(absolutePath(path, context)).toBe(whole);
});
