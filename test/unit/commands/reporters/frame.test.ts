import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../../src/commands/reporters/frame.ts';
import { text } from '../../../../src/commands/reporters/text.ts';
import { cpuSeconds } from '../../cpu-time.ts';

const place = { file: 'drafts/10-scope.md', line: 1, column: 1 };

describe('frameOf', () => {
  test('cuts a huge line without measuring all of it', () => {
    const huge = 'абв'.repeat(500_000);
    const seconds = cpuSeconds(() => {
      expect(frameOf([huge], { ...place, column: 700_000 }, 80)?.line).toMatch(/^…[абв]+…$/u);
    });
    expect(seconds).toBeLessThan(2);
  });

  test('shows a short line whole', () => {
    expect(frameOf(['Some words.'], place, 80)?.line).toBe('Some words.');
  });
});

test('ten thousand findings of one file are framed at once', () => {
  const source = 'one: two\n'.repeat(20_000);
  const findings = Array.from({ length: 10_000 }, (_, index) => ({
    check: 'workspace/unknown-key',
    severity: 'warning' as const,
    message: 'What is this?',
    place: { ...place, line: index + 1 },
  }));
  const seconds = cpuSeconds(() => {
    const printed = text.render(findings, { read: () => source, chalk: new Chalk({ level: 0 }), width: 80 } as never);
    expect(printed.match(/│ one: two/gu)).toHaveLength(10_000);
  });
  expect(seconds).toBeLessThan(4);
});
