import { describe, expect, it } from 'vitest';
import { naturalOrder } from '../../../src/text/natural-order.ts';

describe('natural order', () => {
  it('counts numbers in names by their value', () => {
    expect(['sec10.md', 'sec2.md', '90-b.md', '10-a.md', 'sec1_2.md'].sort(naturalOrder)).toEqual([
      '10-a.md',
      '90-b.md',
      'sec1_2.md',
      'sec2.md',
      'sec10.md',
    ]);
  });

  it('never calls two different names equal', () => {
    expect(naturalOrder('a01', 'a1')).not.toBe(0);
    expect(Math.sign(naturalOrder('a01', 'a1'))).toBe(-Math.sign(naturalOrder('a1', 'a01')));
  });
});
