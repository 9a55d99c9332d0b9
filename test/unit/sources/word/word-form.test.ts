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
});
