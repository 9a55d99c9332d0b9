import { describe, expect, it } from 'vitest';
import { fileProblem } from '../../../../src/files/file-problem.ts';
import { readWord } from '../../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks } from '../../../../src/files/word/views.ts';
import { wordFacts } from '../../../../src/sources/word/word-facts.ts';
import { wordTree } from '../../../../src/sources/word/word-tree.ts';
import { cpuSeconds } from '../../cpu-time.ts';
import { HOSTILE_FILES, LYING_FILES } from './hostile-files.ts';

/** Seconds of processor time that tell a file which runs away; the benchmark of hostile files holds the promised three. */
const MOST_SECONDS = 10;

describe('a hostile Word file', () => {
  it.each(HOSTILE_FILES)('with $name ends as $expected', ({ make, expected }) => {
    const bytes = make();
    const seconds = cpuSeconds(() => {
      const reading = readWord(bytes);
      expect('problem' in reading ? reading.problem.code : 'read').toBe(expected);
    });
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  it.each(HOSTILE_FILES.filter(({ expected }) => expected === 'read'))(
    'with $name is shown in every way',
    ({ make }) => {
      const reading = readWord(make());
      if ('problem' in reading) throw new Error(reading.problem.message);
      for (const view of ['original', 'accepted'] as const)
        expect(() => blockLines(viewBlocks(reading.file.body, reading.file, view))).not.toThrow();
      for (const view of ['original', 'accepted', 'tracked'] as const) {
        expect(JSON.stringify(wordFacts(reading.file, view))).toContain('"text"');
        expect(wordTree(reading.file, view).type).toBe('root');
      }
    },
  );

  it('is said to be what it is, with what to ask its sender for', () => {
    for (const { make, expected, name } of LYING_FILES.filter(({ expected: code }) => code !== 'read')) {
      const reading = readWord(make());
      if (!('problem' in reading)) throw new Error(name);
      const { message, hint } = reading.problem;
      expect(message, name).toBe(fileProblem(reading.problem.code).message);
      expect(`${message} ${hint}`, `${name}: ${expected}`).not.toMatch(/csv|xlsx|worksheet|spreadsheet/iu);
      expect(hint, name).toMatch(/sent it|save it|name it/iu);
    }
  });
});
