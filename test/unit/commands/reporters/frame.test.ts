import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../../src/commands/reporters/frame.ts';

const place = { file: 'drafts/10-scope.md', line: 1, column: 1 };

describe('frameOf', () => {
  test('cuts a huge line without measuring all of it', () => {
    const huge = 'абв'.repeat(500_000);
    const begun = performance.now();
    const frame = frameOf(huge, { ...place, column: 700_000 }, 80);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(frame?.line).toMatch(/^…[абв]+…$/u);
  });

  test('shows a short line whole', () => {
    expect(frameOf('Some words.', place, 80)?.line).toBe('Some words.');
  });
});
