import { expect, test } from 'vitest';
import { disclosures } from '../../../src/trace/disclose-input.ts';
import { nearIdenticalInputs } from '../../../src/trace/near-identical-inputs.ts';
import { readSample, SAMPLE } from '../reports/sample-consultation.ts';

/** The sample, in which the letter of a campaign was given under another promise. */
async function groupsWith(quote: string) {
  const path = 'consultations/first/letter.md';
  const letter = (SAMPLE[path] ?? '').replace('quote: verbatim', `quote: ${quote}`);
  const { notes, process } = await readSample({ ...SAMPLE, [path]: letter });
  return nearIdenticalInputs(notes, disclosures({ notes, process, audience: { distribution: 'public' } }));
}

test('words that may not be passed on are not told by naming who said nearly the same', async () => {
  const { inputs, submissions } = await groupsWith('paraphrase');
  expect(inputs.groups).toEqual([{ size: 2, refs: ['first/coalition#i1'], sample: expect.any(String) }]);
  expect(submissions.groups).toEqual([{ size: 2, refs: ['first/coalition'] }]);
});

test('those whose words may be quoted are named beside one another', async () => {
  const { inputs, submissions } = await groupsWith('verbatim');
  expect(inputs.groups[0]?.refs).toEqual(['first/coalition#i1', 'first/letter#i1']);
  expect(submissions.groups[0]?.refs).toEqual(['first/coalition', 'first/letter']);
});
