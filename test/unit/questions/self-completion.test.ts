import { describe, expect, it } from 'vitest';
import { md } from '../../../src/formats/md.ts';
import type { FieldGroup, FormField } from '../../../src/model/document.ts';
import type { QuestionnaireSet } from '../../../src/model/questionnaire.ts';
import { selfCompletion } from '../../../src/questions/self-completion.ts';
import { everyType, OPTIONS, small } from './sample.ts';

type Any = { type: string; children?: Any[] };

function all<T>(set: QuestionnaireSet, type: string): T[] {
  const found: T[] = [];
  const visit = (node: Any): void => {
    if (node.type === type) found.push(node as T);
    for (const child of node.children ?? []) visit(child);
  };
  visit(selfCompletion(set, OPTIONS).root as Any);
  return found;
}

const field = (set: QuestionnaireSet, name: string): FormField | undefined =>
  all<FormField>(set, 'formField').find((each) => each.name === name);

describe('selfCompletion', () => {
  it('is a questionnaire as its case says', async () => {
    const document = selfCompletion(everyType(), OPTIONS);
    const assets = {
      picture: async () => undefined,
      shipped: async () => undefined,
      shippedIn: async () => [],
      settings: {},
      report: () => undefined,
    };
    const words = new TextDecoder().decode(await md.render(document, assets));
    await expect(words).toMatchFileSnapshot('../../cases/guides/every-type/questionnaire.md');
    for (const kept of ['Do not ask for names', 'Put each thing on a card', 'What did the adults do']) {
      expect(words).not.toContain(kept);
    }
  });

  it('has a field for every type of question', () => {
    const set = everyType();
    expect(all<FormField>(set, 'formField').map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '$consent choice',
      'q1 choice',
      'q2 choices',
      'q3 paragraph',
      'q4 paragraph',
      'q5 choice',
      'q6 matrix',
      'q7 number',
      'q8 date',
      'q9 choice',
      'place paragraph',
      'easy choice',
      'whynot paragraph',
    ]);
    expect(field(set, 'q5')?.choices?.map(({ label }) => label)).toEqual(['1 not at all', '2', '3', '4 very much']);
    expect(field(set, 'q6')?.rows).toEqual([
      { value: 'parents', label: 'Parents' },
      { value: 'teachers', label: 'Teachers' },
    ]);
    expect(field(set, 'q7')).toMatchObject({ min: 0, max: 7 });
    expect(field(set, 'q4')?.required).toBe(true);
  });

  it('asks children for assent and everybody else for consent, and nobody where there are no words for it', () => {
    expect(JSON.stringify(selfCompletion(everyType(), OPTIONS).root)).toContain('Do you want to join in?');
    const consenting = small('## Why? {#q1}\n', 'group: experts\nround: first\nconsent: Do you agree?');
    expect(JSON.stringify(selfCompletion(consenting, OPTIONS).root)).toContain('Do you agree?');
    expect(field(small('## Why? {#q1}\n'), '$consent')).toBeUndefined();
  });

  it('carries conditions as trees that a program can follow, and groups as groups', () => {
    const groups = all<FieldGroup>(everyType(), 'fieldGroup');
    expect(groups.find(({ name }) => name === 'q2')?.shownIf).toEqual({
      kind: 'compare',
      question: 'q1',
      operator: '=',
      value: 'yes',
    });
    expect(groups.filter(({ kind }) => kind !== 'question').map(({ name, kind }) => [name, kind])).toEqual([
      ['places', 'repeat'],
    ]);
  });

  it('asks a scale of too many steps, or of steps that are no whole numbers, as a number', () => {
    expect(field(small('## How? {#q1}\n`type: scale` `min: 0` `max: 100`\n'), 'q1')).toMatchObject({
      kind: 'number',
      max: 100,
    });
    expect(field(small('## How? {#q1}\n`type: scale`\n'), 'q1')?.choices).toHaveLength(5);
  });

  it('has places for pictures and one question a page where it is to be easy to read', () => {
    const { root } = selfCompletion(everyType(), { ...OPTIONS, style: 'easy-read' });
    const pages = root.children.filter((section) => JSON.stringify(section).includes('Place for a picture'));
    expect(pages).toHaveLength(10);
    expect(JSON.stringify(selfCompletion(everyType(), OPTIONS).root)).not.toContain('Place for a picture');
  });

  it('says of itself what the saved file needs', () => {
    expect(selfCompletion(everyType(), OPTIONS).meta.form).toEqual({
      questionnaire: 'workshop-first',
      group: 'workshop',
      round: 'first',
      version: '2',
      contact: 'the consultation desk',
    });
  });
});
