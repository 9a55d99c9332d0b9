import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseResponses, readAsYaml } from '../../../src/workspace/parse-responses.ts';
import { quickResponses } from '../../../src/workspace/quick-responses.ts';
import { entryText } from '../../../src/workspace/response-yaml.ts';

const PLAIN = `# Kept by hand.
- input: i1
  decision: accepted-in-part
  reason: A reply within a reasonable time is asked for; "days" would not suit all.
  reason-child: "You said: ask. We wrote \\"ask\\"."
  passages: [p-1exnjsk, alt-age]
  text: { p-1exnjsk: "272b88569f48f41d", alt-age: deleted }
  by: drafting-team
  date: 2022-12-01

# the next
- input: i2
  decision: noted
  reason: >-
    It is said
    in the introduction.
  passages:
    - p-2
- input: i3
  decision: noted
  reason: |-
    One.
    Two.
`;

const VALUES = [
  'Plain words.',
  'a: b',
  'a:b',
  'a #b',
  'a#b',
  '#b',
  '- a',
  '-a',
  '1',
  '1.5',
  '12e3',
  '0x1f',
  'null',
  '~',
  'true',
  'yes',
  '.nan',
  '"quoted"',
  '"a \\n b"',
  '"a \\x41"',
  '"open',
  "'it''s'",
  "'it's'",
  '[a, b]',
  '[a,b]',
  '[]',
  '[ a ]',
  '[1]',
  '[a: b]',
  '{ a: b }',
  '{a: b}',
  '{ a: "1" }',
  '{ a: 1 }',
  '{}',
  '>-',
  '|-',
  '|',
  '>',
  '&a b',
  '*a',
  '!tag a',
  '',
  ' ',
  'a ',
  '`a`',
  '@a',
  '%a',
  'é',
  '\u0085',
  'a\tb',
  '? a',
  'key: |-',
  'a:',
  '2022-10-28',
  '2022-13-45',
];
const LINES = [
  '    more',
  '  more',
  '   more',
  'more',
  '',
  '# comment',
  '  # comment',
  '    # comment',
  '    - item',
  '  - item',
  '- item',
  '---',
  '...',
  '\t',
  '- input: i9',
  '  input: again',
  '<<<<<<< ours',
  '  by:',
  '    ',
  '      deep',
];

describe('quickResponses', () => {
  it('reads what people and the program write plainly', () => {
    expect(quickResponses(PLAIN)?.length).toBe(3);
    expect(parseResponses(PLAIN, 'a')).toEqual(readAsYaml(PLAIN, 'a'));
    expect(parseResponses(PLAIN, 'a').entries.map(({ line }) => line)).toEqual([2, 12, 19]);
  });

  it('says of faults what the YAML reader says', () => {
    for (const source of ['- input: i1\n  decision: agreed\n', '- input: 1\n', 'input: i1\n', '', '# none\n', '[]\n'])
      expect(parseResponses(source, 'a')).toEqual(readAsYaml(source, 'a'));
  });

  it('reads whatever the program writes', () => {
    const text = fc.stringMatching(/^[A-Za-z][A-Za-z ,.;'"()-]{0,60}[a-z.]$/u);
    fc.assert(
      fc.property(text, (reason) => {
        const source = entryText({
          input: 'i1',
          decision: 'noted',
          reason,
          passages: ['p-1', 'p-2'],
          text: { 'p-1': '9c1e' },
        });
        expect(quickResponses(source)?.[0]?.values.reason).toBe(reason);
      }),
    );
  });

  it('reads any text as the YAML reader does, or not at all', () => {
    const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 12, unit: 'grapheme' }));
    const line = fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom('reason', 'passages', 'text', 'by', 'date', 'decision'), value)
          .map(([key, text]) => `  ${key}: ${text}`),
      },
      { weight: 1, arbitrary: fc.constantFrom(...LINES) },
    );
    const entry = fc.array(line, { maxLength: 5 }).map((lines) => ['- input: i1', ...lines].join('\n'));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), fc.constantFrom('', '\n'), (entries, end) => {
        const source = entries.join('\n') + end;
        const quick = quickResponses(source);
        if (quick === undefined) return;
        const { entries: read, findings } = readAsYaml(source, 'a');
        expect(parseResponses(source, 'a')).toEqual({ file: 'a', entries: read, findings });
      }),
      { numRuns: 3000 },
    );
  });
});
