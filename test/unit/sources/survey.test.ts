import { describe, expect, it } from 'vitest';
import { withoutInput } from '../../../src/sources/consultation-note/tombstone.ts';
import { KOBO_QUESTIONNAIRE, questionnaire, SURVEY_FLAGS, SurveyWorkspace, textFile } from './survey-workspace.ts';

const HEADS = ['assent', 'age_band', 'pillars', 'barriers', 'solutions', 'n_people', '_uuid', '_submission_time'];

interface Row {
  readonly uuid: string;
  readonly barriers?: string;
  readonly solutions?: string;
  readonly assent?: string;
  readonly day?: string;
}

function exported(rows: readonly Row[]): string {
  const lines = rows.map(({ uuid, barriers = '', solutions = '', assent = 'yes', day = '2022-08-01' }) =>
    [assent, 'u12', 'dev hr', barriers, solutions, '3', uuid, `${day}T10:00:00`].map((cell) => `"${cell}"`).join(';'),
  );
  return `\ufeff${[HEADS.join(';'), ...lines].join('\r\n')}\r\n`;
}

const many = (count: number, more: (index: number) => Partial<Row> = () => ({})): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    uuid: `uuid-${index}`,
    barriers: `Nobody asks us, says number ${index}.`,
    ...more(index),
  }));

const workspaceWith = () => new SurveyWorkspace([questionnaire(KOBO_QUESTIONNAIRE)]);

describe('a survey of up to 200 respondents', () => {
  it('becomes one note with counts, and an input for each answer in words', async () => {
    const workspace = workspaceWith();
    await workspace.ingest([textFile('survey.csv', exported(many(12)))]);
    const [note] = await workspace.notes();
    expect(note?.inputs).toHaveLength(12);
    expect(note?.frontMatter).toMatchObject({ method: 'survey', participants: { total: 12 }, date: '2022-08' });
    const text = await workspace.read(note?.file ?? '');
    expect(text).toContain('| Under 12 | 12 |');
    expect(text).not.toContain('uuid-');
  });

  it('counts only who agreed to take part', async () => {
    const workspace = workspaceWith();
    const rows = many(3, (index) => ({ assent: index === 1 ? 'no' : 'yes' }));
    const { findings } = await workspace.ingest([textFile('survey.csv', exported(rows))]);
    const [note] = await workspace.notes();
    expect(note?.inputs.map(({ text }) => text)).toEqual([
      'Nobody asks us, says number 0.',
      'Nobody asks us, says number 2.',
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ check: 'ingest/no-consent' }));
  });

  it('holds back the row that says who somebody is, and takes the rest', async () => {
    const workspace = workspaceWith();
    const rows = many(3, (index) => (index === 1 ? { barriers: 'Write to jane.doe@mail.org about it.' } : {}));
    const { findings, summary } = await workspace.ingest([textFile('survey.csv', exported(rows))]);
    expect(summary).toMatchObject({ new: 1, held: 0 });
    const held = findings.find(({ check }) => check === 'ingest/row-held');
    expect(held).toMatchObject({ severity: 'error', place: { file: 'survey.csv', line: 3, column: 4 } });
    expect(held?.message).toContain('Row 3, column D');
    expect(JSON.stringify(findings)).not.toContain('jane');
    const [note] = await workspace.notes();
    expect(note?.inputs).toHaveLength(2);
    expect(await workspace.read(note?.file ?? '')).not.toContain('jane');
    const [kept = ''] = await workspace.paths('.penholder/quarantine/kept-out');
    expect(await workspace.read(kept)).toContain('jane.doe@mail.org');
  });

  it('changes nothing when it comes in again', async () => {
    const workspace = workspaceWith();
    const file = textFile('survey.csv', exported(many(5)));
    await workspace.ingest([file]);
    const { plan, summary } = await workspace.ingest([file]);
    expect(summary.unchanged).toBe(1);
    expect(plan.writes).toEqual([]);
  });

  it('keeps ids when a corrected export comes under another name', async () => {
    const workspace = workspaceWith();
    await workspace.ingest([textFile('survey.csv', exported(many(5)))]);
    const before = (await workspace.notes())[0]?.inputs ?? [];
    const corrected = [...many(5, (index) => (index === 2 ? { barriers: 'Quite other words.' } : {}))].reverse();
    const { summary } = await workspace.ingest([textFile('survey-2022-09.csv', exported(corrected))]);
    expect(summary).toMatchObject({ updated: 1, new: 0 });
    const notes = await workspace.notes();
    expect(notes).toHaveLength(1);
    const after = new Map(notes[0]?.inputs.map(({ id, text }) => [id, text]));
    expect([...after.keys()].sort()).toEqual(before.map(({ id }) => id).sort());
    expect(after.get(before[2]?.id)).toBe('Quite other words.');
  });

  it('marks who answered after the round had ended', async () => {
    const workspace = workspaceWith();
    const rows = many(3, (index) => ({ day: index === 2 ? '2024-01-01' : '2022-08-01' }));
    const { findings } = await workspace.ingest([textFile('survey.csv', exported(rows))]);
    expect(findings).toContainEqual(expect.objectContaining({ check: 'ingest/late-rows', severity: 'info' }));
    const [note] = await workspace.notes();
    expect(note?.inputs.map(({ late }) => late === true)).toEqual([false, false, true]);
  });

  it('tells by column what it left out', async () => {
    const workspace = new SurveyWorkspace();
    const head = 'Timestamp,Email Address,Your name,IP Address,What gets in the way?';
    const rows = ['one', 'two', 'three'].map(
      (word) => `2022-08-01,a@mail.org,Jane,10.0.0.1,"It is ${word} thing, really."`,
    );
    const file = textFile('form.csv', [head, ...rows].join('\n'));
    const { findings } = await workspace.ingest([file], { ...SURVEY_FLAGS, yes: true });
    const dropped = findings.find(({ check }) => check === 'ingest/columns-dropped');
    expect(dropped?.message).toContain('"Timestamp", "Email Address", "Your name", "IP Address"');
    const [note] = await workspace.notes();
    expect(note?.inputs.map(({ text }) => text)).toEqual([
      'It is one thing, really.',
      'It is two thing, really.',
      'It is three thing, really.',
    ]);
    expect(await workspace.paths('mappings')).toEqual(['mappings/form.yaml']);
    const again = textFile('form-next.csv', [head, ...rows, '2022-08-02,,,,New words here.'].join('\n'));
    const next = await workspace.ingest([again]);
    expect(next.summary.refused).toBe(0);
  });
});

describe('a survey of more than 200 respondents', () => {
  it('keeps its inputs in files of 500 lines, which the workspace reads', async () => {
    const workspace = workspaceWith();
    const rows = many(620, () => ({ solutions: 'Ask us before.' }));
    await workspace.ingest([textFile('big.csv', exported(rows))]);
    const files = (await workspace.paths('consultations')).filter((path) => path.endsWith('.jsonl'));
    expect(files).toEqual(['001', '002', '003'].map((name) => `consultations/first/big.inputs/${name}.jsonl`));
    expect((await workspace.read(files[0] ?? '')).trim().split('\n')).toHaveLength(500);
    const [note] = await workspace.notes();
    expect(note?.inputs).toHaveLength(1240);
    expect(new Set(note?.inputs.map(({ id }) => id)).size).toBe(1240);
    expect(note?.inputs[0]).toMatchObject({
      question: 'barriers',
      heading: 'What are the obstacles?',
      file: files[0],
      line: 1,
    });
    expect((await workspace.findings()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('gives the same ids as the same survey while it was small', async () => {
    const workspace = workspaceWith();
    await workspace.ingest([textFile('survey.csv', exported(many(150)))]);
    const before = (await workspace.notes())[0]?.inputs.map(({ id }) => id) ?? [];
    const { summary } = await workspace.ingest([textFile('survey.csv', exported(many(260)))]);
    expect(summary).toMatchObject({ updated: 1, new: 0 });
    const [note] = await workspace.notes();
    expect(note?.inputs).toHaveLength(260);
    expect(note?.inputs.slice(0, 150).map(({ id }) => id)).toEqual(before);
  });

  it('keeps what was narrowed or withdrawn while it was small', async () => {
    const workspace = workspaceWith();
    await workspace.ingest([textFile('survey.csv', exported(many(150)))]);
    const [small] = await workspace.notes();
    const [narrowed, withdrawn] = small?.inputs ?? [];
    const path = small?.file ?? '';
    if (withdrawn === undefined) throw new Error('The note has no inputs.');
    const text = withoutInput(await workspace.read(path), withdrawn, '2022-10-28').replace(
      'respondent="',
      'distribution="core-group" respondent="',
    );
    const write = { path, bytes: new TextEncoder().encode(text), mode: 'replace' as const };
    await workspace.world.apply({ writes: [write], renames: [], deletes: [], tags: [] });
    await workspace.ingest([textFile('survey.csv', exported(many(260)))]);
    const inputs = (await workspace.notes())[0]?.inputs ?? [];
    const find = (id: string | undefined) => inputs.find((input) => input.id === id);
    expect(find(narrowed?.id)?.visibility.distribution).toBe('core-group');
    expect(find(withdrawn.id)).toMatchObject({ text: 'Withdrawn.', withdrawn: '2022-10-28' });
  });

  it('writes only the files that a corrected export changes, and keeps ids and answered inputs', async () => {
    const workspace = workspaceWith();
    const rows = many(700);
    await workspace.ingest([textFile('big.csv', exported(rows))]);
    const before = (await workspace.notes())[0]?.inputs ?? [];
    const answered = before[699]?.id ?? '';
    const line = JSON.stringify({ input: answered, decision: 'noted', reason: 'Read.' });
    await workspace.world.apply({
      writes: [
        {
          path: 'consultations/first/big.responses/001.jsonl',
          bytes: new TextEncoder().encode(`${line}\n`),
          mode: 'new',
        },
      ],
      renames: [],
      deletes: [],
      tags: [],
    });
    const corrected = rows
      .slice(0, 699)
      .map((row, index) => (index === 600 ? { ...row, barriers: 'New words.' } : row));
    const { plan, findings } = await workspace.ingest([textFile('big.csv', exported(corrected))]);
    expect(plan.writes.map(({ path }) => path).filter((path) => path.includes('.inputs/'))).toEqual([
      'consultations/first/big.inputs/002.jsonl',
      'consultations/first/big.inputs/003.jsonl',
    ]);
    const after = (await workspace.notes())[0]?.inputs ?? [];
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[600]?.text).toBe('New words.');
    expect(findings).toContainEqual(expect.objectContaining({ check: 'ingest/answered-input-gone' }));
  });

  it('waits whole outside git while something is wrong with its note, and comes in whole', async () => {
    const workspace = new SurveyWorkspace();
    const file = textFile('big.csv', exported(many(620)));
    const held = await workspace.ingest([file], { round: 'first', yes: true });
    expect(held.summary).toMatchObject({ held: 1, new: 0 });
    expect(await workspace.paths('consultations')).toEqual([]);
    const waiting = await workspace.paths('.penholder/quarantine');
    expect(waiting.filter((path) => path.endsWith('.jsonl'))).toHaveLength(2);
    const mended = await workspace.ingest([], { ...SURVEY_FLAGS, yes: true });
    expect(mended.summary).toMatchObject({ new: 1, held: 0 });
    expect((await workspace.notes())[0]?.inputs).toHaveLength(620);
    expect(await workspace.paths('.penholder/quarantine')).toEqual([]);
  });
});
