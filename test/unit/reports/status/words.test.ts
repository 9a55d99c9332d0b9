import { describe, expect, it } from 'vitest';
import type { StageStatus, StatusFacts } from '../../../../src/reports/status/data.ts';
import { stageWords } from '../../../../src/reports/status/words.ts';

const NEXT: StageStatus = {
  id: 'second',
  title: 'Second draft',
  state: 'next',
  waitsFor: [],
  unanswered: 0,
  uncleared: [],
  overdue: false,
};

const words = (stage: Partial<StageStatus>) =>
  stageWords({ ...NEXT, ...stage }, { repository: true } as unknown as StatusFacts);

describe('how a stage stands, in words', () => {
  it('says that it can be frozen only where every input before it is answered', () => {
    expect(words({})).toBe('can be frozen');
    expect(words({ unanswered: 1 })).toBe('waits for one answer');
    expect(words({ unanswered: 88, overdue: true })).toBe('waits for 88 answers, overdue');
    expect(words({ uncleared: ['UNICEF'] })).toBe('waits for clearance');
  });

  it('names the rounds that are not over first', () => {
    expect(words({ unanswered: 3, waitsFor: ['second'] })).toBe('waits for second');
  });

  it('leaves later stages for later', () => {
    expect(words({ state: 'later', unanswered: 3 })).toBe('later');
  });
});
