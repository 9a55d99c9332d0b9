import type { Tag, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { GitPerson } from '../model/plan.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { nearest } from '../text/nearest.ts';
import { type TextPlace, textPlaces } from './adopt-places.ts';
import { yamlText } from './fill-template.ts';
import { baseName, PROCESS_FILE } from './layout.ts';
import type { KnownFile } from './locate-text.ts';
import { finishInit, type InitPlan } from './plan-init.ts';
import { coreGroupLines, nameFrom, scaffold } from './scaffold.ts';
import { selectText, tidyPath } from './select-text.ts';
import { workingFiles } from './stage-files.ts';
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
  const title = options.title ?? (await titleOf(world, options, today.files)) ?? 'Untitled text';
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

/** The heading of the README, which names the whole, else of the first file that has one. */
/** What the one file of the text calls itself; of many files none speaks for all, so the repository's own page comes first. */
async function titleOf(world: World, { text }: AdoptOptions, files: readonly KnownFile[]): Promise<string | undefined> {
  const pages = ['README.md', ...text.map((path) => `${tidyPath(path)}/README.md`)];
  const paths = files.map(({ path }) => path);
  for (const path of paths.length === 1 ? [...paths, ...pages] : [...pages, ...paths]) {
    const bytes = await world.read(path);
    const title = bytes === undefined ? undefined : titleIn(new TextDecoder().decode(bytes), path);
    if (title !== undefined) return title;
  }
  return undefined;
}

function titleIn(source: string, path: string): string | undefined {
  const { data, body } = readFrontMatter(source, path);
  const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/mu
    .exec(body)?.[1]
    ?.replaceAll(/<[^<>]*>|[*_`\\]/gu, '')
    .trim();
  const title = typeof data.title === 'string' && data.title.trim() !== '' ? data.title : heading;
  return title === undefined || title.trim() === '' ? undefined : title.trim().slice(0, 300);
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
