import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../unit/checks/check-world.ts';

const RUNS = Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 60);

/** Pieces that rules look at, in any order and nesting. */
const PIECES = [
  '# Title',
  '## Question {#q1}',
  '- Nobody asks. #barrier ^i1',
  'Every child has rights. ^p-7k2m9qd',
  '[should]{.bracket by="X"}',
  '[the child]{.agreed source="crc"}',
  '[@crc, art. 1]',
  '[](#p-7k2m9qd)',
  '![](a.png)',
  ':::alternatives{#a}',
  ':::',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '[^1]',
  '[^1]: Note.',
  '---',
  'lead: X',
  'supporting: [1, {}]',
  'participants: { age-bands: { "11": 2 } }',
  'safeguarding: { feedback-by: 2020 }',
  '- input: i1',
  '  decision: duplicate',
  '  duplicate-of: i1',
  '  reason: r',
  '<b>',
  '&#0;',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 12 })
  .map((parts) => parts.join('\n'));

const HEAD = '---\nround: first\ndate: 2022-09-14\nmethod: interview\ngroup: children\n---\n\n## Said\n\n';

test('no text makes a rule fail, and every finding has a place and a known severity', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (section, note, responses, frozen) => {
      const findings = await check({
        files: {
          'drafts/10-a.md': section,
          'drafts/20-b.md': `---\ntitle: B\n---\n\n${section}`,
          'consultations/first/a.md': note,
          'consultations/first/b.md': `${HEAD}${note}`,
          'consultations/first/b.responses.yaml': responses,
          'stakeholders.yaml': responses,
          'decisions/d1.md': note,
        },
        frozen: { zero: { 'drafts/10-a.md': frozen } },
      });
      expect(findings.filter((finding) => finding.check === 'workspace/check-failed')).toEqual([]);
      for (const { place, severity, message } of findings) {
        expect(['error', 'warning', 'info']).toContain(severity);
        expect(place.line).toBeGreaterThanOrEqual(1);
        expect(place.column).toBeGreaterThanOrEqual(1);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: RUNS },
  );
});
