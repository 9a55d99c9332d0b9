import { describe, expect, it } from 'vitest';
import { formIn } from '../../../../src/sources/word/word-form.ts';
import { para, wordFile } from '../../files/word/word-files.ts';
import { questionnaire } from '../survey-workspace.ts';

const ASKED = questionnaire(`---
group: civil-society
round: first
title: Tell us
attribution: group
quote: verbatim
---
## Which areas? {#areas}
\`type: several-of\`

- \`dev\` Development
- \`hr\` Human rights

## How often? {#often}
\`type: matrix\`

- \`never\` Never
- \`always\` Always

1. \`school\` At school
2. \`home\` At home

## How many people? {#many}
\`type: number\`

## What gets in the way? {#way}
`);

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const inBookmark = (name: string, inner: string): string =>
  `<w:p><w:bookmarkStart w:id="1" w:name="${name}"/>${inner}<w:bookmarkEnd w:id="1"/></w:p>`;
const box = (tag: string, on: boolean): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/><w14:checkbox><w14:checked w14:val="${on ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(on ? '☒' : '☐')}</w:sdtContent></w:sdt>`;
const text = (tag: string, words: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/><w:text/></w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`;
const ANSWERS = { areas: ['hr'], often: { school: 'never' }, many: 12, way: 'Nobody asks.' };

describe('a questionnaire filled in in Word', () => {
  it('is read by the tags of its controls', () => {
    const body = [
      `<w:p>${box('areas=dev', false)}${run(' Development')}</w:p><w:p>${box('areas=hr', true)}${run(' Human rights')}</w:p>`,
      `<w:p>${box('often.school=never', true)}</w:p><w:p>${box('often.home=always', false)}</w:p>`,
      `<w:p>${text('many', '12')}</w:p><w:p>${text('way', 'Nobody asks.')}</w:p>`,
    ].join('');
    const form = formIn(wordFile({ body }), [ASKED], 'hash');
    expect(form).toMatchObject({ questionnaire: 'civil-society-first', response: 'hash', answers: ANSWERS });
  });

  it('is read by bookmarks where a program lost the controls', () => {
    const body = [
      inBookmark('f_areas_dev', run('☐ Development')),
      inBookmark('f_areas_hr', run('☒ Human rights')),
      inBookmark('f_often_school_never', run('☒')),
      inBookmark('f_many', run('12')),
      inBookmark('f_way', run('Nobody asks.…………………………')),
    ].join('');
    expect(formIn(wordFile({ body }), [ASKED], 'hash')?.answers).toEqual(ANSWERS);
  });

  it('is no form where it only looks like one', () => {
    expect(
      formIn(wordFile({ body: para('☒ Yes') + inBookmark('f_other', run('x')) }), [ASKED], 'hash'),
    ).toBeUndefined();
  });

  it('is read by the words of its questions where all names are lost, and says of what it is not sure', () => {
    const grid = (...rows: readonly string[][]) =>
      `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((one) => `<w:tc>${para(one)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    const body = [
      ...[para('Tell us'), para('1. Which areas?'), para('☐ Development'), para('[x] Human rights')],
      para('2. How often?') + grid(['', 'Never', 'Always'], ['At school', '☒', '☐'], ['At home', '☐', '☐']),
      ...[
        para('How many people? 12'),
        para('4) What gets in the way (required)'),
        para('Nobody asks.'),
        para('Nobody.'),
      ],
    ].join('');
    const form = formIn(wordFile({ body }), [ASKED], 'hash');
    expect(form?.answers).toEqual({ ...ANSWERS, way: 'Nobody asks.\nNobody.' });
    expect(form).toMatchObject({ 'by-words': true });
    expect(form?.unsure).toBeUndefined();
    const bare = [
      para('1. Which areas?'),
      para('Development'),
      para('2. How often?'),
      para('3. How many people?'),
      para('3'),
    ];
    const other = formIn(wordFile({ body: [...bare, para('4. In the way what gets')].join('') }), [ASKED], 'hash');
    expect([other?.answers, other?.unsure]).toEqual([{ areas: ['dev'], many: 3 }, ['areas']]);
  });

  it('is read by words with what somebody wrote beside the choices, which is not sure', () => {
    const lines = ['1. Which areas?', '☐ Development ☒ Human rights', 'Other: the courts'];
    const rest = ['2. How often?', '3. How many people?', '3', '4. What gets in the way?'];
    const form = formIn(wordFile({ body: [...lines, ...rest].map((line) => para(line)).join('') }), [ASKED], 'hash');
    expect([form?.answers, form?.unsure]).toEqual([{ areas: ['hr', 'Other: the courts'], many: 3 }, ['areas']]);
  });

  it('is read by words with the consent that was given or not', () => {
    const asked = questionnaire(
      '---\ngroup: civil-society\nround: first\ntitle: Tell us\nconsent: May we use what you say?\n---\n## How many people? {#many}\n`type: number`\n\n## What gets in the way? {#way}\n',
    );
    const consentOf = (...said: readonly string[]) => {
      const lines = [
        'Consent',
        'May we use what you say?',
        ...said,
        '1. How many people? 3',
        '2. What gets in the way?',
      ];
      return formIn(wordFile({ body: lines.map((line) => para(line)).join('') }), [asked], 'hash')?.consent;
    };
    expect(consentOf('☐ Yes', '☒ No')).toBe('not-given');
    expect(consentOf('☒ Yes', '☐ No')).toBe('given');
    expect(consentOf('No')).toBe('not-given');
    const refused = ['May we use what you say?', '☒ No', '1. How many people?', '2. What gets in the way?'];
    const form = formIn(wordFile({ body: refused.map((line) => para(line)).join('') }), [asked], 'hash');
    expect(form).toMatchObject({ consent: 'not-given', answers: {} });
    expect(consentOf('Yes', 'No')).toBeUndefined();
    expect(consentOf('☐ Yes', '☐ No')).toBeUndefined();
  });

  it('is read by words that another program writes with their accents apart', () => {
    const asked = questionnaire(
      '---\ngroup: civil-society\nround: first\ntitle: Dites\n---\n## Combien d’élèves gênés ? {#many}\n`type: number`\n\n## Qu’est-ce qui gêne ? {#way}\n',
    );
    const body = para('Combien d’élèves gênés ? 12') + para('Qu’est-ce qui gêne ? Rien.');
    const form = formIn(wordFile({ body: body.normalize('NFD') }), [asked], 'hash');
    expect(form?.answers).toEqual({ many: 12, way: 'Rien.' });
  });

  it('is no form where nothing was answered, and where somebody reviews the questions', () => {
    const asked = ['Which areas?', 'How often?', 'How many people?', 'What gets in the way?'].map((one) => para(one));
    expect(formIn(wordFile({ body: asked.join('') }), [ASKED], 'hash')).toBeUndefined();
    const reviewed = `${asked.join('')}<w:p><w:ins w:id="1" w:author="Ada">${run('Why?')}</w:ins></w:p>`;
    expect(formIn(wordFile({ body: reviewed }), [ASKED], 'hash')).toBeUndefined();
  });
});
