import { describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/report.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { SynopsisData } from '../../../src/reports/synopsis.ts';
import { ANSWERED, HISTORY, SECRETS } from '../reports/sample-answers.ts';
import { memoryContext } from './memory-context.ts';

const CAMPAIGN =
  'We ask that every plan of every entity says in plain words how children were heard before it was made.';
const LETTERS = Object.fromEntries(
  ['one', 'two', 'three'].map((name) => [
    `consultations/first/letter-${name}.md`,
    (ANSWERED['consultations/first/beta.md'] ?? '')
      .replace('Beta League', `Writer ${name}`)
      .replace('Reasons are missing. #gap', `Dear all: ${CAMPAIGN} #gap #pillar/development`),
  ]),
);

async function call(args: readonly string[], options: Readonly<Record<string, unknown>> = {}, more = {}) {
  const files = { ...ANSWERED, ...more };
  const world = memoryWorld({ files, git: { commits: HISTORY } });
  const { context, printed } = memoryContext(world);
  await run({ args: ['synopsis', ...args], options }, context);
  return printed();
}

async function data(more = {}, options = {}): Promise<SynopsisData> {
  return JSON.parse(await call([], { to: ['json'], ...options }, more));
}

describe('the synopsis', () => {
  test('says who was asked, what they said, what became of it, and what it could not do', async () => {
    await expect(await call(['first'])).toMatchFileSnapshot('../../cases/reports/synopsis.md');
  });

  test.each([
    ['fr', 'Rapport sur les consultations', 'ltr'],
    ['es', 'Informe sobre las consultas', 'ltr'],
    ['ru', 'Отчёт о консультациях', 'ltr'],
    ['zh', '咨询报告', 'ltr'],
    ['ar', 'تقرير عن المشاورات', 'rtl'],
  ])('is framed in the language of the process: %s', async (language, title, direction) => {
    const process = (ANSWERED['penholder.yaml'] ?? '').replace('language: en', `language: ${language}`);
    const html = await call([], { to: ['html'] }, { 'penholder.yaml': process });
    expect(html).toContain(title);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`, 'u'));
    if (direction === 'rtl') expect(html).toMatch(/<html[^>]* dir="rtl"/u);
    for (const words of ['Who was asked', 'What was said', 'Limits of', 'Stakeholder group', 'counted', 'Inputs'])
      expect(html.replace(/<(style|script)[\s\S]*?<\/\1>/gu, '')).not.toContain(words);
  });

  test('tells the public nothing that was given to fewer', async () => {
    const printed = await call([]);
    for (const secret of SECRETS.slice(0, 3)) expect(printed).not.toContain(secret);
    const inner = await call([], { distribution: 'core-group' });
    expect(inner).not.toMatch(/markersecret|markerhouse circle/u);
  });

  test('keeps campaigns apart, with both totals and a sample', async () => {
    const { said, totals } = await data(LETTERS);
    const line = said[0]?.lines.find(({ code }) => code === 'pillar/development');
    expect(line).toMatchObject({ inputs: 5, voices: 3, consultations: 4 });
    expect(totals.inputs - totals.voices).toBe(2);
    expect(await call([], {}, LETTERS)).toMatch(/3 alike, such as .*Sample: “Dear all/u);
  });

  test('quotes what may be quoted, and names who may be named', async () => {
    const { said } = await data(LETTERS);
    const samples = said.flatMap(({ lines }) => lines.flatMap((line) => line.samples));
    expect(samples).toEqual([expect.objectContaining({ words: 'verbatim', from: 'Writer one' })]);
  });

  test('puts answers under the section they are about, taken up apart from not taken up', async () => {
    const { uptake } = await data();
    expect(uptake.map(({ title }) => title)).toEqual(['Participation', '']);
    const [section] = uptake;
    const reasons = (part: 'takenUp' | 'notTakenUp') =>
      section?.[part].flatMap(({ entries }) => entries.map(({ reason }) => reason));
    expect(reasons('takenUp')).toContain('The obligation is one now.');
    expect(reasons('notTakenUp')).toEqual(['They are asked for in court.']);
    expect(section?.counts).toMatchObject({ 'not-accepted': 1 });
  });

  test('says how many inputs wait for an answer', async () => {
    expect(await call([])).toMatch(/\d inputs are not answered yet\./u);
  });
});
