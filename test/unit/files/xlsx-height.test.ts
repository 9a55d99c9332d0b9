import { describe, expect, it } from 'vitest';
import { rowHeight } from '../../../src/files/xlsx-height.ts';

describe('the height of a row', () => {
  it('is left to the program where every cell fits on a line', () => {
    expect(rowHeight(['first/coalition#i1', 12, ''], [24, 8, 60])).toBe('');
  });

  it('is that of its longest cell', () => {
    expect(rowHeight(['short', 'word '.repeat(40)], [24, 60])).toBe(' ht="60" customHeight="1"');
  });

  it('counts lines that the text itself begins', () => {
    expect(rowHeight(['one\ntwo\nthree'], [20])).toBe(' ht="45" customHeight="1"');
  });

  it('counts wide scripts double', () => {
    expect(rowHeight(['儿童应当参与影响他们的决定儿童应当参与'], [20])).toBe(' ht="45" customHeight="1"');
  });

  it('leaves hidden columns out, and stays within what programs take', () => {
    expect(rowHeight(['x'.repeat(500)], [0])).toBe('');
    expect(rowHeight(['x'.repeat(30_000)], [40])).toBe(' ht="405" customHeight="1"');
  });
});
