import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../src/formats/md.ts';
import { type ConsultationData, consultation } from '../../../src/reports/consultation.ts';
import { readSample, SAMPLE, WITHHELD } from './sample-consultation.ts';

async function report(files: Readonly<Record<string, string>>) {
  const workspace = await readSample(files);
  const context = { workspace, audience: { distribution: 'public' as const }, date: '2022-10-28', today: '2022-10-28' };
  const built = consultation.build(context, { round: 'first' });
  const data = built.data as ConsultationData;
  const stateOf = (id: string) => data.practices.find((one) => one.id === id);
  return { markdown: toMarkdown(built.document), data, stateOf };
}

const KEPT = (SAMPLE['consultations/first/africa-children.md'] ?? '').replace(
  'distribution: public',
  `distribution: public
received: 2022-09-20
retain-until: 2030-12-31
safeguarding: { risk-assessment: 2022-09-01, focal-point: safeguarding lead, trained-facilitators: true, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }`,
);

describe('the report on good practice', () => {
  test('says of each practice whether it holds, from where it comes and what is missing', async () => {
    const { markdown } = await report(SAMPLE);
    await expect(markdown).toMatchFileSnapshot('../../cases/reports/consultation.md');
  });

  test('every practice has a source, a sentence and one of four states', async () => {
    const { data } = await report(SAMPLE);
    for (const { id, source, said, state } of data.practices) {
      expect(source.length, id).toBeGreaterThan(5);
      expect(said.length, id).toBeGreaterThan(0);
      for (const sentence of said) expect(sentence, id).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(['holds', 'missing', 'open', 'not-asked']).toContain(state);
    }
    expect(new Set(data.practices.map(({ id }) => id)).size).toBe(data.practices.length);
  });

  test('holds what is on record', async () => {
    const { stateOf } = await report({ ...SAMPLE, 'consultations/first/africa-children.md': KEPT });
    for (const id of ['space', 'trained', 'safe', 'accountable']) expect(stateOf(id)?.state, id).toBe('holds');
    expect(stateOf('window')?.state).toBe('holds');
    expect(stateOf('influence')).toMatchObject({ state: 'missing' });
  });

  test('feedback that is overdue is missing, whatever was promised', async () => {
    const late = KEPT.replace('feedback-by: 2022-12-15', 'feedback-by: 2022-10-01');
    const { stateOf } = await report({ ...SAMPLE, 'consultations/first/africa-children.md': late });
    expect(stateOf('accountable')).toMatchObject({
      state: 'missing',
      said: [expect.stringContaining('Feedback is overdue')],
    });
  });

  test('takes a translation for cleared and reviewed with what it was made from', async () => {
    const front = (more: string) =>
      `---\ngroup: children\nround: first\ntitle: A\n${more}---\n\n## What is missing? {#q1}\n\nSay it.\n`;
    const cleared =
      "reviewed-by: [{ by: children's advisers, date: 2022-07-01 }]\nclearance: { by: core group, date: 2022-07-10 }\n";
    const files = {
      'questionnaires/children-first.en.md': front(cleared),
      'questionnaires/children-first.fr.md': front('translation: { from: en, by: human }\n'),
    };
    expect((await report({ ...SAMPLE, ...files })).stateOf('clearance')).toMatchObject({ state: 'holds' });
    const bare = { ...files, 'questionnaires/children-first.en.md': front('') };
    expect((await report({ ...SAMPLE, ...bare })).stateOf('clearance')).toMatchObject({ state: 'missing' });
  });

  test('tells nothing of a consultation under the Chatham House Rule', async () => {
    expect((await report({ ...SAMPLE, ...WITHHELD })).markdown).toBe((await report(SAMPLE)).markdown);
  });
});
