import { describe, expect, it } from 'vitest';
import type { ShardLine } from '../../../../src/sources/survey/shards.ts';
import { updateShards } from '../../../../src/sources/survey/update-shards.ts';

const EMPTIED: ShardLine = { id: 'i1', heading: 'Withdrawn', text: 'Withdrawn.', withdrawn: '2022-10-28' };
const SAID: ShardLine = { id: 'i1', respondent: 'r1', heading: 'Why?', text: 'My words.' };
const OTHER: ShardLine = { id: 'i2', respondent: 'r2', heading: 'Why?', text: 'Other words.' };

function fileOf(...lines: readonly ShardLine[]): Uint8Array {
  return new TextEncoder().encode(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

function updated(before: readonly ShardLine[], after: readonly ShardLine[]): readonly string[] {
  const { shards } = updateShards({ before, after: [fileOf(...after)], answered: new Set(), path: 'note.md' });
  return shards.flatMap((bytes) => new TextDecoder().decode(bytes).trim().split('\n'));
}

describe('updateShards', () => {
  it('never brings back the words of an input that was withdrawn', () => {
    expect(updated([EMPTIED, OTHER], [SAID, OTHER])).toEqual([JSON.stringify(EMPTIED), JSON.stringify(OTHER)]);
  });

  it('remembers what was withdrawn where an export lacks it, so that the next one cannot bring it back', () => {
    const without = updated([EMPTIED, OTHER], [OTHER]);
    expect(without).toEqual([JSON.stringify(OTHER), JSON.stringify(EMPTIED)]);
    const lines = without.map((line) => JSON.parse(line) as ShardLine);
    expect(updated(lines, [SAID, OTHER]).join()).not.toContain('My words.');
  });
});
