/** The parts of a Word file around its text, and how they hang together. */
import type { ZipPart } from '../../files/zip-write.ts';
import type { DocumentMeta } from '../../model/document.ts';
import type { Gathered } from './context.ts';
import { element, value, words } from './xml.ts';

/** Namespaces of every part that holds text. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'mc:Ignorable': 'w14',
};

/** Namespace of the part that says which stage a file was made of, and which passages stand in it. */
export const DRAFT_NAMESPACE = 'urn:penholder:draft:1';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MEDIA: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** Parts with their text; relations and types are told from them. */
export interface TextParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
  readonly footnotes: string;
  readonly header: string;
  readonly footer: string;
  readonly comments?: string;
}

/** All parts of the file, in the order they are written. */
export function packageParts(parts: TextParts, gathered: Gathered, meta: DocumentMeta): ZipPart[] {
  const media = mediaOf(gathered);
  const text = (name: string, xml: string): ZipPart => ({ name, bytes: new TextEncoder().encode(HEAD + xml) });
  return [
    text(
      '[Content_Types].xml',
      contentTypes(
        parts,
        media.map(({ kind }) => kind),
      ),
    ),
    text('_rels/.rels', rootRelations()),
    text('word/document.xml', parts.document),
    text('word/_rels/document.xml.rels', documentRelations(parts, gathered)),
    text('word/styles.xml', parts.styles),
    text('word/numbering.xml', parts.numbering),
    text('word/settings.xml', settings(meta)),
    text('word/footnotes.xml', parts.footnotes),
    ...(gathered.links.size === 0 ? [] : [text('word/_rels/footnotes.xml.rels', linkRelations(gathered))]),
    text('word/header1.xml', parts.header),
    text('word/footer1.xml', parts.footer),
    ...(parts.comments === undefined ? [] : [text('word/comments.xml', parts.comments)]),
    text('docProps/core.xml', coreProperties(meta)),
    text(
      'docProps/app.xml',
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Penholder</Application></Properties>`,
    ),
    text('customXml/item1.xml', draftPart(gathered, meta)),
    text(
      'customXml/itemProps1.xml',
      `<ds:datastoreItem ds:itemID="{5D0C1E0A-6B0F-4B6E-9C55-7E0B6C2F1D01}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${DRAFT_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
    text(
      'customXml/_rels/item1.xml.rels',
      relations([{ id: 'props', type: 'customXmlProps', target: 'itemProps1.xml' }]),
    ),
    ...media.map(({ name, kind, bytes }) => ({ name: `word/media/${name}.${kind}`, bytes })),
  ];
}

/** The files of pictures: each once, and the drawings that some were made from. */
function mediaOf({ media }: Gathered): { readonly name: string; readonly kind: string; readonly bytes: Uint8Array }[] {
  const named = new Map([...media.values()].map((one) => [one.name, one]));
  return [...named.values()].flatMap(({ name, kind, bytes, drawing }) => [
    { name, kind, bytes },
    ...(drawing === undefined ? [] : [{ name: `${name}svg`, kind: 'svg', bytes: drawing }]),
  ]);
}

function contentTypes(parts: TextParts, kinds: readonly string[]): string {
  const override = (part: string, type: string) => element('Override', { PartName: `/${part}`, ContentType: type });
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...[...new Set(kinds)]
      .sort()
      .map((kind) => element('Default', { Extension: kind, ContentType: MEDIA[kind] ?? 'image/png' })),
    override('word/document.xml', `${WORD}.document.main+xml`),
    ...['styles', 'numbering', 'settings', 'footnotes'].map((name) =>
      override(`word/${name}.xml`, `${WORD}.${name}+xml`),
    ),
    override('word/header1.xml', `${WORD}.header+xml`),
    override('word/footer1.xml', `${WORD}.footer+xml`),
    parts.comments === undefined ? '' : override('word/comments.xml', `${WORD}.comments+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    override('customXml/itemProps1.xml', 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'),
  );
}

interface RelationFacts {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

function relations(all: readonly RelationFacts[]): string {
  return element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    ...all.map(({ id, type, target, external }) =>
      element('Relationship', {
        Id: id,
        Type: type.includes('/') ? type : `${TYPES}/${type}`,
        Target: target,
        TargetMode: external === true ? 'External' : undefined,
      }),
    ),
  );
}

function rootRelations(): string {
  return relations([
    { id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
    { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  ]);
}

function links({ links: all }: Gathered): RelationFacts[] {
  return [...all].map(([target, id]) => ({ id, type: 'hyperlink', target, external: true }));
}

function linkRelations(gathered: Gathered): string {
  return relations(links(gathered));
}

function documentRelations(parts: TextParts, gathered: Gathered): string {
  const media = mediaOf(gathered);
  return relations([
    ...['styles', 'numbering', 'settings', 'footnotes'].map((type) => ({ id: type, type, target: `${type}.xml` })),
    { id: 'header1', type: 'header', target: 'header1.xml' },
    { id: 'footer1', type: 'footer', target: 'footer1.xml' },
    ...(parts.comments === undefined ? [] : [{ id: 'comments', type: 'comments', target: 'comments.xml' }]),
    { id: 'draft', type: 'customXml', target: '../customXml/item1.xml' },
    ...media.map(({ name, kind }) => ({ id: name, type: 'image', target: `media/${name}.${kind}` })),
    ...links(gathered),
  ]);
}

function settings(meta: DocumentMeta): string {
  const { 'xmlns:w': w } = NAMESPACES;
  return element(
    'w:settings',
    { 'xmlns:w': w },
    value('w:defaultTabStop', 567),
    value('w:characterSpacingControl', 'doNotCompress'),
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    element('w:themeFontLang', { 'w:val': meta.language, 'w:eastAsia': meta.language, 'w:bidi': meta.language }),
    value('w:decimalSymbol', '.'),
    value('w:listSeparator', ','),
  );
}

/** The part with the footnotes; its first two are the lines above them. */
export function footnotesPart({ footnotes }: Gathered): string {
  const mark = (id: number, type: string, inner: string) =>
    element(
      'w:footnote',
      { 'w:type': type, 'w:id': id },
      `<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r>${inner}</w:r></w:p>`,
    );
  return element(
    'w:footnotes',
    NAMESPACES,
    mark(-1, 'separator', '<w:separator/>'),
    mark(0, 'continuationSeparator', '<w:continuationSeparator/>'),
    ...footnotes,
  );
}

function coreProperties(meta: DocumentMeta): string {
  const date = meta.date === undefined ? undefined : `${meta.date.slice(0, 10)}T00:00:00Z`;
  const stamp = (name: string) =>
    date === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    `<dc:title>${words(meta.title)}</dc:title>`,
    `<dc:subject>${words(meta.kind)}</dc:subject>`,
    meta.authors.length === 0 ? '' : `<dc:creator>${words(meta.authors.join(', '))}</dc:creator>`,
    `<dc:language>${words(meta.language)}</dc:language>`,
    stamp('created'),
    stamp('modified'),
  );
}

/** Which stage the file was made of, and the words of each passage by their fingerprint: how a reviewed copy finds its way back. */
function draftPart({ marked }: Gathered, meta: DocumentMeta): string {
  return element(
    'draft',
    {
      xmlns: DRAFT_NAMESPACE,
      stage: meta.stage?.id,
      version: meta.version,
      date: meta.date,
      language: meta.language,
      title: meta.title,
    },
    ...[...marked.values()].map(({ id, bookmark, print }) =>
      element('passage', { id, bookmark: bookmark === id ? undefined : bookmark, print }),
    ),
  );
}
