import { describe, expect, it } from 'vitest';
import { md } from '../../../src/formats/md.ts';
import type { Assets } from '../../../src/model/contracts.ts';
import type { Document } from '../../../src/model/document.ts';
import { interviewGuide } from '../../../src/questions/interview-guide.ts';
import { everyType, OPTIONS, setOf, small } from './sample.ts';

const ASSETS: Assets = {
  picture: async () => undefined,
  shipped: async () => undefined,
  shippedIn: async () => [],
  settings: {},
  report: () => undefined,
};

/** A guide as its words, which is how a facilitator sees it. */
async function read(document: Document): Promise<string> {
  return new TextDecoder().decode(await md.render(document, ASSETS));
}

describe('interviewGuide', () => {
  it('holds everything a facilitator needs, as its case says', async () => {
    const guide = interviewGuide(everyType(), OPTIONS);
    await expect(await read(guide)).toMatchFileSnapshot('../../cases/guides/every-type/guide.md');
  });

  it('puts the running order on a clock, part by part, against what was announced', async () => {
    const words = await read(interviewGuide(everyType(), OPTIONS));
    const rows = words
      .split('\n')
      .filter((line) => /^\| (?:\d+:\d\d|From)? +\|/u.test(line) || line.startsWith('| 0:'));
    expect(rows.join('\n')).toContain('| 0:00 | 10');
    expect(words).toMatch(/\| 0:10 +\| 10 +\| .*break/iu);
    expect(words).toMatch(/\| 0:20 +\| 15 +\| 4\. What gets in the way\?/u);
    expect(words).toContain('Planned: 50 minutes. Announced: 60 minutes. Without minutes: 4.');
  });

  it('says what to do on a disclosure and never prints whom to call, for groups that need safeguarding alone', async () => {
    const words = await read(interviewGuide(everyType(), OPTIONS));
    expect(words).toContain('If somebody tells you of harm');
    expect(words).toContain('The referral contact is held by the safeguarding focal point and is never printed here.');
    const experts = await read(interviewGuide(small('## Why? {#q1}\n'), OPTIONS));
    expect(experts).not.toContain('If somebody tells you of harm');
    expect(experts).toContain('## Consent');
  });

  it('protects a group whose process says in detail what its safeguarding asks for', async () => {
    const groups = [{ id: 'experts', title: 'Young people', safeguarding: { dates: 'month' as const } }];
    const options = { ...OPTIONS, process: { ...OPTIONS.process, groups } };
    const words = await read(interviewGuide(small('## Why? {#q1}\n'), options));
    expect(words).toContain('If somebody tells you of harm');
  });

  it('says conditions in words, with the numbers and answers people see', async () => {
    const words = await read(interviewGuide(everyType(), OPTIONS));
    expect(words).toContain('Ask this only if the answer to question 1 is “Yes”.');
    expect(words).toContain(
      'Ask this only if the answers to question 2 include “Somebody else” and the answer to question 1 is “Yes”.',
    );
    expect(words).toContain('Ask this only if the answer to question 5 is 3 or more.');
  });

  it('keeps a rule of a survey program that no words have, and leaves out what only such programs see', async () => {
    const body = [
      '## One {#q1}\n`type: number`\n',
      '## Device {#q2}\n`type: form` `form-type: deviceid`\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: so survey programs write it
      '## Two {#q3}\n`shown-if: xpath(count-selected(${q1}) > 2)`\n',
    ].join('\n');
    const words = await read(interviewGuide(small(body), OPTIONS));
    expect(words).toContain('the rule of the survey form holds');
    expect(words).not.toContain('Device');
    expect(words).toContain('### 2. Two');
  });

  it('promises an answer by the date that is set, or leaves room for one', async () => {
    expect(await read(interviewGuide(everyType(), OPTIONS))).toContain(
      'You will hear by 15 December 2022 what became of what you said.',
    );
    expect(await read(interviewGuide(small('## Why? {#q1}\n'), OPTIONS))).toContain(
      'Say by when they will hear what became of what they said:',
    );
  });

  it('is in the language that is asked for, from right to left in Arabic', async () => {
    const set = setOf({
      'questionnaires/experts-first.en.md': '---\ngroup: experts\nround: first\n---\n## Why? {#q1}\n`type: yes-no`\n',
      'questionnaires/experts-first.ar.md':
        '---\ngroup: experts\nround: first\ntitle: لماذا\ntranslation: { from: en }\n---\n## لماذا؟ {#q1}\n',
    });
    const guide = interviewGuide(set, { ...OPTIONS, language: 'ar' });
    expect(guide.meta).toMatchObject({ language: 'ar', direction: 'rtl', title: 'لماذا', kind: 'دليل المقابلة' });
    const words = await read(guide);
    expect(words).toContain('1. لماذا؟');
    expect(words).toContain('- [ ] نعم');
    expect(words).not.toContain('Why');
  });

  it('gives each question a page of its own where it is to be easy to read', () => {
    const { root, meta } = interviewGuide(everyType(), { ...OPTIONS, style: 'easy-read' });
    const perSection = root.children.map((section) =>
      'children' in section ? section.children.filter(({ type }) => type === 'fieldGroup').length : 0,
    );
    expect(Math.max(...perSection)).toBe(1);
    expect(JSON.stringify(root)).not.toContain('Place for a picture');
    expect(meta.style.reading).toBe('easy-read');
  });
});

describe('a guide in a language that not everything was translated into', () => {
  it('marks what stands in the source language, so that it is set and read as that', () => {
    const set = setOf({
      'questionnaires/experts-first.en.md':
        '---\ngroup: experts\nround: first\n---\n## Why? {#q1}\n\nThink.\n\n## How? {#q2}\n',
      'questionnaires/experts-first.ar.md':
        '---\ngroup: experts\nround: first\ntranslation: { from: en }\n---\n## لماذا؟ {#q1}\n',
    });
    const text = JSON.stringify(interviewGuide(set, { ...OPTIONS, language: 'ar' }).root);
    expect(text.match(/"language":"en"/gu)).toHaveLength(2);
    expect(JSON.stringify(interviewGuide(set, OPTIONS).root)).not.toContain('"language"');
  });
});
