import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeRemark from 'rehype-remark';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import type { Finding } from '../../model/finding.ts';
import { readForeignDate } from './dates.ts';
import { flattenCells } from './html-cells.ts';
import { dropLandmarks } from './html-landmarks.ts';

/** An HTML page as Markdown. */
export interface PageReading {
  /** Absent where the page could not be read. */
  readonly markdown?: string;
  /** What the page says of itself, in keys of a note. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

/** Deepest nesting of elements taken; pages of people have less than forty. */
const DEEPEST = 200;

/** Elements that run, load or draw something, or hold no words of the page. */
const REMOVED: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed applet frame frameset link base'.split(' '),
);
/** Elements that never hold words; nobody misses them. */
const SILENT: ReadonlySet<string> = new Set('style link base'.split(' '));
const PICTURES: ReadonlySet<string> = new Set('img svg picture video audio canvas map'.split(' '));

/**
 * Turns an HTML page into Markdown: text, headings, lists, tables and links; no pictures, nothing that runs.
 *
 * @param html The page.
 * @param name Name of its file, for findings.
 */
export function htmlToMarkdown(html: string, name: string): PageReading {
  if (deepest(html) > DEEPEST) return { said: {}, findings: [tooDeep(name)] };
  const page = fromHtml(html);
  const said = selfDescription(page);
  const landmarks = dropLandmarks(page, name);
  const removed: Removed[] = [];
  clean(page, removed);
  flattenCells(page);
  const tree = unified().use(rehypeRemark).runSync(page);
  const writer = remark().use(remarkGfm).data('settings', { bullet: '-', rule: '-', fences: true, emphasis: '_' });
  const markdown = writer.stringify(tree as Parameters<typeof writer.stringify>[0]);
  const findings = [...landmarks, ...removed.map((one) => removedFinding(one, name))];
  if (textOf(tree).trim() === '') return { said, findings: [...findings, empty(name)] };
  return { markdown: `\n${markdown}`, said, findings };
}

/** Depth of open tags, counted without building a tree, which would overflow on a page made to do that. */
function deepest(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let most = 0;
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/giu)) {
    const key = tag.toLowerCase();
    const count = open.get(key) ?? 0;
    if (NOT_NESTING.has(key) || (slash !== '' && count === 0)) continue;
    depth += slash === '' ? 1 : -1;
    open.set(key, slash === '' ? count + 1 : count - 1);
    most = Math.max(most, depth);
  }
  return most;
}

/** Elements without content, and those that may be left open without nesting. */
const NOT_NESTING: ReadonlySet<string> = new Set(
  [
    'area base br col embed hr img input link meta param source track wbr',
    'p li dt dd option tr td th thead tbody tfoot rt rp colgroup',
  ].flatMap((names) => names.split(' ')),
);

/** Title, language and date as the page states them. */
function selfDescription(page: Root): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const element of elements(page)) {
    const { lang, name, content } = element.properties;
    if (element.tagName === 'html' && typeof lang === 'string' && /^[a-z]{2,3}(?:-|$)/iu.test(lang)) {
      said.languages = [lang];
    }
    if (element.tagName === 'title') said.title ??= plain(element).replace(/\s+/gu, ' ').trim() || undefined;
    if (element.tagName === 'meta' && /^(?:date|dcterms\.date|dc\.date)$/iu.test(String(name))) {
      said.date ??= readForeignDate(content);
    }
  }
  return said;
}

function* elements(node: Root | Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elements(child);
  }
}

function plain(node: Element | ElementContent | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

interface Removed {
  readonly tag: string;
  readonly line: number;
  /** Words that stand for a picture. */
  readonly alt?: string;
}

/** Takes out what runs, loads or draws; the alternative text of a picture stays as text. */
function clean(node: Root | Element, removed: Removed[]): void {
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'comment' || child.type === 'doctype') return child.type === 'doctype' ? [child] : [];
    if (child.type !== 'element') return [child];
    if (REMOVED.has(child.tagName) || PICTURES.has(child.tagName)) return replacement(child, removed);
    clean(child, removed);
    // A link that runs something keeps its words only.
    return isHarmful(child) ? child.children : [child];
  }) as typeof node.children;
}

function isHarmful({ tagName, properties }: Element): boolean {
  // Browsers skip white space and control characters in a scheme.
  const target = Array.from(String(properties.href ?? ''))
    .filter((character) => character > ' ')
    .join('');
  return tagName === 'a' && /^(?:javascript|data|vbscript|file):/iu.test(target);
}

function replacement(element: Element, removed: Removed[]): RootContent[] {
  const line = element.position?.start.line ?? 1;
  const picture = [element, ...elements(element)].find(({ properties }) => properties.alt);
  const alt = String(picture?.properties.alt ?? '').trim();
  if (!SILENT.has(element.tagName)) removed.push({ tag: element.tagName, line, ...(alt !== '' && { alt }) });
  return alt === '' ? [] : [{ type: 'text', value: `(${alt})` }];
}

function removedFinding({ tag, line, alt }: Removed, name: string): Finding {
  const picture = PICTURES.has(tag);
  return {
    check: picture ? 'ingest/picture-dropped' : 'ingest/element-dropped',
    severity: picture ? 'warning' : 'info',
    message: picture
      ? `A picture was left out${alt === undefined ? '' : '; its alternative text stands in its place'}.`
      : `A "${tag}" element was left out.`,
    why: picture
      ? 'Pictures may show people, and are often loaded from elsewhere.'
      : 'It runs, loads or styles something, and says nothing.',
    place: { file: name, line, column: 1 },
  };
}

function tooDeep(name: string): Finding {
  return {
    check: 'ingest/too-deep',
    severity: 'error',
    message: `"${name}" nests its elements more than ${DEEPEST} deep, and was not read.`,
    why: 'No page written by people does; pages made to exhaust a program do.',
    hint: 'Copy its text into a Markdown file, and ingest that.',
    place: { file: name, line: 1, column: 1 },
  };
}

function empty(name: string): Finding {
  return {
    check: 'ingest/empty',
    severity: 'error',
    message: `"${name}" holds no text.`,
    why: 'There is nothing in it that could be answered.',
    hint: 'If the page fills itself by a script, save its text as Markdown, and ingest that.',
    place: { file: name, line: 1, column: 1 },
  };
}
