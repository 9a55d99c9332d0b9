import type { QuestionnaireSet } from '../../../src/model/questionnaire.ts';
import { questionnaireSets } from '../../../src/text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';

/** A questionnaire with every type of question. */
export const ENGLISH = `---
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

/** A part of it in Arabic. */
export const ARABIC = `---
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

/** Questionnaires as a set. */
export function setOf(...sources: (readonly [source: string, language: string])[]): QuestionnaireSet {
  const read = sources.map(([source, language]) =>
    readQuestionnaire(source, `questionnaires/children-first.${language}.md`),
  );
  const questionnaires = read.flatMap(({ questionnaire }) => questionnaire ?? []);
  const [set] = questionnaireSets(questionnaires);
  if (set === undefined) throw new Error(JSON.stringify(read));
  return set;
}
