import { describe, expect, it } from 'vitest';
import { xform } from '../../../src/exports/xform.ts';
import { openForm } from './engine.ts';
import { ARABIC, ENGLISH, setOf } from './sample.ts';

async function open() {
  const bytes = await xform.render(setOf([ENGLISH, 'en'], [ARABIC, 'ar']));
  return openForm(new TextDecoder().decode(bytes));
}

const ANSWERS = '/data/answers';

describe('a questionnaire answered in the engine of ODK', () => {
  it('asks for consent first, and nothing of those who say no', async () => {
    const form = await open();
    expect(form.node('/data/consent').currentState.label?.asString).toBe(
      'Do you agree that we write down what you say?',
    );
    expect(form.node('/data/consent').currentState.required).toBe(true);
    expect(form.node(ANSWERS).currentState.relevant).toBe(false);
    form.answer('/data/consent', 'no');
    expect(form.node(ANSWERS).currentState.relevant).toBe(false);
    expect(form.node('/data/not_agreed').currentState.relevant).toBe(true);
    form.answer('/data/consent', 'yes');
    expect(form.node(ANSWERS).currentState.relevant).toBe(true);
    expect(form.node('/data/not_agreed').currentState.relevant).toBe(false);
  });

  it('takes no words between braces for an expression', async () => {
    const words = `Home $\{1+1} $\{x'or'y}`;
    const evil = ENGLISH.replace('Where do you live?', words);
    const text = new TextDecoder().decode(await xform.render(setOf([evil, 'en'])));
    expect(text).toContain(words);
    expect(text).not.toContain('<output');
  });

  it('shows a question only when its condition holds', async () => {
    const form = await open();
    form.answer('/data/consent', 'yes');
    const village = form.node(`${ANSWERS}/part_1/village`);
    expect(village.currentState.relevant).toBe(false);
    form.answer(`${ANSWERS}/part_1/home`, 'village');
    expect(village.currentState.relevant).toBe(true);
    form.answer(`${ANSWERS}/part_2/know`, ['law', 'other']);
    expect(form.node(`${ANSWERS}/part_2/else`).currentState.relevant).toBe(true);
    form.answer(`${ANSWERS}/part_2/know`, ['law']);
    expect(form.node(`${ANSWERS}/part_2/else`).currentState.relevant).toBe(false);
  });

  it('offers the choices, and takes bounds and required answers seriously', async () => {
    const form = await open();
    form.answer('/data/consent', 'yes');
    const home = form.node(`${ANSWERS}/part_1/home`);
    expect(home.currentState.valueOptions?.map(({ value, label }) => `${value}: ${label.asString}`)).toEqual([
      'city: In a city',
      'village: In a village',
    ]);
    expect(home.validationState.violation?.condition).toBe('required');
    form.answer(`${ANSWERS}/part_1/home`, 'city');
    expect(home.validationState.violation).toBeNull();
    const many = form.node(`${ANSWERS}/part_1/many`);
    form.answer(`${ANSWERS}/part_1/many`, 31);
    expect(many.validationState.violation?.condition).toBe('constraint');
    expect(many.validationState.violation?.message?.asString).toBe('Between 1 and 30.');
    form.answer(`${ANSWERS}/part_1/many`, 30);
    expect(many.validationState.violation).toBeNull();
    const easy = form.node(`${ANSWERS}/part_2/easy`).currentState.valueOptions ?? [];
    expect(easy.map(({ label }) => label.asString)).toEqual(['Hard', '2', 'Easy']);
  });

  it('asks a matrix row by row', async () => {
    const form = await open();
    form.answer('/data/consent', 'yes');
    const row = form.node(`${ANSWERS}/part_2/often/often_heard`);
    expect(row.currentState.label?.asString).toBe('We are heard');
    expect(row.currentState.required).toBe(true);
    form.answer(`${ANSWERS}/part_2/often/often_heard`, 'never');
    expect(row.currentState.value).toEqual(['never']);
  });

  it('asks a repeat group for everyone, each with its own conditions', async () => {
    const form = await open();
    form.answer('/data/consent', 'yes');
    form.node(`${ANSWERS}/part_2/person[]`).addInstances?.();
    form.answer(`${ANSWERS}/part_2/person[1]/age`, 40);
    form.answer(`${ANSWERS}/part_2/person[2]/age`, 9);
    expect(form.node(`${ANSWERS}/part_2/person[1]/adult`).currentState.relevant).toBe(true);
    expect(form.node(`${ANSWERS}/part_2/person[2]/adult`).currentState.relevant).toBe(false);
  });

  it('speaks its other languages, and the first one where something is not translated', async () => {
    const form = await open();
    expect(form.languages).toEqual(['English (en)', 'Arabic (ar)']);
    form.speak('Arabic (ar)');
    expect(form.node('/data/consent').currentState.label?.asString).toBe('هل توافق على أن نكتب ما تقول؟');
    expect(form.node('/data/consent').currentState.valueOptions?.map(({ label }) => label.asString)).toEqual([
      'نعم',
      'لا',
    ]);
    form.answer('/data/consent', 'yes');
    expect(form.node(`${ANSWERS}/part_1/home`).currentState.label?.asString).toBe('أين تسكن؟');
    expect(form.node(`${ANSWERS}/part_1/many`).currentState.label?.asString).toBe('How many are you at home?');
  });

  it('sends nothing but the answers', async () => {
    const form = await open();
    form.answer('/data/consent', 'yes');
    form.answer(`${ANSWERS}/part_1/home`, 'city');
    const sent = await form.xml();
    expect(sent).toContain('<home>city</home>');
    expect(sent).not.toMatch(/deviceid|phonenumber|username|simserial|geopoint|<start|<end|<today/u);
  });
});
