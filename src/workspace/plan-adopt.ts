import type { Tag, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { GitPerson } from '../model/plan.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { nearest } from '../text/nearest.ts';
import { yamlText } from './fill-template.ts';
import { baseName, isMarkdown, PROCESS_FILE } from './layout.ts';
import { type KnownFile, type LocatedFiles, locateFiles, locateSimilar, nameFiles } from './locate-text.ts';
import { finishInit, type InitPlan } from './plan-init.ts';
import { coreGroupLines, nameFrom, scaffold } from './scaffold.ts';
import { selectText, tidyPath } from './select-text.ts';
import { committedFiles, workingFiles } from './stage-files.ts';
import { stageFinding, stateProblem } from './stage-problems.ts';

/** What is to be adopted. */
export interface AdoptOptions {
  /** Where the text is today: folders or files, in reading order. */
  readonly text: readonly string[];
  /** Stages and the tags that hold them, in order. */
  readonly stages: readonly { readonly id: string; readonly tag: string }[];
  /** Title; the first one found in the text if absent. */
  readonly title?: string;
  readonly name?: string;
  readonly language: string;
  readonly coreGroup?: readonly string[];
  readonly commit?: boolean;
  readonly author?: GitPerson;
}

/** Plans a workspace over an existing repository of Markdown drafts. Only the process and what git ignores are written. */
export async function planAdopt(world: World, options: AdoptOptions): Promise<InitPlan> {
  const state = await world.git.state();
  const problem = stateProblem(state);
  if (problem !== undefined) return refused([problem]);
  if ((await world.read(PROCESS_FILE)) !== undefined) return refused([isWorkspace()]);
  const { tags, findings } = await findTags(world, options, state.prefix);
  const today = await textToday(world, options);
  const problems = [...findings, ...today.findings];
  if (problems.some(({ severity }) => severity === 'error')) return refused(problems);
  const places = await textPlaces(world, { options, tags, today: today.files, prefix: state.prefix });
  const title = options.title ?? (await titleOf(world, today.files)) ?? 'Untitled text';
  const values = {
    title,
    name: options.name ?? nameFrom(title),
    language: options.language,
    'core-group': coreGroupLines(options.coreGroup),
    text: textLines(
      'text',
      options.text.map(tidyPath).map((path) => path || '.'),
    ),
    stages: options.stages.flatMap((stage, index) => stageLines(stage, tags[index], places[index])),
  };
  const files = await scaffold(world, [['adopted.yaml', PROCESS_FILE]], values);
  const plan = await finishInit(world, files, { ...options, git: false, message: 'Adopt Penholder' });
  return { ...plan, findings: [...problems, ...places.flatMap(({ findings: about }) => about), ...plan.findings] };
}

function refused(findings: readonly Finding[]): InitPlan {
  return { made: [], kept: [], findings };
}

function isWorkspace(): Finding {
  return stageFinding('adopted', {
    message: `There is a ${PROCESS_FILE} here already, so this is a workspace.`,
    why: 'Nothing that exists is ever overwritten.',
    hint: 'Add stages to it by hand: each has an `id`, a `title` and a `tag`.',
  });
}

async function findTags(world: World, { stages }: AdoptOptions, prefix: string) {
  const all = await world.git.tags();
  const byName = new Map(all.map((tag) => [tag.name, tag]));
  const tags = stages.map(({ tag }) => byName.get(prefix + tag) ?? byName.get(tag));
  const findings = stages.flatMap(({ id, tag }, index) => (tags[index] === undefined ? [noTag(id, tag, all)] : []));
  return { tags, findings };
}

function noTag(id: string, tag: string, all: readonly Tag[]): Finding {
  const names = all.map(({ name }) => name);
  const near = nearest(tag, names);
  const known = names.length === 0 ? 'This repository has no tags.' : `Tags: ${names.slice(0, 12).join(', ')}.`;
  return stageFinding('no-tag', {
    message: `There is no tag "${tag.slice(0, 60)}" for the stage "${id.slice(0, 60)}".`,
    why: 'A stage is read from its tag.',
    hint: `${near === undefined ? '' : `Did you mean "${near}"? `}${known} If tags are missing, run: git fetch --tags`,
  });
}

/** The files of the text today, with their content ids. */
async function textToday(world: World, { text, language }: AdoptOptions) {
  const listed = (await world.list('')).map(({ path }) => path);
  const selection = selectText(text, listed, { language });
  const ids = await (await workingFiles(world, [])).identify(selection.files);
  const files = selection.files.map((path): KnownFile => ({ path, id: ids.get(path) ?? '' }));
  const findings = selection.missing.map((path) =>
    stageFinding('no-text', {
      message: `There is no Markdown at "${path.slice(0, 60)}".`,
      why: 'The text is read from there.',
      hint: 'Name a folder or a file of this repository with --text.',
    }),
  );
  return { files, findings };
}

interface TextPlace {
  /** Where the text was, if elsewhere than today. */
  readonly text?: string | readonly string[];
  readonly findings: readonly Finding[];
}

/** Where the text was at each stage, followed backwards from today. */
async function textPlaces(world: World, context: PlaceContext): Promise<readonly TextPlace[]> {
  const places: TextPlace[] = [];
  let known = context.today;
  for (const [index, tag] of [...context.tags.entries()].reverse()) {
    const there = tag === undefined ? [] : await filesAt(world, tag.commit, context.prefix);
    const files = await filesOfText(world, { options: context.options, known, there });
    places.unshift(placeOf(context.options.stages[index]?.id ?? '', files, there));
    if (files.found.length > 0) known = files.found;
  }
  return places;
}

interface PlaceContext {
  readonly options: AdoptOptions;
  readonly tags: readonly (Tag | undefined)[];
  readonly today: readonly KnownFile[];
  readonly prefix: string;
}

async function filesAt(world: World, commit: string, prefix: string): Promise<readonly KnownFile[]> {
  const files = await committedFiles(world, commit, prefix);
  const ids = await files.identify(files.paths);
  return files.paths.map((path) => ({ path, id: ids.get(path) ?? '' }));
}

interface FoundText {
  readonly found: readonly KnownFile[];
  /** Whether today's `text` says it, so that the stage need not. */
  readonly sameWords: boolean;
  /** Files of the later stage that were not found here. */
  readonly lost: readonly string[];
}

interface Search {
  readonly options: AdoptOptions;
  readonly known: readonly KnownFile[];
  readonly there: readonly KnownFile[];
}

/** Files of the text at a stage: where the process says today, or where the files it had later came from. */
async function filesOfText(world: World, { options, known, there }: Search): Promise<FoundText> {
  const paths = there.map(({ path }) => path);
  const selection = selectText(options.text, paths, { language: options.language });
  const named = selection.files.flatMap((path) => there.find((file) => file.path === path) ?? []);
  if (named.length > 0 && selection.missing.length === 0) return { found: named, sameWords: true, lost: [] };
  const located = await locateText(world, known, there);
  const found = known.flatMap(({ path }) => located.get(path) ?? []);
  const lost = known.flatMap(({ path }) => (located.has(path) ? [] : [path]));
  // Files of a list that were not written yet are no reason to repeat the list.
  const nothingMoved = named.length > 0 && found.every(({ path }) => selection.files.includes(path));
  return nothingMoved ? { found: named, sameWords: true, lost } : { found, sameWords: false, lost };
}

/** By path, content and name; what is left, by what it says. */
async function locateText(
  world: World,
  known: readonly KnownFile[],
  there: readonly KnownFile[],
): Promise<LocatedFiles> {
  const located = locateFiles(known, there);
  const taken = new Set([...located.values()].map(({ path }) => path));
  const lost = await withSources(
    world,
    known.filter(({ path }) => !located.has(path)),
  );
  if (lost.length === 0) return located;
  const free = there.filter(({ path }) => isMarkdown(path) && !taken.has(path));
  return new Map([...located, ...locateSimilar(lost, await withSources(world, free))]);
}

/** Texts of files: from git where it has them, else from the folder, where they are as of today. */
async function withSources(world: World, files: readonly KnownFile[]) {
  const blobs = await world.git.blobs(files.map(({ id }) => id));
  return Promise.all(
    files.map(async (file) => {
      const bytes = blobs.get(file.id) ?? (await world.read(file.path));
      return { file, source: new TextDecoder().decode(bytes ?? new Uint8Array()) };
    }),
  );
}

function placeOf(id: string, { found, sameWords, lost }: FoundText, there: readonly KnownFile[]): TextPlace {
  const findings = lost.length === 0 || found.length === 0 ? [] : [notFound(id, lost)];
  if (sameWords) return { findings };
  if (found.length > 0) return { text: nameFiles(found, there), findings };
  const finding = stageFinding('text-not-found', {
    message: `Where the text was at the stage "${id}" could not be found out.`,
    why: 'Its tag has no file with the content or the name of a file of the text.',
    hint: `Write \`text:\` below this stage in ${PROCESS_FILE}.`,
  });
  return { findings: [{ ...finding, severity: 'warning' }] };
}

function notFound(id: string, lost: readonly string[]): Finding {
  const finding = stageFinding('file-not-found', {
    message: `These files of the text were not found in the stage "${id}": ${lost.slice(0, 8).join(', ')}${lost.length > 8 ? ' …' : ''}.`,
    why: 'They may have been written later, or they had another name and other words.',
    hint: `If they were there, name them under \`text:\` below this stage in ${PROCESS_FILE}.`,
  });
  return { ...finding, severity: 'info' };
}

async function titleOf(world: World, files: readonly KnownFile[]): Promise<string | undefined> {
  for (const { path } of files) {
    const bytes = await world.read(path);
    if (bytes === undefined) continue;
    const { data, body } = readFrontMatter(new TextDecoder().decode(bytes), path);
    const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/mu.exec(body)?.[1]?.replaceAll(/[*_`\\]/gu, '');
    const title = typeof data.title === 'string' && data.title.trim() !== '' ? data.title : heading;
    if (title !== undefined && title.trim() !== '') return title.trim().slice(0, 300);
  }
  return undefined;
}

function textLines(key: string, paths: string | readonly string[]): readonly string[] {
  const list = typeof paths === 'string' ? [paths] : paths;
  if (list.length === 1) return [`${key}: ${yamlText(list[0] ?? '')}`];
  return [`${key}:`, ...list.map((path) => `  - ${yamlText(path)}`)];
}

function stageLines(
  stage: { readonly id: string; readonly tag: string },
  tag: Tag | undefined,
  place: TextPlace | undefined,
): readonly string[] {
  const lines = [
    `- id: ${yamlText(stage.id)}`,
    `  title: ${yamlText(stageTitle(stage, tag))}`,
    `  tag: ${yamlText(stage.tag)}`,
  ];
  const date = tag?.date.slice(0, 10) ?? '';
  if (date !== '') lines.push(`  actual: ${date}`);
  if (place?.text !== undefined) lines.push(...textLines('text', place.text).map((line) => `  ${line}`));
  return lines;
}

/** The first line of an annotated tag's message; else the stage's id as a title, with the tag, which is how people call it. */
function stageTitle({ id, tag }: { readonly id: string; readonly tag: string }, found: Tag | undefined): string {
  const [subject = ''] = (found?.message ?? '').split('\n');
  if (subject.trim() !== '' && subject.trim() !== tag) return subject.trim().slice(0, 300);
  const words = `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll(/[-_]/gu, ' ');
  return `${/draft/iu.test(words) ? words : `${words} draft`} (${baseName(tag)})`;
}
