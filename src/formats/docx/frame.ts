/** What stands around the text: title, contents, header, footer, page. */

import type { DocumentMeta } from '../../model/document.ts';
import type { Labels } from '../../model/labels.ts';
import { fill, formatDate } from '../../model/labels.ts';
import { type DocxContext, type HeadingEntry, withoutMove } from './context.ts';
import { runProperties, textPiece, trackAttributes, writePieces } from './runs.ts';
import { pageOf } from './standing.ts';
import { aroundScale } from './styles.ts';
import { element, value, words } from './xml.ts';

function line(style: string, text: string, meta: DocumentMeta): string {
  return element('w:p', {}, element('w:pPr', {}, value('w:pStyle', style)), run(text, meta));
}

function run(text: string, meta: DocumentMeta): string {
  return text === '' ? '' : `<w:r>${runProperties({}, { meta })}<w:t xml:space="preserve">${words(text)}</w:t></w:r>`;
}

function field(code: string, shown: string): string {
  return [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve"> ${words(code)} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    `<w:r><w:t>${words(shown)}</w:t></w:r>`,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
}

/** Markings that stand on every page and on the first. */
export function markings(
  { notice, symbol, notForCitation, embargo, language }: DocumentMeta,
  labels: Labels,
): readonly string[] {
  const marks = [
    symbol,
    notForCitation ? labels.draftNotForCitation : undefined,
    embargo === undefined ? undefined : fill(labels.embargoedUntil, { date: formatDate(embargo, language) }),
    notice,
  ];
  return marks.filter((mark): mark is string => mark !== undefined && mark !== '');
}

/** Title, subtitle, what it is and of when. */
export function titleBlock(meta: DocumentMeta, labels: Labels): string {
  const about = [
    meta.kind,
    meta.version,
    meta.date === undefined ? undefined : formatDate(meta.date.slice(0, 10), meta.language),
  ];
  const facts = about.filter((one): one is string => one !== undefined && one !== '' && one !== meta.title);
  return [
    ...markings(meta, labels).map((mark) => line('Marking', mark, meta)),
    line('Title', meta.title, meta),
    meta.subtitle === undefined ? '' : line('Subtitle', meta.subtitle, meta),
    facts.length === 0 ? '' : line('Subtitle', facts.join(' · '), meta),
    meta.authors.length === 0 ? '' : line('Remark', meta.authors.join(', '), meta),
  ].join('');
}

/** The contents, filled already: Word need not be asked to make them. */
export function contents(context: DocxContext): string {
  const { gathered } = context;
  const shown = gathered.headings.filter(({ level }) => level <= 3);
  if (shown.length === 0) return '';
  const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\n \\h \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const end = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
  const lines = shown.map((entry, at) => contentsLine(entry, at === 0 ? begin : '', context));
  const title = contentsTitle(shown, context);
  return element(
    'w:sdt',
    {},
    `<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>`,
    element('w:sdtContent', {}, title, ...lines, end),
  );
}

/** The title of the contents goes and comes with all its lines. */
function contentsTitle(shown: readonly HeadingEntry[], context: DocxContext): string {
  const happened = new Set(shown.map(({ tracks }) => tracks.map(withoutMove).join(' ')));
  const [only = ''] = happened;
  const tracks = MARKS.filter((track) => happened.size === 1 && only === track);
  const marks = tracks.map((track) => element(track, trackAttributes(context)));
  const title = textPiece(context.words.contents, {}, { ...context, tracks });
  const head = [value('w:pStyle', 'ContentsTitle'), marks.length === 0 ? '' : element('w:rPr', {}, ...marks)];
  return element('w:p', {}, element('w:pPr', {}, ...head), writePieces([title], context));
}

/** In the order of the schema. */
const MARKS = ['w:ins', 'w:del'] as const;

/** A line of the contents, with what happened to its heading. */
function contentsLine({ level, bookmark, pieces, tracks }: HeadingEntry, begin: string, context: DocxContext): string {
  const happened = new Set(tracks.map(withoutMove));
  const marks = MARKS.filter((track) => happened.has(track)).map((track) => element(track, trackAttributes(context)));
  const linked = pieces.map((piece) => ({
    ...piece,
    tracks: piece.tracks.map(withoutMove),
    ...(bookmark !== undefined && { link: { anchor: bookmark } }),
  }));
  return element(
    'w:p',
    {},
    element('w:pPr', {}, value('w:pStyle', `TOC${level}`), marks.length === 0 ? '' : element('w:rPr', {}, ...marks)),
    begin,
    writePieces(linked, context),
  );
}

/** The top of every page; the watermark hangs on it, as Word's own do. */
export function headerPart(meta: DocumentMeta, labels: Labels, namespaces: Readonly<Record<string, string>>): string {
  const marks = [
    ...markings(meta, labels),
    meta.distribution === 'public' ? '' : labels.distribution[meta.distribution],
  ];
  const text = marks.filter((mark) => mark !== '').join(' · ');
  const mark = meta.style.watermark;
  const shape =
    mark === undefined
      ? ''
      : `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="watermark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="${words(mark)}" style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="${words(mark).replaceAll('"', '&quot;')}"/></v:shape></w:pict></w:r>`;
  const inner = element('w:p', {}, element('w:pPr', {}, value('w:pStyle', 'Header')), shape, run(text, meta));
  return element('w:hdr', namespaces, inner);
}

/** The foot of every page: what it is, and the page. */
export function footerPart(meta: DocumentMeta, namespaces: Readonly<Record<string, string>>): string {
  const about = [meta.title, meta.kind === meta.title ? undefined : meta.kind, meta.version].filter(
    (one) => one !== undefined,
  );
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${pageOf(meta).room}"/></w:tabs>`;
  const inner = element(
    'w:p',
    {},
    element('w:pPr', {}, value('w:pStyle', 'Footer'), tab),
    run(fitting(about.join(' · '), meta), meta),
    '<w:r><w:tab/></w:r>',
    field('PAGE', '1'),
    run(' / ', meta),
    field('NUMPAGES', '1'),
  );
  return element('w:ftr', namespaces, inner);
}

/** Twentieths of a point that a character at the foot of a page takes, and those that the number of the page takes. */
const FOOT_CHARACTER = 84;
const FOOT_NUMBER = 900;

/** As much as fits on a line beside the number of the page. */
function fitting(text: string, meta: DocumentMeta): string {
  const most = Math.floor((pageOf(meta).room - FOOT_NUMBER) / (FOOT_CHARACTER * aroundScale(meta)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** The page: its paper and margins, line numbers and direction. */
export function sectionProperties(meta: DocumentMeta): string {
  const { style, direction } = meta;
  const { width, height, margin } = pageOf(meta);
  return element(
    'w:sectPr',
    {},
    '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>',
    element('w:pgSz', { 'w:w': width, 'w:h': height }),
    `<w:pgMar w:top="1440" w:right="${margin}" w:bottom="1440" w:left="${margin}" w:header="708" w:footer="708" w:gutter="0"/>`,
    style.lineNumbers ? '<w:lnNumType w:countBy="5" w:restart="newPage"/>' : '',
    '<w:cols w:space="708"/>',
    direction === 'rtl' ? '<w:bidi/>' : '',
  );
}
