import { expect, test } from 'vitest';
import type { CannotRun } from '../../../src/commands/cannot-run.ts';
import { run } from '../../../src/commands/new.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';
import { memoryContext } from './memory-context.ts';

const PROCESS = `penholder: 1
title: Guidance Note
language: en
languages: [en, fr]
stages: [{ id: zero, title: Zero draft }]
rounds:
  - { id: first, planned: { from: 2022-04-01, to: 2022-09-30 } }
  - { id: second, on: zero }
groups:
  - { id: civil-society, title: Civil society }
  - { id: children, title: Children, safeguarding: required }
codebook:
  pillar: { title: Pillar, values: [{ id: peace, title: Peace }, { id: development, title: Development }] }
`;
const SECTION = '---\nid: scope\ntitle: Scope\n---\nText.\n';
const ANNEX = '---\nid: list\ntitle: List\npart: annex\n---\nText.\n';
const FILES = { 'penholder.yaml': PROCESS, 'drafts/10-scope.md': SECTION, 'drafts/90-list.md': ANNEX };

interface Outcome {
  readonly world: MemoryWorld;
  readonly code: number;
  readonly printed: string;
  readonly said: string;
}

async function make(
  args: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
  more: Parameters<typeof memoryWorld>[0] = {},
): Promise<Outcome> {
  const world = memoryWorld({ ...more, files: { ...FILES, ...more.files } });
  const called = memoryContext(world);
  const code = await run({ args, options }, called.context);
  return { world, code, printed: called.printed(), said: called.said() };
}

const questionsOf = (world: MemoryWorld, path: string) =>
  readQuestionnaire(world.text(path) ?? '', path).questionnaire?.questions.map(({ id }) => id);

test('a questionnaire with its call, in two languages, from flags alone', async () => {
  const { world, code, printed, said } = await make(['questionnaire', 'civil-society'], {
    round: 'first',
    setting: 'survey',
    language: 'en,fr',
    pillars: 'peace',
    subject: 'the rights of children; fr: les droits de l’enfant',
    yes: true,
    call: true,
  });
  expect(code).toBe(0);
  expect(printed.trim().split('\n')).toEqual([
    'questionnaires/civil-society-first.en.md',
    'questionnaires/civil-society-first.fr.md',
    'calls/civil-society-first.en.md',
    'calls/civil-society-first.fr.md',
  ]);
  expect(questionsOf(world, 'questionnaires/civil-society-first.en.md')).toContain('gap-peace');
  expect(questionsOf(world, 'questionnaires/civil-society-first.en.md')).not.toContain('gap-development');
  expect(world.text('questionnaires/civil-society-first.en.md')).toContain('leave out the rights of children?');
  expect(world.text('questionnaires/civil-society-first.fr.md')).toContain('les droits de l’enfant');
  expect(world.text('questionnaires/civil-society-first.fr.md')).toContain('deadline: 2022-09-30');
  const call = world.text('calls/civil-society-first.en.md') ?? '';
  expect(call).toContain('by **30 September 2022**');
  expect(call).toContain('English and French');
  expect(call).toContain('1. Where does work on peace leave out the rights of children?');
  expect(call).not.toContain('In what capacity');
  expect(said).toContain('penholder guide civil-society-first --as questionnaire');
});

test('a later round asks about the sections of the draft', async () => {
  const { world } = await make(['questionnaire', 'civil-society'], { round: 'second', yes: true });
  const questions = questionsOf(world, 'questionnaires/civil-society-second.en.md');
  expect(questions).toContain('section-scope');
  expect(questions).not.toContain('section-list');
});

test('nothing is overwritten, and another name is possible', async () => {
  const path = 'questionnaires/civil-society-first.fr.md';
  const there = { files: { [path]: 'mine' } };
  const options = { round: 'first', language: 'en,fr', yes: true };
  await expect(make(['questionnaire', 'civil-society'], options, there)).rejects.toThrow(`${path} exists already`);
  const { world, printed } = await make(
    ['questionnaire', 'civil-society'],
    { ...options, fileName: 'civil-society-workshop' },
    there,
  );
  expect(printed).toContain('questionnaires/civil-society-workshop-first.fr.md');
  expect(world.text(path)).toBe('mine');
});

test('a dry run writes nothing', async () => {
  const { world, printed, said } = await make(['questionnaire', 'children'], {
    round: 'first',
    ageBand: '7-12',
    yes: true,
    dryRun: true,
  });
  expect(printed).toContain('age-band: 7-12');
  expect(said).toContain('questionnaires/children-7-12-first.en.md would be written; nothing was.');
  expect(Object.keys(world.files())).toEqual(Object.keys(FILES).sort());
});

test('answers come from a file, and flags win over it', async () => {
  const named = { '/answers.yaml': 'round: first\nsetting: focus-group\nlanguage: [en]\npillars: [development]\n' };
  const options = { answers: '/answers.yaml', pillars: 'peace', yes: true };
  const { world } = await make(['questionnaire', 'civil-society'], options, { named });
  const text = world.text('questionnaires/civil-society-first.en.md') ?? '';
  expect(text).toContain('setting: focus-group');
  expect(text).toContain('{#gap-peace}');
  expect(text).not.toContain('{#gap-development}');
});

test('those who hold sessions with children have questions of their own', async () => {
  const { printed } = await make(['questionnaire', 'facilitators'], { round: 'first', yes: true });
  expect(printed).toBe('questionnaires/children-facilitators-first.en.md\n');
});

test.each([
  [{ group: 'civil-socity', round: 'first' }, /did you mean "civil-society"/u],
  [{ group: 'children', round: 'frist' }, /did you mean "first"/u],
  [{ group: 'children', round: 'first', setting: 'key-informant-interview' }, /alone with a child/u],
  [{ group: 'children', round: 'first', ageBand: '3-5' }, /13-17, 7-12/u],
  [{ group: 'civil-society', round: 'first', pillars: 'peace,water' }, /"water" is not one that --pillars/u],
  [{ group: 'civil-society', round: 'first', deadline: 'tomorrow' }, /no date/u],
  [{ group: 'civil-society', round: 'first', by: 'theme' }, /--by/u],
  [{ group: 'civil-society', round: 'second', sections: 'scop' }, /did you mean "scope"/u],
  [{ group: 'civil-society', round: 'first', template: 'nobody' }, /--template/u],
  [{ group: 'civil-society', round: 'first', fileName: 'workshop' }, /Begin its name with the group/u],
])('what is not there is named: %o', async (options, message) => {
  const failing = make(['questionnaire'], { ...options, yes: true });
  await expect(failing).rejects.toSatisfy((error) =>
    message.test(`${(error as CannotRun).message} ${(error as CannotRun).hint ?? ''}`),
  );
});

test('without a terminal what is missing is named by its flag', async () => {
  await expect(make(['questionnaire'], {})).rejects.toThrow(/--group, --round/u);
});

test('a call needs its questionnaire', async () => {
  await expect(make(['call', 'civil-society-first'])).rejects.toThrow('There is no questionnaire');
  const questionnaire = '---\ngroup: children\nround: first\npurpose: To *hear* you.\n---\n## What is _good_? {#q1}\n';
  const path = 'questionnaires/children-first.en.md';
  const { world } = await make(['call', 'children-first'], {}, { files: { [path]: questionnaire } });
  const call = world.text('calls/children-first.en.md') ?? '';
  expect(call).toContain('1. What is good?');
  expect(call).toContain(String.raw`To \*hear\* you.`);
  expect(call).not.toContain('{{');
});

test('a survey form becomes a questionnaire', async () => {
  const form = [
    'survey,type,name,label::English (en),label::Français (fr)',
    ',text,gaps,What is missing?,Que manque-t-il ?',
    ',select_one yn,known,Is it known?,Est-ce connu ?',
    'choices,list_name,name,label::English (en),label::Français (fr)',
    ',yn,yes,Yes,Oui',
    ',yn,no,No,Non',
    'settings,form_id,default_language',
    ',anything,English (en)',
  ].join('\n');
  const options = { from: '/form.csv', round: 'first' };
  const { world, printed } = await make(['questionnaire', 'civil-society'], options, { named: { '/form.csv': form } });
  expect(printed.trim().split('\n')).toEqual([
    'questionnaires/civil-society-first.en.md',
    'questionnaires/civil-society-first.fr.md',
  ]);
  expect(questionsOf(world, 'questionnaires/civil-society-first.en.md')).toEqual(['gaps', 'known']);
  expect(world.text('questionnaires/civil-society-first.fr.md')).toContain('Que manque-t-il ?');
  await expect(make(['questionnaire', 'civil-society'], { from: '/no.xlsx', round: 'first' })).rejects.toThrow(
    'cannot be read',
  );
});
