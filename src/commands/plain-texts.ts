import type { DraftOptions } from '../drafts/draft-meta.ts';
import { languageByScript } from '../drafts/plain-process.ts';
import { textOf } from '../drafts/tree.ts';
import type { World } from '../io/world.ts';
import type { StageText } from '../model/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { type ComposedStage, composeText } from './stages.ts';

/** What a command chose about how a text looks. */
export type LookOptions = Pick<DraftOptions, 'lineNumbers' | 'watermark' | 'textMarks'>;

/** What the user called a text, and how it is to look. */
export interface NamedText {
  readonly name: string;
  readonly look: LookOptions;
}

/** A text of one file goes by the title it has, else by its first heading; its file's name says which version it is. */
export function withOwnTitle(text: StageText): StageText {
  const [section] = text.sections;
  const heading = section?.tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const title =
    section?.frontMatter.title ?? (heading === undefined ? '' : textOf(heading).replace(/\s+/gu, ' ').trim());
  return title === '' ? text : { ...text, process: { ...text.process, title } };
}

/** Composes a text outside any workspace, in the language its script tells; what only matters to a workspace is not said of it. */
export function composePlain(world: World, text: StageText, { name, look }: NamedText): ComposedStage {
  if (text.sections.length === 0) throw noText(name);
  const declared = text.sections.map(({ frontMatter }) => frontMatter.language).find((one) => one !== undefined);
  const language = declared ?? languageByScript(text.sections.map(({ source }) => source).join('\n'));
  const process = { ...text.process, language };
  const composed = composeText(world, { ...text, process }, { ...look, generated: false });
  const { text: read, document } = composed;
  const lost = [...text.findings, ...text.sections.flatMap(({ findings }) => findings)];
  return { text: read, document, findings: lost.filter(({ severity }) => severity === 'error') };
}

function noText(name: string): CannotRun {
  return new CannotRun(
    `There is no Markdown file in "${name}", so there is nothing to compare.`,
    'Name a Markdown file, a folder that holds some, or a tag, branch or commit of a git repository.',
  );
}

/** The last part of a path: a file's name, or a folder's. */
export function lastPart(path: string): string {
  const name =
    path
      .replace(/[/\\]+$/u, '')
      .split(/[/\\]/u)
      .at(-1) ?? '';
  return name === '' ? 'text' : name;
}

/** The part of a name that can be part of the name of an output: of a path its last part without an ending; a ref whole. */
export function stemOf(name: string): string {
  const isPath = /^(?:[./\\]|[A-Za-z]:[/\\])|\.(?:md|markdown)$/iu.test(name);
  return isPath ? lastPart(name).replace(/\.(?:md|markdown)$/iu, '') : name;
}

/** Two texts, told apart by their names as given where their titles are the same. */
export function toldApart(from: ComposedStage, to: ComposedStage): [from: ComposedStage, to: ComposedStage] {
  if (from.text.title !== to.text.title) return [from, to];
  return [titled(from), titled(to)];
}

function titled({ text, document, findings }: ComposedStage): ComposedStage {
  const stage = { id: text.id, title: text.id };
  return { text: { ...text, title: text.id }, document: { ...document, meta: { ...document.meta, stage } }, findings };
}
