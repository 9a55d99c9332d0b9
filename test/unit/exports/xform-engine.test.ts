import { describe, expect, it } from 'vitest';
import { xform } from '../../../src/exports/xform.ts';
import { questionnaireSets } from '../../../src/text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';
import { openForm } from './engine.ts';

const ENGLISH = `---
group: children
round: first
language: en
title: What we want to ask you
consent: Do you agree that we write down what you say?
---

We ask because the guidance is about you.

# About you

## Where do you live? {#home}

\`type: one-of\` \`required: yes\`

- \`city\` In a city
- \`village\` In a village

## What is the village like? {#village}

\`shown-if: home = village\`

Say it in your own words.

> [!probe]
> - What would you change?

## How many are you at home? {#many}

\`type: number\` \`min: 1\` \`max: 30\` \`form-constraint_message: Between 1 and 30.\`

# About taking part

## Which of these do you know? {#know}

\`type: several-of\`

- \`law\` The law
- \`court\` A court \`where: city\`
- \`other\` Something else

## What else do you know? {#else}

\`shown-if: know includes other\`

## Do you take part? {#part}

\`type: yes-no\`

## How easy is it? {#easy}

\`type: scale\` \`min: 1\` \`max: 3\`

- \`1\` Hard
- \`3\` Easy

## How often does this happen? {#often}

\`type: matrix\` \`required: yes\`

- \`never\` Never
- \`often\` Often

1. \`asked\` We are asked
2. \`heard\` We are heard

## Each person at home {#person}

\`type: group\` \`repeat: yes\`

### How old is this person? {#age}

\`type: number\`

### What is hard for a grown-up? {#adult}

\`shown-if: age >= 18\`
`;

const ARABIC = `---
group: children
round: first
language: ar
title: ما نريد أن نسألك
consent: هل توافق على أن نكتب ما تقول؟
translation: { from: en }
---

نسأل لأن التوجيه يخصك.

# عنك

## أين تسكن؟ {#home}

- \`city\` في مدينة
- \`village\` في قرية
`;

function setOf(...sources: readonly (readonly [source: string, language: string])[]) {
  const read = sources.map(([source, language]) =>
    readQuestionnaire(source, `questionnaires/children-first.${language}.md`),
  );
  const questionnaires = read.flatMap(({ questionnaire }) => questionnaire ?? []);
  const [set] = questionnaireSets(questionnaires);
  if (set === undefined) throw new Error(JSON.stringify(read));
  return set;
}

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
