import type { DocumentMeta } from '../../model/document.ts';
import { FRAME_LOOKS, type FrameName, INSET, lines, shade } from './standing.ts';
import { element, value } from './xml.ts';

interface StyleFacts {
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  /** Paragraph properties, in the order of the schema. */
  readonly paragraph?: string;
  /** Run properties, in the order of the schema. */
  readonly run?: string;
  readonly quick?: true;
}

const size = (halfPoints: number): string => `${value('w:sz', halfPoints)}${value('w:szCs', halfPoints)}`;
const BOLD = '<w:b/><w:bCs/>';
const ITALIC = '<w:i/><w:iCs/>';
const SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>';
const space = (before: number, after: number, line?: number): string =>
  element('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': line,
    'w:lineRule': line === undefined ? undefined : 'auto',
  });
const NEXT = '<w:keepNext/><w:keepLines/>';
const inset = element('w:ind', { 'w:left': INSET, 'w:right': INSET });

function heading(level: number, halfPoints: number, more: Partial<StyleFacts> = {}): StyleFacts {
  return {
    name: `heading ${level}`,
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: `${NEXT}${space(level === 1 ? 360 : 240, 120)}${value('w:outlineLvl', level - 1)}`,
    run: `${SANS}${BOLD}${level > 3 ? ITALIC : ''}${size(halfPoints)}`,
    ...more,
  };
}

function framed(id: FrameName): Record<string, StyleFacts> {
  const { lines: around, ground } = FRAME_LOOKS[id];
  return {
    [`${id}Title`]: {
      name: `${id} Title`,
      based: 'Normal',
      next: `${id}Text`,
      paragraph: `${NEXT}${around}${ground}${space(120, 0)}${inset}`,
      run: `${SANS}${BOLD}`,
    },
    [`${id}Text`]: {
      name: `${id} Text`,
      based: 'Normal',
      paragraph: `${around}${ground}${space(0, 60)}${inset}`,
    },
  };
}

/** Every paragraph style, by its id. */
const PARAGRAPHS: Readonly<Record<string, StyleFacts>> = {
  Title: {
    name: 'Title',
    based: 'Normal',
    next: 'Subtitle',
    quick: true,
    paragraph: space(0, 120),
    run: `${SANS}${BOLD}${size(40)}`,
  },
  Subtitle: { name: 'Subtitle', based: 'Normal', quick: true, paragraph: space(0, 120), run: `${SANS}${size(26)}` },
  Heading1: heading(1, 32),
  Heading2: heading(2, 27),
  Heading3: heading(3, 24),
  Heading4: heading(4, 22),
  Heading5: heading(5, 22),
  Heading6: heading(6, 22),
  Quote: {
    name: 'Quote',
    based: 'Normal',
    quick: true,
    paragraph: element('w:ind', { 'w:left': 567, 'w:right': 567 }),
    run: ITALIC,
  },
  Listing: {
    name: 'Listing',
    based: 'Normal',
    paragraph: `${shade('F2F2F2')}${space(60, 120)}`,
    run: `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>${size(18)}`,
  },
  Rule: { name: 'Rule', based: 'Normal', paragraph: lines('808080', ['bottom']) },
  Caption: {
    name: 'caption',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: `<w:keepNext/>${space(160, 80)}`,
    run: `${SANS}${BOLD}${size(19)}`,
  },
  Figure: { name: 'Figure', based: 'Normal', paragraph: `<w:keepNext/>${space(120, 60)}` },
  TableText: { name: 'Table Text', based: 'Normal', paragraph: space(40, 40), run: size(19) },
  TableHead: {
    name: 'Table Head',
    based: 'TableText',
    paragraph: `<w:keepNext/>${space(40, 40)}`,
    run: `${SANS}${BOLD}${size(19)}`,
  },
  TableTextSmall: { name: 'Table Text Small', based: 'TableText', run: size(15) },
  TableHeadSmall: { name: 'Table Head Small', based: 'TableHead', run: size(15) },
  TableNote: { name: 'Table Note', based: 'Normal', paragraph: space(20, 20), run: size(18) },
  Spacer: { name: 'Spacer', based: 'Normal', paragraph: space(0, 0, 120), run: size(8) },
  Remark: { name: 'Remark', based: 'Normal', run: `<w:color w:val="444444"/>${size(20)}` },
  Marking: { name: 'Marking', based: 'Normal', paragraph: space(0, 60), run: `${SANS}${BOLD}${size(18)}` },
  FootnoteText: { name: 'footnote text', based: 'Normal', paragraph: space(0, 20, 240), run: size(18) },
  CommentText: { name: 'annotation text', based: 'Normal', paragraph: space(0, 40, 240), run: size(20) },
  Header: { name: 'header', based: 'Normal', paragraph: space(0, 0), run: `${SANS}${size(16)}` },
  Footer: { name: 'footer', based: 'Normal', paragraph: space(0, 0), run: `${SANS}${size(16)}` },
  ContentsTitle: {
    name: 'TOC Heading',
    based: 'Normal',
    paragraph: `${NEXT}${space(240, 120)}`,
    run: `${SANS}${BOLD}${size(28)}`,
  },
  TOC1: { name: 'toc 1', based: 'Normal', next: 'Normal', paragraph: space(60, 40) },
  TOC2: {
    name: 'toc 2',
    based: 'Normal',
    next: 'Normal',
    paragraph: `${space(0, 40)}${element('w:ind', { 'w:left': 284 })}`,
  },
  TOC3: {
    name: 'toc 3',
    based: 'Normal',
    next: 'Normal',
    paragraph: `${space(0, 40)}${element('w:ind', { 'w:left': 567 })}`,
  },
  FormLabel: { name: 'Form Label', based: 'Normal', paragraph: `<w:keepNext/>${space(160, 40)}` },
  FormField: { name: 'Form Field', based: 'Normal', paragraph: space(20, 60) },
  ...framed('Box'),
  ...framed('Recommendation'),
  ...framed('Definition'),
  ...framed('Alternatives'),
};

const CHARACTERS: Readonly<Record<string, StyleFacts>> = {
  Hyperlink: { name: 'Hyperlink', run: '<w:color w:val="0B5394"/><w:u w:val="single"/>' },
  FootnoteReference: { name: 'footnote reference', run: '<w:vertAlign w:val="superscript"/>' },
  CommentReference: { name: 'annotation reference', run: size(16) },
  Code: { name: 'Code', run: `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>${size(19)}` },
  Tag: { name: 'Tag', run: `${SANS}<w:color w:val="555555"/>${size(15)}` },
  PlaceholderText: { name: 'Placeholder Text', run: '<w:color w:val="666666"/>' },
};

function style(id: string, type: 'paragraph' | 'character', facts: StyleFacts): string {
  const { name, based, next, paragraph = '', run = '', quick } = facts;
  return element(
    'w:style',
    {
      'w:type': type,
      'w:styleId': id,
      'w:customStyle':
        /^[A-Z].*[a-z] [A-Z]|^(?:Listing|Rule|Figure|Spacer|Remark|Marking|Code|Tag)$/u.test(name) &&
        name !== 'TOC Heading' &&
        name !== 'Placeholder Text'
          ? 1
          : undefined,
    },
    value('w:name', name),
    type === 'character'
      ? value('w:basedOn', 'DefaultParagraphFont')
      : based === undefined
        ? ''
        : value('w:basedOn', based),
    next === undefined ? '' : value('w:next', next),
    quick === true ? '<w:qFormat/>' : '',
    paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === '' ? '' : `<w:rPr>${run}</w:rPr>`,
  );
}

/** Sizes for readers who need it, in points, doubled: of the text, and the least of anything but what heads and foots pages. */
const READING: Readonly<Record<string, { readonly text: number; readonly least: number; readonly line: number }>> = {
  'large-print': { text: 36, least: 36, line: 300 },
  'easy-read': { text: 28, least: 26, line: 360 },
};
/** Running text as everybody reads it. */
const USUAL = 22;

/** How much larger the words of tables are than usual. */
export function readingScale({ style: { reading } }: DocumentMeta): number {
  const sizes = READING[reading ?? ''];
  return sizes === undefined ? 1 : sizes.least / 19;
}

/** How much larger what stands at the head and foot of pages is than usual. */
export function aroundScale({ style: { reading } }: DocumentMeta): number {
  const sizes = READING[reading ?? ''];
  return sizes === undefined ? 1 : sizes.least / USUAL;
}

/** A style as readers need it: what is as large as the text or larger grows with it, what is smaller to the least size. */
function forReaders(id: string, facts: StyleFacts, reading: string): StyleFacts {
  const sizes = READING[reading];
  if (sizes === undefined || facts.run === undefined || id === 'Spacer') return facts;
  const isAround = id === 'Header' || id === 'Footer';
  const grown = (size: number): number =>
    isAround ? Math.round((size * sizes.least) / USUAL) : size < USUAL ? sizes.least : size + sizes.text - USUAL;
  const run = facts.run.replace(/(<w:sz(?:Cs)? w:val=")(\d+)"/gu, (_, before: string, size: string) => {
    return `${before}${grown(Number(size))}"`;
  });
  return { ...facts, run };
}

/** The part of the file with all styles. */
export function stylesPart(meta: DocumentMeta, namespaces: Readonly<Record<string, string>>): string {
  const rtl = meta.direction === 'rtl';
  const reading = READING[meta.style.reading ?? ''];
  const needed = (id: string, facts: StyleFacts) => forReaders(id, facts, meta.style.reading ?? '');
  const language = element('w:lang', { 'w:val': meta.language, 'w:eastAsia': meta.language, 'w:bidi': meta.language });
  // Quotation marks and dashes are Chinese or Western by what they stand in: the hint says in which.
  const hint = meta.language.split('-')[0] === 'zh' ? ' w:hint="eastAsia"' : '';
  const fonts = `<w:rFonts${hint} w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>`;
  const defaults = element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, fonts, size(reading?.text ?? USUAL), language)),
    element('w:pPrDefault', {}, element('w:pPr', {}, space(0, 120, reading?.line ?? 264))),
  );
  const normal = element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    value('w:name', 'Normal'),
    '<w:qFormat/>',
    rtl ? '<w:pPr><w:bidi/></w:pPr>' : '',
  );
  const tableNormal =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  const border = (side: string) =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '8C8C8C' });
  const borders = element('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border));
  const textTable = `<w:style w:type="table" w:customStyle="1" w:styleId="TextTable"><w:name w:val="Text Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>${borders}</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>${shade('E7E6E6')}</w:tcPr></w:tblStylePr></w:style>`;
  return element(
    'w:styles',
    namespaces,
    defaults,
    normal,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    tableNormal,
    ...Object.entries(PARAGRAPHS).map(([id, facts]) => style(id, 'paragraph', needed(id, facts))),
    ...Object.entries(CHARACTERS).map(([id, facts]) => style(id, 'character', needed(id, facts))),
    textTable,
  );
}
