import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { contentHash } from '../../text/fingerprint.ts';
import { wellFormed } from '../tree.ts';
import type { HtmlContext } from './context.ts';
import { element } from './element.ts';
import { printStyle } from './print-style.ts';

/** Nothing may be loaded, sent or run, whatever the page holds; but for the one script of a form, known by its hash. */
function policy(script: string | undefined): string {
  const hash = script === undefined ? '' : Buffer.from(contentHash(script), 'hex').toString('base64');
  const run = script === undefined ? '' : ` script-src 'sha256-${hash}';`;
  return `default-src 'none'; img-src data:; style-src 'unsafe-inline';${run} base-uri 'none'; form-action 'none'`;
}

/** What a page has beside what it says. */
export interface PageParts {
  readonly style: string;
  /** The script of a form. */
  readonly script: string | undefined;
}

const WRITER = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false }, tightSelfClosing: false })
  .freeze();

/**
 * Writes a page.
 * @param body what it holds, already sanitised
 * @param parts style sheet and script
 */
export function writePage(body: Root, parts: PageParts, context: HtmlContext): string {
  const { meta } = context;
  const html = element('html', { lang: meta.language, dir: meta.direction }, [
    '\n',
    head(parts, context),
    '\n',
    {
      type: 'element',
      tagName: 'body',
      properties: meta.style.reading === undefined ? {} : { className: [`reading-${meta.style.reading}`] },
      children: [...body.children.filter((child) => child.type !== 'doctype'), ...scriptElement(parts.script)],
    },
    '\n',
  ]);
  return WRITER.stringify({ type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, html] });
}

/** The script of the program's own, never anything of a document's. */
function scriptElement(script: string | undefined): ElementContent[] {
  if (script === undefined) return [];
  return [
    { type: 'text', value: '\n' },
    { type: 'element', tagName: 'script', properties: {}, children: [{ type: 'text', value: script }] },
  ];
}

function head({ style, script }: PageParts, context: HtmlContext): Element {
  const { meta } = context;
  const open = meta.distribution === 'public' && !meta.notForCitation && meta.embargo === undefined;
  const metas: [string, string | undefined][] = [
    ['viewport', 'width=device-width, initial-scale=1'],
    ['color-scheme', 'light dark'],
    ['generator', 'Penholder'],
    ['author', meta.authors.join(', ') || undefined],
    ['dcterms.date', meta.date],
    ['robots', open ? undefined : 'noindex'],
  ];
  return element('head', {}, [
    ...line(element('meta', { charSet: 'utf-8' })),
    ...line(element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy(script) })),
    ...metas.flatMap(([name, content]) =>
      content === undefined ? [] : line(element('meta', { name, content: wellFormed(content) })),
    ),
    ...line(element('title', {}, [[meta.title, meta.stage?.title].filter((part) => part !== undefined).join(' – ')])),
    ...line({
      type: 'element',
      tagName: 'style',
      properties: {},
      children: [{ type: 'text', value: `\n${style}\n${printStyle(context)}` }],
    }),
    '\n',
  ]);
}

function line(child: Element): ['\n', Element] {
  return ['\n', child];
}
