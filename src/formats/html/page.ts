import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { wellFormed } from '../tree.ts';
import type { HtmlContext } from './context.ts';
import { element } from './element.ts';
import { printStyle } from './print-style.ts';

/** Nothing may be loaded, sent or run, whatever the page holds. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const WRITER = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false }, tightSelfClosing: false })
  .freeze();

/**
 * Writes a page.
 * @param body what it holds, already sanitised
 * @param style the style sheet
 */
export function writePage(body: Root, style: string, context: HtmlContext): string {
  const { meta } = context;
  const html = element('html', { lang: meta.language, dir: meta.direction }, [
    '\n',
    head(style, context),
    '\n',
    {
      type: 'element',
      tagName: 'body',
      properties: {},
      children: body.children.filter((child) => child.type !== 'doctype'),
    },
    '\n',
  ]);
  return WRITER.stringify({ type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, html] });
}

function head(style: string, context: HtmlContext): Element {
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
    ...line(element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY })),
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
