import { describe, expect, it } from 'vitest';
import { limesurvey } from '../../../src/exports/limesurvey.ts';
import { ARABIC, ENGLISH, setOf } from './sample.ts';

async function rowsOf(...sources: Parameters<typeof setOf>) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await limesurvey.render(setOf(...sources)));
  const [head = '', ...lines] = text.replace('\ufeff', '').trimEnd().split('\n');
  const columns = head.split('\t');
  const unquoted = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((cell, index) => [columns[index], unquoted(cell)])),
  );
}

describe('the structure for LimeSurvey', () => {
  it('traces nobody', async () => {
    const rows = await rowsOf([ENGLISH, 'en']);
    const settings = Object.fromEntries(rows.filter((row) => row.class === 'S').map((row) => [row.name, row.text]));
    expect(settings).toMatchObject({ anonymized: 'Y', ipaddr: 'N', datestamp: 'N', refurl: 'N', language: 'en' });
  });

  it('has a letter for every type of question, with its answers', async () => {
    const rows = await rowsOf([ENGLISH, 'en']);
    const questions = rows.filter((row) => row.class === 'Q').map((row) => `${row.name} ${row['type/scale']}`);
    expect(questions).toEqual([
      'consent Y',
      'home L',
      'village T',
      'many N',
      'know M',
      'else T',
      'part Y',
      'easy L',
      'often F',
      'person X',
      'age N',
      'adult T',
    ]);
    const often = rows.find((row) => row.name === 'often')?.id;
    expect(rows.filter((row) => row.id === often).map((row) => `${row.class} ${row.name}`)).toEqual([
      'Q often',
      'SQ asked',
      'SQ heard',
      'A never',
      'A often',
    ]);
    expect(rows.find((row) => row.name === 'many')).toMatchObject({ min_num_value_n: '1', max_num_value_n: '30' });
  });

  it('takes no title for code', async () => {
    const evil = ENGLISH.replace(/^title:.*$/mu, 'title: "<script>alert(1)</script> {SAVEDID}"');
    const rows = await rowsOf([evil, 'en']);
    expect(rows.find((row) => row.name === 'surveyls_title')?.text).toBe(
      '&lt;script&gt;alert(1)&lt;/script&gt; &#123;SAVEDID&#125;',
    );
  });

  it('asks nothing of those who do not consent, and each question under its condition', async () => {
    const rows = await rowsOf([ENGLISH, 'en']);
    const groups = rows.filter((row) => row.class === 'G').map((row) => row.relevance);
    expect(groups).toEqual(['1', 'consent.NAOK == "Y"', 'consent.NAOK == "Y"']);
    const relevance = Object.fromEntries(
      rows.filter((row) => row.class === 'Q').map((row) => [row.name, row.relevance]),
    );
    expect(relevance).toMatchObject({
      village: 'home.NAOK == "villa"',
      else: 'know_other.NAOK == "Y"',
      adult: 'age.NAOK >= 18',
    });
    expect(rows.find((row) => row.class === 'A' && row.text === 'In a village')?.name).toBe('villa');
  });

  it('says everything again in each language, in the same order', async () => {
    const rows = await rowsOf([ENGLISH, 'en'], [ARABIC, 'ar']);
    const shape = (language: string) =>
      rows
        .filter((row) => row.language === language && row.class !== 'SL')
        .map((row) => [row.id, row.class, row['type/scale'], row.relevance]);
    expect(shape('ar')).toEqual(shape('en'));
    expect(rows.find((row) => row.language === 'ar' && row.name === 'home')?.text).toBe('أين تسكن؟');
    expect(rows.find((row) => row.name === 'additional_languages')?.text).toBe('ar');
  });

  it('gives long and equal codes codes of their own', async () => {
    const source = `---\ngroup: a\nround: b\nlanguage: en\n---\n\n## One {#q1}\n\n\`type: one-of\`\n\n- \`international\` A\n- \`internal\` B\n- \`-99\` C\n`;
    const rows = await rowsOf([source, 'en']);
    const codes = rows.filter((row) => row.class === 'A').map((row) => row.name);
    expect(codes).toEqual(['inter', 'A002', 'A003']);
  });
});
