import type { CheckExamples } from '../model/contracts.ts';

/** The `penholder.yaml` that the examples of checks share. */
export const EXAMPLE_PROCESS = `penholder: 1
title: Guidance note
language: en
core-group:
  - { id: OHCHR, name: Office of the High Commissioner for Human Rights }
  - { id: UNICEF, name: "United Nations Children's Fund" }
stages:
  - { id: zero, title: Zero draft, after: [first] }
  - { id: second, title: Second draft, after: [second] }
rounds:
  - { id: first, title: First round, planned: { from: 2022-04-01, to: 2022-09-30 } }
  - { id: second, title: Second round, on: zero }
groups:
  - { id: children, title: Children, safeguarding: required }
  - { id: civil-society, title: Civil society }
regions:
  - { id: africa, title: Africa }
  - { id: asia, title: Asia }
levels:
  - { id: regional, title: Regional }
  - { id: national, title: National }
codebook:
  pillar:
    title: Pillar
    values:
      - { id: development, title: Development }
      - { id: peace, title: Peace and security }
`;

/** A section without fault, for examples that are about something else. */
export const EXAMPLE_SECTION = `---
id: introduction
title: Introduction
---

Every child has rights. ^p-7k2m9qd
`;

const NOTE_KEYS: Readonly<Record<string, string>> = {
  round: 'first',
  date: '2022-09-14',
  method: 'online-discussion',
  group: 'civil-society',
  from: 'Example coalition',
  region: 'africa',
  level: 'regional',
  languages: '[en]',
  attribution: 'group',
  quote: 'paraphrase',
  distribution: 'public',
};

/** A consultation note without fault; its inputs are i1 and i2. */
export const EXAMPLE_NOTE = exampleNote(`## What gets in the way?

- Programmes are designed before anyone asks. #barrier #pillar/development ^i1
- Reports are never translated. #barrier #pillar/development ^i2
`);

/**
 * A consultation note for examples.
 *
 * @param body What follows the front matter.
 * @param keys Lines of front matter to replace or add.
 */
export function exampleNote(body: string, keys: Readonly<Record<string, string>> = {}): string {
  const frontMatter = { ...NOTE_KEYS, ...keys };
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/**
 * The files of an example's workspace.
 *
 * @param examples Of a check.
 * @param which Whether its file holds the failing or the passing text.
 */
export function exampleFiles(examples: CheckExamples, which: 'failing' | 'passing'): Record<string, string> {
  return { 'penholder.yaml': EXAMPLE_PROCESS, ...examples.files, [examples.file]: examples[which] };
}

/**
 * A section for examples.
 *
 * @param body What follows the front matter.
 * @param keys Lines of front matter beside the title.
 */
export function exampleSection(body: string, keys: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ title: 'Introduction', ...keys }).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}
