import type { BlockContent, FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import type { Part, Section } from '../model/document.ts';
import type { SectionSource } from '../model/section.ts';
import { addData, textOf, walk } from './tree.ts';

type SectionChild = BlockContent | FootnoteDefinition;

const PART_ORDER: Readonly<Record<Part, number>> = { front: 0, summary: 1, body: 2, annex: 3 };

/**
 * Turns the files of the text into sections, in the order in which their parts are printed.
 *
 * Each section begins with a heading of depth 1: its title from the front matter, or the first heading of its text,
 * or its file's name. A file with several headings of depth 1, or with none and several of its highest, gives a section
 * for each.
 *
 * @param sources In reading order; their trees are copied, not changed.
 */
export function buildSections(sources: readonly SectionSource[]): Section[] {
  const sections = sources.flatMap(sectionsOf);
  return sections
    .map((section, index) => ({ section, index }))
    .sort((a, b) => PART_ORDER[a.section.part] - PART_ORDER[b.section.part] || a.index - b.index)
    .map(({ section }) => section);
}

function sectionsOf(source: SectionSource): Section[] {
  const tree: Root = copyOf(source.tree);
  const blocks = tree.children.filter(isSectionChild);
  const { title } = source.frontMatter;
  const groups = title === undefined ? splitAtTitles(blocks) : [withTitle(title, blocks, source)];
  return groups
    .filter((group) => group.length > 0)
    .map((group, index) => buildSection(source, index === 0 ? withSectionId(group, source) : group))
    .map((section, index) => (index === 0 ? withFrontMatter(section, source) : section));
}

/** A tree is plain data, and copying it as such takes half the time of a structured clone. Places are never changed. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Record<string, unknown> = { ...(value as object) };
  for (const key in copy) {
    const inner = copy[key];
    if (typeof inner === 'object' && key !== 'position') copy[key] = copyOf(inner);
  }
  return copy as T;
}

function isSectionChild(node: RootContent): node is SectionChild {
  // Our own table of contents takes the place of the site's.
  if (node.data?.role === 'contents-place') return false;
  return node.type !== 'yaml' && node.type !== 'definition' && node.type !== 'html';
}

/** The title from the front matter, unless the text already begins with it as a heading of depth 1. */
function withTitle(title: string, blocks: SectionChild[], source: SectionSource): SectionChild[] {
  const first = blocks[0];
  if (first?.type === 'heading' && first.depth === 1 && sameWords(textOf(first), title)) return blocks;
  return [generatedTitle(title, source), ...blocks];
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return plain(a) === plain(b);
}

function generatedTitle(title: string, source: SectionSource): Heading {
  const start = { line: 1, column: 1, offset: 0 };
  return {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: title }],
    data: source.frontMatter.id === undefined ? {} : { id: source.frontMatter.id },
    position: { start, end: start },
  };
}

function withSectionId(blocks: SectionChild[], source: SectionSource): SectionChild[] {
  const { id } = source.frontMatter;
  const first = blocks[0];
  if (id !== undefined && first?.type === 'heading' && first.data?.id === undefined) addData(first, { id });
  return blocks;
}

function withFrontMatter(section: Section, { head }: SectionSource): Section {
  return head === undefined ? section : { ...section, frontMatter: head };
}

function splitAtTitles(blocks: readonly SectionChild[]): SectionChild[][] {
  const groups: SectionChild[][] = [[]];
  const highest = Math.min(...blocks.map((block) => (block.type === 'heading' ? block.depth : 6)));
  for (const block of blocks) {
    const isTitle = block.type === 'heading' && block.depth === highest;
    if (isTitle && (groups.at(-1)?.length ?? 0) > 0) groups.push([]);
    groups.at(-1)?.push(block);
  }
  return groups;
}

function buildSection(source: SectionSource, blocks: SectionChild[]): Section {
  const part = source.frontMatter.part ?? 'body';
  const section: Section = {
    type: 'section',
    part,
    file: source.file,
    numbered: source.frontMatter.numbered ?? (part === 'body' || part === 'annex'),
    children: blocks,
  };
  if (source.frontMatter.language !== undefined) section.data = { language: source.frontMatter.language };
  levelHeadings(section);
  placePictures(section, source.file);
  return section;
}

/** Pictures are named from where their file stands, and read from the root of the workspace. */
function placePictures(section: Section, file: string): void {
  walk(section, (node) => {
    if (node.type === 'image' || node.type === 'figure') node.url = fromRoot(node.url, file);
    return true;
  });
}

function fromRoot(url: string, file: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)) return url;
  const parts = url.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of url.split(/[?#]/u)[0]?.split('/') ?? []) {
    // A path that climbs out of the workspace keeps its "..", and is refused where it is read.
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Section titles have depth 1, all other headings 2 or more, and none is skipped: screen readers and PDF/UA need it. */
function levelHeadings(section: Section): void {
  let previous = 0;
  section.children.forEach((block, index) => {
    if (block.type !== 'heading') return;
    const wanted = index === 0 ? 1 : Math.max(2, block.depth);
    const depth = Math.min(wanted, previous + 1, 6) as Heading['depth'];
    block.depth = depth;
    previous = depth;
  });
}
