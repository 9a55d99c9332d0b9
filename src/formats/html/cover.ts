import type { Element } from 'hast';
import { fill, formatDate } from '../../model/labels.ts';
import type { HtmlContext } from './context.ts';
import { type Child, element } from './element.ts';

/** The head of the page: what the document is, its title, its markings, and facts about it. */
export function cover(context: HtmlContext): Element {
  const { meta } = context;
  const logo = meta.style.logo === undefined ? undefined : context.pictures.get(meta.style.logo);
  return element('header', { className: ['cover'] }, [
    banner(context),
    meta.symbol !== undefined && element('p', { className: ['symbol'] }, [meta.symbol]),
    logo?.state === 'embedded' && element('img', { className: ['logo'], src: logo.uri, alt: '' }),
    element('p', { className: ['kind'] }, [kindLine(context)]),
    element('h1', { id: 'doc-title' }, [meta.title]),
    meta.subtitle !== undefined && element('p', { className: ['subtitle'] }, [meta.subtitle]),
    facts(context),
  ]);
}

function kindLine({ meta }: HtmlContext): string {
  const stage = meta.stage?.title;
  return stage === undefined || stage === meta.kind ? meta.kind : `${stage} – ${meta.kind}`;
}

/** What every reader must know before the first word, and again at the foot. */
function markings({ meta, words }: HtmlContext): string[] {
  return [
    meta.notice,
    meta.distribution === 'public' ? undefined : words.distribution[meta.distribution],
    meta.notForCitation ? words.draftNotForCitation : undefined,
    meta.embargo === undefined
      ? undefined
      : fill(words.embargoedUntil, { date: formatDate(meta.embargo, meta.language) }),
  ].filter((marking) => marking !== undefined && marking !== '') as string[];
}

function banner(context: HtmlContext): Child {
  const lines = markings(context).map((line) => element('p', {}, [line]));
  return lines.length > 0 && element('div', { className: ['banner'] }, lines);
}

function facts({ meta, words }: HtmlContext): Child {
  const rows: [string, Child][] = [
    [words.date, meta.date && element('time', { dateTime: meta.date }, [formatDate(meta.date, meta.language)])],
    [words.version, meta.version],
    [words.authors, meta.authors.join(' · ')],
  ];
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  const items = shown.map(([word, value]) =>
    element('div', {}, [element('dt', {}, [word]), element('dd', {}, [value])]),
  );
  return items.length > 0 && element('dl', { className: ['facts'] }, items);
}

/** The foot of the page. */
export function foot(context: HtmlContext): Element {
  const { meta } = context;
  const line = [meta.title, kindLine(context), meta.version, meta.symbol].filter((part) => part !== undefined);
  return element('footer', {}, [
    ...markings(context).map((marking) => element('p', { className: ['marking'] }, [marking])),
    element('p', {}, [line.join(' · ')]),
    meta.style.watermark !== undefined &&
      element('div', { className: ['watermark'], ariaHidden: 'true' }, [meta.style.watermark]),
  ]);
}

/** Markings in one line, for the foot of each printed page. */
export function markingLine(context: HtmlContext): string {
  return markings(context).join(' · ');
}
