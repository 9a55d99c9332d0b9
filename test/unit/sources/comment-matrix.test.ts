import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IngestOptions } from '../../../src/sources/ingest/ingest-types.ts';
import { SURVEY_FLAGS, SurveyWorkspace, textFile } from './survey-workspace.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;
const FOLDER = DATA === undefined ? '' : join(DATA, 'comments');
const YES: IngestOptions = {
  ...SURVEY_FLAGS,
  yes: true,
  defaults: { ...SURVEY_FLAGS.defaults, date: '2022-08', attribution: 'organisation' },
};

describe.skipIf(!existsSync(FOLDER))('a real matrix of 158 comments (needs PENHOLDER_TEST_DATA)', () => {
  it.each(['xlsx', 'csv'])('loses no row as .%s', async (kind) => {
    const workspace = new SurveyWorkspace();
    const name = `us-public-trust-cp-comments-partA.${kind}`;
    const { summary } = await workspace.ingest([{ name, bytes: readFileSync(join(FOLDER, name)) }], YES);
    expect(summary).toMatchObject({ new: 6, held: 0, refused: 0 });
    const notes = await workspace.notes();
    const counts = Object.fromEntries(notes.map(({ frontMatter, inputs }) => [frontMatter.from, inputs.length]));
    expect(counts).toEqual({
      'Scott S. Perry CPA, PLLC': 21,
      FPKIMA: 81,
      'Army CIO/G-6': 4,
      NSA: 44,
      SSA: 3,
      DHA: 5,
    });
    const inputs = notes.flatMap((note) => note.inputs);
    expect(inputs.filter(({ kinds }) => kinds.includes('comment'))).toHaveLength(158);
    expect(inputs.some(({ text }) => text.startsWith('No. 1, section 1.1, page 10, line 18: I would discourage'))).toBe(
      true,
    );
    expect(inputs.some(({ text }) => text.includes('0000001') || text.includes('0000002'))).toBe(false);
  });

  it('changes nothing when it comes in again', async () => {
    const workspace = new SurveyWorkspace();
    const name = 'us-public-trust-cp-comments-partA.xlsx';
    const file = { name, bytes: readFileSync(join(FOLDER, name)) };
    await workspace.ingest([file], YES);
    expect((await workspace.ingest([file], YES)).plan.writes).toEqual([]);
  });
});

describe('a comment matrix', () => {
  const HEAD = 'Organization,Reviewer name,Section,Page,Comment,Proposed change';

  it('keeps the proposed change, and leaves out who wrote it down', async () => {
    const workspace = new SurveyWorkspace();
    const csv = `${HEAD}\nOffice A,Jane Doe,2.1,4,"Too long.\n\nAnd *unclear*.",Cut it.\n,John,3,5,No owner.,\n`;
    const { findings } = await workspace.ingest([textFile('matrix.csv', csv)], YES);
    const notes = await workspace.notes();
    expect(notes.map(({ frontMatter }) => frontMatter.from)).toEqual([undefined, 'Office A']);
    expect(notes[1]?.inputs.map(({ text }) => text)).toEqual([
      'Section 2.1, page 4: Too long.\nAnd *unclear*.\nProposed change: Cut it.',
    ]);
    expect(findings.map(({ check }) => check)).toContain('ingest/no-organisation');
    const texts = await Promise.all((await workspace.paths('')).map((path) => workspace.read(path)));
    expect(texts.join('')).not.toMatch(/Jane|John/u);
  });

  it('names no organisation in a file name unless it agreed to be named', async () => {
    const workspace = new SurveyWorkspace();
    const csv = `${HEAD}\nOffice A,,2.1,4,Too long.,\nOffice B,,3,5,No owner.,\n`;
    await workspace.ingest([textFile('matrix.csv', csv)], {
      ...YES,
      defaults: { ...YES.defaults, attribution: 'none' },
    });
    expect(await workspace.paths('consultations')).toEqual([
      'consultations/first/matrix-1.md',
      'consultations/first/matrix-2.md',
    ]);
  });

  it('reads the ISO template by position where it has no headings', async () => {
    const workspace = new SurveyWorkspace();
    const rows = [
      'FR;;4.1;;te;The term is not defined.;Add a definition.;',
      'FR;12;4.2;;ed;A comma is missing.;Add it.;',
      'JP;;5;;ge;The scope is too wide.;;',
    ];
    await workspace.ingest([textFile('iso.csv', `${rows.join('\n')}\n`)], YES);
    const notes = await workspace.notes();
    expect(notes.map(({ frontMatter, inputs }) => [frontMatter.from, inputs.length])).toEqual([
      ['FR', 2],
      ['JP', 1],
    ]);
    expect(notes[0]?.inputs[0]?.text).toContain(
      'Section 4.1: The term is not defined.\nProposed change: Add a definition.',
    );
  });

  it('updates what a corrected matrix changes, organisation by organisation', async () => {
    const workspace = new SurveyWorkspace();
    const csv = `${HEAD}\nOffice A,,2.1,4,The text is far too long for anybody.,\nOffice B,,3,5,Nobody owns this obligation at all.,\n`;
    await workspace.ingest([textFile('matrix.csv', csv)], YES);
    const before = (await workspace.notes()).flatMap(({ inputs }) => inputs.map(({ ref }) => ref));
    const { summary } = await workspace.ingest([textFile('matrix.csv', csv.replace('at all', 'yet'))], YES);
    expect(summary).toMatchObject({ new: 0, updated: 2 });
    expect((await workspace.notes()).flatMap(({ inputs }) => inputs.map(({ ref }) => ref))).toEqual(before);
  });

  it('says what can not be read', async () => {
    const workspace = new SurveyWorkspace();
    const { findings } = await workspace.ingest([textFile('old.xls', 'x')], YES);
    expect(findings).toEqual([
      expect.objectContaining({ check: 'ingest/old-format', hint: expect.stringContaining('save as .xlsx') }),
    ]);
    const open = await workspace.ingest([textFile('open.csv', `${HEAD}\nA,,1,1,"never closed,\nB,,1,1,x,\n`)], YES);
    expect(open.findings).toContainEqual(
      expect.objectContaining({ check: 'ingest/row-not-read', place: { file: 'open.csv', line: 2, column: 1 } }),
    );
  });
});
