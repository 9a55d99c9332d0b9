import { describe, expect, test } from 'vitest';
import { json } from '../../../src/exports/json.ts';
import { toMarkdown } from '../../../src/formats/md.ts';
import type { Distribution } from '../../../src/model/document.ts';
import { type CoverageData, coverage } from '../../../src/reports/coverage.ts';
import { readSample, SAMPLE, WITHHELD } from './sample-consultation.ts';

async function report(
  files: Readonly<Record<string, string>>,
  { distribution = 'public', round = 'first' }: { distribution?: Distribution; round?: string } = {},
) {
  const workspace = await readSample(files);
  const built = coverage.build({ workspace, audience: { distribution }, date: '2022-10-28' }, { round });
  return { ...built, data: built.data as CoverageData, markdown: toMarkdown(built.document) };
}

const CASES = '../../cases/reports';

describe('the report on coverage', () => {
  test('puts the gaps first, then what was planned, then who took part', async () => {
    const { markdown, data } = await report(SAMPLE);
    await expect(markdown).toMatchFileSnapshot(`${CASES}/coverage.md`);
    const bytes = await json.render(data);
    await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(`${CASES}/coverage.json`);
  });

  test('draws plots whose words tell the figures, and gives them to every format', async () => {
    const { document } = await report(SAMPLE);
    const pictures = Object.entries(document.meta.pictures ?? {});
    expect(pictures.map(([name]) => name)).toEqual([
      'generated/coverage-targets.svg',
      'generated/coverage-group-by-region.svg',
      'generated/coverage-codes-pillar.svg',
    ]);
    for (const [name, bytes] of pictures) {
      const svg = new TextDecoder().decode(bytes);
      await expect(svg).toMatchFileSnapshot(`${CASES}/${name.replace('generated/', '')}`);
      expect(svg).not.toMatch(/href|script|@import|url\((?!#)/u);
    }
    const figures = document.root.children.flatMap((section) =>
      'children' in section ? section.children.filter((block) => block.type === 'figure') : [],
    );
    expect(figures.map((figure) => ('alt' in figure ? figure.alt : ''))).toEqual([
      expect.stringContaining('Children, Africa: 1 of 1'),
      expect.stringContaining('Children: Africa 1'),
      expect.stringContaining('Peace and security: 0 inputs'),
    ]);
  });

  test('counts a joint submission once, its signatories as reached, and marks what came late', async () => {
    const { data } = await report(SAMPLE);
    expect(data.joint).toEqual({ submissions: 1, signatories: 2, notListed: 1 });
    expect(data.groups).toEqual([
      { id: 'civil-society', listed: 3, invited: 3, reminded: 1, heard: 2, accommodated: 0 },
    ]);
    expect(data.late).toBe(1);
  });

  test('counts an input under no group where its group may not be told, and in the totals all the same', async () => {
    const path = 'consultations/first/africa-children.md';
    const codes = async (attribute: string) => {
      const files = { ...SAMPLE, [path]: (SAMPLE[path] ?? '').replace(' ^i1', `${attribute} ^i1`) };
      const [table] = (await report(files)).data.codes;
      return { cells: table?.cells[0], totals: table?.totals[0] };
    };
    expect(await codes('')).toEqual({ cells: [1, 0], totals: 1 });
    expect(await codes(' {attribution="none"}')).toEqual({ cells: [0, 0], totals: 1 });
  });

  test('gives both totals of near-identical inputs, and a sample that may be quoted', async () => {
    const { data } = await report(SAMPLE);
    const { inputs } = data.nearIdentical;
    expect([inputs.total, inputs.unique]).toEqual([4, 3]);
    expect(inputs.groups).toHaveLength(1);
    expect(inputs.groups[0]).toMatchObject({ size: 2, sample: expect.stringContaining('every plan of every entity') });
  });

  test.each(['public', 'core-group'] as const)(
    'is the same, byte for byte, whether or not there was a consultation under the Chatham House Rule: %s',
    async (distribution) => {
      const [without, withIt] = [
        await report(SAMPLE, { distribution }),
        await report({ ...SAMPLE, ...WITHHELD }, { distribution }),
      ];
      expect(withIt.markdown).toBe(without.markdown);
      expect(JSON.stringify(withIt.data)).toBe(JSON.stringify(without.data));
    },
  );

  test('tells the same whether one or four took part in an interview', async () => {
    const replaced = (path: string, from: string, to: string) => ({ [path]: (SAMPLE[path] ?? '').replace(from, to) });
    const files = (total: number) => ({
      ...SAMPLE,
      ...replaced(
        'consultations/first/africa-children.md',
        'total: 27, age-bands: { 7-12: 3',
        'total: 31, age-bands: { 7-12: 7',
      ),
      ...replaced('consultations/first/interview.md', 'total: 1', `total: ${total}`),
    });
    const [one, four] = [await report(files(1)), await report(files(4))];
    expect(one.markdown).toContain('≥\u00a031');
    expect(four.markdown).toBe(one.markdown);
    expect(JSON.stringify(four.data)).toBe(JSON.stringify(one.data));
  });

  test('of a process without rounds, targets, codebook or notes says so in whole sentences', async () => {
    const workspace = await readSample({
      'penholder.yaml': 'penholder: 1\ntitle: A text\nlanguage: en\nstages: [{ id: zero, title: Zero draft }]\n',
    });
    const { document } = coverage.build({ workspace, audience: { distribution: 'public' }, date: '2022-10-28' }, {});
    const text = toMarkdown(document);
    expect(text).toContain('All that was planned was reached');
    expect(text).toContain('The process declares no coverage targets.');
    expect(text).toContain('No consultation that may be counted here was held.');
    expect(text).toContain('stakeholders.yaml lists nobody yet.');
  });
});
