import { describe, expect, it } from 'vitest';
import { markdownNote } from '../../../src/sources/markdown-note.ts';
import { planIngest } from '../../../src/sources/plan-ingest.ts';
import { PROCESS } from './sample.ts';

const SAFE =
  'safeguarding: { risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }';
const process = { ...PROCESS, groups: [{ id: 'children', title: 'Children', safeguarding: 'required' as const }] };
const note = (words: string) =>
  `---\nround: first\ndate: 2022-09\nmethod: in-person-discussion\ngroup: children\n${SAFE}\n---\n## Barriers\n\n- ${words} #barrier\n- Programmes are made before anyone asks us. #barrier\n`;
const file = (name: string, words = 'Nobody asks us.') => ({ name, bytes: new TextEncoder().encode(note(words)) });

type Plan = Awaited<ReturnType<typeof planIngest>>;
const ingest = (files: Parameters<typeof planIngest>[0]['files'], before?: Plan) =>
  planIngest({
    files,
    existing: (before?.plan.writes ?? []).map(({ path, bytes }) => ({ name: path, bytes })),
    responses: [],
    process,
    sources: [markdownNote],
    options: { defaults: {} },
  });
const written = ({ plan }: Plan) =>
  plan.writes.map(({ path, bytes }) => `${path}\n${new TextDecoder().decode(bytes)}`).join('\n');

describe('the file of a child', () => {
  it('gives its name to nothing that git sees', async () => {
    const made = await ingest([file('Amina Diallo.md')]);
    expect(made.plan.writes.map(({ path }) => path)).toEqual(['consultations/first/children-2022-09.md']);
    expect(written(made)).not.toMatch(/amina|diallo/iu);
    expect(written(made)).toContain('name: withheld');
  });

  it('is known again, as it was and corrected', async () => {
    const first = await ingest([file('Amina Diallo.md')]);
    const again = await ingest([file('Amina Diallo.md')], first);
    expect(again.summary.unchanged).toBe(1);
    expect(again.plan.writes).toEqual([]);
    const corrected = await ingest([file('Amina Diallo.md', 'Nobody ever asks us.')], first);
    expect(corrected.summary).toMatchObject({ new: 0, updated: 1 });
    expect(corrected.plan.writes.map(({ path }) => path)).toEqual(['consultations/first/children-2022-09.md']);
    expect(written(corrected)).not.toMatch(/amina|diallo/iu);
  });

  it('keeps a name that says no more than group, region and method', async () => {
    const made = await ingest([file('children-consultation-2022.md')]);
    expect(made.plan.writes.map(({ path }) => path)).toEqual(['consultations/first/children-consultation-2022.md']);
  });
});
