import { expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import type { Distribution } from '../../../src/model/document.ts';
import type { Verdict, VerdictEntry } from '../../../src/model/verdict.ts';
import { changeFingerprint, staleVerdicts, withVerdicts } from '../../../src/trace/overrule.ts';
import { read } from '../changes/documents.ts';

const REFS = { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } };

function logOf(from: string, to: string) {
  return compareDocuments(read(from), read(to), REFS);
}

function verdict(entry: Partial<VerdictEntry>): Verdict {
  return {
    entry: { change: '0'.repeat(16), severity: 'editorial', reason: 'Only the order changed.', by: 'OHCHR', ...entry },
    file: 'changes.yaml',
    line: 1,
  };
}

function judged(verdicts: readonly Verdict[], distribution: Distribution = 'core-group', holds = () => false) {
  const log = logOf('Entities should act at once.', 'Entities shall act at once.');
  return withVerdicts(log, { verdicts, audience: { distribution }, holds });
}

const FINGERPRINT = judged([]).changes[0]?.fingerprint ?? '';

test('a fingerprint is that of both sides, wherever the passage stands and however it is wrapped', () => {
  const [elsewhere] = logOf(
    '# T\n\nFirst.\n\nEntities should\nact at once.',
    '# T\n\nFirst.\n\nEntities shall act at once.',
  )
    .changes.filter(({ kind }) => kind === 'edited')
    .map(changeFingerprint);
  expect(elsewhere).toBe(FINGERPRINT);
  const [other] = logOf('Entities should act at once.', 'Entities shall act now at once.').changes;
  expect(other && changeFingerprint(other)).not.toBe(FINGERPRINT);
});

test('a verdict takes the place of the program’s, and says what that was', () => {
  const [change] = judged([verdict({ change: FINGERPRINT, date: '2022-10-12' })]).changes;
  expect(change?.severity).toBe('editorial');
  expect(change?.verdict).toBe('Only the order changed.');
  expect(change?.overruled).toEqual({
    was: 'substantive',
    reason: 'Only the order changed.',
    by: 'OHCHR',
    date: '2022-10-12',
  });
});

test.each([
  ['the reason is for the core group', verdict({ change: FINGERPRINT }), () => false],
  ['the reason names who may not be named', verdict({ change: FINGERPRINT, distribution: 'public' }), () => true],
])('the public learns that people judged it, and not why, where %s', (_, one, holds) => {
  const [change] = judged([one], 'public', holds).changes;
  expect([change?.severity, change?.overruled]).toEqual(['editorial', { was: 'substantive' }]);
  expect(change?.verdict).not.toContain('order');
});

test('a verdict whose words are gone is stale; one that agrees with the program is not', () => {
  const verdicts = [verdict({}), verdict({ change: FINGERPRINT, severity: 'substantive' })];
  const log = judged(verdicts);
  expect(log.changes[0]?.overruled).toBeUndefined();
  expect(staleVerdicts(verdicts, [log])).toEqual([verdicts[0]]);
});
