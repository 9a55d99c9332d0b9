import { describe, expect, it } from 'vitest';
import { withdrawnResponses } from '../../../src/workspace/withdraw-responses.ts';

const SOURCE = `# Kept by hand.
- input: i1
  decision: accepted
  reason: >-
    Because of what
    they said.
  by: UNICEF
  passages: [p-7k2m9qd]
  text: { p-7k2m9qd: 9c1e }
- input: i2 # another voice
  decision: noted
  reason: >-
    Long
    words.
`;

describe('withdrawnResponses', () => {
  it('marks one entry, keeps its passages, and leaves all others byte for byte', () => {
    expect(withdrawnResponses(SOURCE, ['i1'], '2022-10-28')).toBe(`# Kept by hand.
- input: i1
  decision: withdrawn
  reason: Withdrawn by its contributor.
  passages:
    - p-7k2m9qd
  date: 2022-10-28
- input: i2 # another voice
  decision: noted
  reason: >-
    Long
    words.
`);
  });

  it('adds an entry for an input that nobody answered, in a new file too', () => {
    const added = '- input: i3\n  decision: withdrawn\n  reason: Withdrawn by its contributor.\n  date: 2022-10-28\n';
    expect(withdrawnResponses(SOURCE, ['i3'], '2022-10-28')).toBe(SOURCE + added);
    expect(withdrawnResponses('', ['i3'], '2022-10-28')).toBe(added);
    expect(withdrawnResponses('[]\n', ['i3'], '2022-10-28')).toBe(added);
  });

  it('says nothing of what was said, whichever entry it is', () => {
    const after = withdrawnResponses(SOURCE, ['i1', 'i2'], '2022-10-28');
    expect(after).not.toMatch(/they said|Long|UNICEF|9c1e/u);
  });
});
