import type { Element, Root as HtmlRoot } from 'hast';
import type { Assets, Format } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { guideWords } from '../model/guide-labels.ts';
import { labels } from '../model/labels.ts';
import { collectAnchors } from './html/anchors.ts';
import { withFilters } from './html/change-filters.ts';
import { contents } from './html/contents.ts';
import type { HtmlContext } from './html/context.ts';
import { cover, foot } from './html/cover.ts';
import { element } from './html/element.ts';
import { explorerBody } from './html/explorer.ts';
import { fillInForm } from './html/fill-in.ts';
import { endnotes } from './html/footnotes.ts';
import { writePage } from './html/page.ts';
import { loadPictures } from './html/pictures.ts';
import { renderNodes } from './html/render-node.ts';
import { sanitise } from './html/sanitise.ts';
import { withLegend } from './legend.ts';

/**
 * One page that needs nothing beside itself: style and pictures inside, nothing loaded from elsewhere; no script, but
 * for forms that can be filled in on the screen, change logs that can be filtered and the explorer, where the page's policy
 * allows that one script and no other.
 */
export const html: Format = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html',
  about:
    'One self-contained web page: readable on a phone, printable, without scripts (forms that save answers, change logs with filters and the explorer have one, inside).',
  render: async (document, assets) => {
    const style = await styleOf(document, assets);
    const script = await scriptOf(document, assets);
    const shown = shownOf(document);
    const context = await contextOf(shown, assets);
    const { explorer } = shown.meta;
    const body = explorer === undefined ? sanitise(bodyOf(shown, context)) : explorerBody(explorer, context);
    return new TextEncoder().encode(writePage(body, { style: withoutComments(style), script }, context));
  },
};

async function styleOf({ meta }: Document, assets: Assets): Promise<string> {
  const names = ['document', ...(meta.explorer === undefined ? [] : ['explorer'])];
  const sheets = await Promise.all(names.map((name) => assets.shipped(`html/${name}.css`)));
  return sheets.map((sheet) => new TextDecoder().decode(sheet)).join('\n');
}

/** The page of an explorer shows the draft itself; other formats print its linear version. */
function shownOf(document: Document): Document {
  const { explorer } = document.meta;
  if (explorer === undefined) return withLegend(document);
  return { ...document, root: { type: 'root', children: [...explorer.text] } };
}

/** What runs in a page: nothing, but for forms, explorers and change logs. A form without its script would take answers and save none. */
async function scriptOf({ meta }: Document, assets: Assets): Promise<string | undefined> {
  const name = meta.form !== undefined ? 'form' : meta.explorer !== undefined ? 'explorer' : meta.filters;
  if (name === undefined) return undefined;
  const script = await assets.shipped(`html/${name}.js`);
  if (script === undefined)
    throw new Error(`The file html/${name}.js is missing from the installed package; install it again.`);
  return new TextDecoder().decode(script);
}

async function contextOf(document: Document, assets: Assets): Promise<HtmlContext> {
  const { root, meta } = document;
  const context: HtmlContext = {
    meta,
    words: labels(meta.language),
    guide: guideWords(meta.language),
    anchors: collectAnchors(root),
    pictures: await loadPictures(document, assets),
    state: {
      rank: 1,
      endnotes: [],
      references: new Map(),
      inherited: undefined,
      file: '',
      columns: [],
      hint: undefined,
    },
    report: assets.report,
    render: (nodes) => renderNodes(nodes, context),
  };
  return context;
}

function bodyOf({ root, meta }: Document, context: HtmlContext): HtmlRoot {
  const rendered = context.render(root.children);
  const text = meta.filters === undefined ? rendered : withFilters(rendered, context);
  const notes = endnotes(context);
  const skip = element('a', { className: ['skip'], href: '#doc-content' }, [context.words.skipToContent]);
  const list = meta.style.contents ? contents(root, context) : undefined;
  const content = meta.form === undefined ? text : [fillInForm(text, context)];
  const main = element('main', { id: 'doc-content', tabIndex: -1 }, [...content, notes]);
  const parts = [skip, cover(context), list, main, foot(context)].filter((part): part is Element => part !== undefined);
  return { type: 'root', children: parts.flatMap((part) => [{ type: 'text', value: '\n' }, part]) };
}

/** Comments are for who edits the style sheet, not for every page that carries it. */
function withoutComments(style: string): string {
  return style.replace(/\/\*.*?\*\/\s*/gsu, '');
}
