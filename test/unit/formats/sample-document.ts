/** Documents for the tests of formats: one that holds every type of node, as a draft, and one as a marked-up version. */
import type {
  BlockContent,
  FootnoteDefinition,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableRow,
} from 'mdast';
import type { BlockChange, Document, DocumentMeta, Section } from '../../../src/model/document.ts';

/** Metadata with nothing special about it. */
export const META: DocumentMeta = {
  title: 'Child participation in the work of the organisation',
  subtitle: 'Guidance note',
  kind: 'Draft',
  language: 'en',
  direction: 'ltr',
  stage: { id: 'zero', title: 'Zero draft' },
  version: 'zero-draft',
  date: '2022-10-28',
  authors: ['Core group'],
  distribution: 'public',
  notForCitation: true,
  notice: 'Illustrative – not a United Nations document',
  style: { paper: 'a4', cover: true, contents: true, lineNumbers: false, textMarks: false, fonts: [] },
  attachments: [],
  epoch: 1_666_915_200,
};

/** Plain words. */
export function words(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** A paragraph; strings are plain words. */
export function p(children: readonly (string | PhrasingContent)[], data?: Paragraph['data']): Paragraph {
  const content = children.map((child) => (typeof child === 'string' ? words(child) : child));
  return { type: 'paragraph', children: content, ...(data !== undefined && { data }) };
}

/** A numbered paragraph. */
export function numbered(number: string, children: readonly (string | PhrasingContent)[], id?: string): Paragraph {
  return p(children, { number, label: `${number}.`, ...(id !== undefined && { id }) });
}

/** A section with its title. */
export function section(title: string, label: string | undefined, blocks: Section['children']): Section {
  const heading: BlockContent = {
    type: 'heading',
    depth: 1,
    children: [words(title)],
    ...(label !== undefined && { data: { label: `${label}.`, number: label } }),
  };
  return { type: 'section', part: 'body', numbered: true, file: 'drafts/10-scope.md', children: [heading, ...blocks] };
}

/** A document of some sections. */
export function documentOf(sections: readonly Section[], meta: Partial<DocumentMeta> = {}): Document {
  return { root: { type: 'root', children: [...sections] as RootContent[] }, meta: { ...META, ...meta } };
}

function item(label: string, children: ListItem['children'], id?: string): ListItem {
  return { type: 'listItem', spread: false, data: { label, ...(id !== undefined && { id }) }, children };
}

function row(...cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: cell ? [words(cell)] : [] })),
  };
}

function note(identifier: string, label: string, text: string): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier, label, data: { label, number: label }, children: [p([text])] };
}

function mark(identifier: string, label: string): PhrasingContent {
  return { type: 'footnoteReference', identifier, label, data: { label, number: label } };
}

const FIRST: Section = section('Scope and purpose', 'I', [
  numbered('1', ['This note explains how children take part', mark('1-1', '1'), ' in decisions.'], 'p-scope01'),
  numbered('2', [
    'It builds on ',
    {
      type: 'agreed',
      source: 'crc',
      children: [words('the best interests of the child shall be a primary consideration')],
    },
    { type: 'citation', items: [{ id: 'crc', locator: 'art. 3' }], children: [mark('1-2', '2')] },
    ' and on ',
    { type: 'crossReference', target: 'p-items01', own: false, children: [words('paragraph 3')] },
    '. ',
    {
      type: 'bracket',
      by: 'UNICEF',
      children: [words('It binds '), { type: 'strong', children: [words('all')] }, words(' entities.')],
    },
  ]),
  { ...numbered('3', ['Entities should:'], 'p-items01') },
  {
    type: 'list',
    ordered: true,
    spread: false,
    children: [
      item('(a)', [p(['Ask children first, ', { type: 'emphasis', children: [words('always')] }, ';'])], 'p-itema01'),
      item('(b)', [
        p(['Report back:']),
        {
          type: 'list',
          ordered: true,
          spread: false,
          children: [item('(i)', [p(['In their language;'])]), item('(ii)', [p(['Within three months.'])])],
        },
      ]),
    ],
  },
  { type: 'heading', depth: 3, children: [words('Boxes and notes')], data: { label: 'A.', number: 'I.A' } },
  {
    type: 'box',
    title: 'What children said',
    data: { label: '1', number: '1' },
    children: [
      p(['They asked to be heard early.', mark('1-1-a', 'a')]),
      { type: 'notes', children: [note('1-1-a', 'a', 'Regional consultations, 2022.')] },
    ],
  },
  {
    type: 'recommendation',
    for: 'Resident coordinators',
    by: '2024',
    data: { id: 'rec-1', label: '1', number: '1' },
    children: [p(['Set aside a budget for participation.'])],
  },
  { type: 'termDefinition', term: 'Assent', children: [p(['A child’s agreement to take part.'])] },
]);

const SECOND: Section = section('Means', 'II', [
  {
    type: 'table',
    align: [null, 'right', 'center'],
    data: { caption: 'Consultations by region', label: '1', number: '1', id: 't-regions' },
    children: [row('', 'Meetings', 'Languages'), row('Africa | East', '12', 'en, fr'), row('Asia', '7', '')],
  },
  { type: 'notes', children: [note('2-1-a', 'a', 'As of October 2022.')] },
  {
    type: 'alternatives',
    data: { number: '4' },
    children: [
      { type: 'alternative', data: { number: '4', label: '4.' }, children: [p(['States may take part.'])] },
      { type: 'alternative', data: { number: '4 bis', label: '4 bis.' }, children: [p(['States should take part.'])] },
    ],
  },
  { type: 'blockquote', children: [p(['Nothing about us without us.'])] },
  { type: 'code', lang: 'yaml', value: 'penholder: 1\n```\n' },
  {
    type: 'figure',
    url: 'images/flow.png',
    alt: 'How an input travels',
    data: { label: '1', number: '1' },
    children: [words('The way of an input')],
  },
  { type: 'thematicBreak' },
  p([
    'See ',
    { type: 'link', url: 'https://example.org/a_(b)', children: [words('the page')] },
    ', never ',
    { type: 'link', url: 'java\nscript:alert(1)', children: [words('this one')] },
    ', nor ',
    { type: 'image', url: 'https://example.org/pixel.png', alt: 'a picture from elsewhere' },
    '; run ',
    { type: 'inlineCode', value: 'a | `b`' },
    ', ',
    { type: 'delete', children: [words('not this')] },
    '.',
    { type: 'break' },
    '12. is no list, *this* is not bold, and <b>this</b> neither.',
  ]),
  { type: 'formField', name: 'q1', kind: 'text', required: true, children: [words('Your organisation')] },
  { type: 'formField', name: 'q2', kind: 'paragraph', children: [words('What gets in the way?')] },
  {
    type: 'formField',
    name: 'q3',
    kind: 'choice',
    choices: [
      { value: 'y', label: 'Yes' },
      { value: 'n', label: 'No' },
    ],
    children: [words('Were you asked?')],
  },
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'listItem', checked: true, children: [p(['Done'])] },
      { type: 'listItem', checked: false, children: [p(['Open'])] },
    ],
  },
  p(['نص بالعربية'], { language: 'ar' }),
  note('1-1', '1', 'Convention on the Rights of the Child, art. 12.'),
  note('1-2', '2', 'Ibid., art. 3.'),
]);

const ANNEX: Section = {
  ...section('Sources', undefined, [numbered('1', ['The sources are listed.'])]),
  part: 'annex',
  children: [
    {
      type: 'heading',
      depth: 1,
      children: [words('Sources')],
      data: { label: 'Annex I.', number: 'I', role: 'annex' },
    },
    numbered('1', ['The sources are listed.']),
  ],
};

/** A draft with every type of node that a clean version can hold. */
export const DRAFT: Document = documentOf([FIRST, SECOND, ANNEX]);

function changed(kind: BlockChange['kind'], more: Partial<BlockChange> = {}): BlockChange {
  return { kind, change: 'c1', ...more };
}

/** A marked-up version: words and blocks inserted, deleted and moved. */
export const MARKED_UP: Document = documentOf(
  [
    section('Scope and purpose', 'I', [
      p(
        [
          'This note ',
          { type: 'deletion', change: 'c1', author: 'Editor', date: '2022-11-03', children: [words('describes')] },
          { type: 'insertion', change: 'c1', author: 'Editor', date: '2022-11-03', children: [words('explains')] },
          ' how children take part.',
        ],
        { id: 'p-one', number: '1', label: '1.', change: changed('edited') },
      ),
      p(['A new paragraph.'], {
        id: 'p-two',
        number: '2',
        label: '2.',
        change: changed('inserted', { author: 'Editor' }),
      }),
      p(['An old paragraph.'], { id: 'p-old', change: changed('deleted') }),
      p(['This stood elsewhere.'], {
        id: 'p-three',
        number: '3',
        label: '3.',
        change: changed('moved-to', { counterpart: 'p-three-old', counterpartLabel: 'paragraph 9' }),
      }),
      p(['This stood elsewhere.'], {
        id: 'p-three-old',
        change: changed('moved-from', { counterpart: 'p-three', counterpartLabel: 'paragraph 3' }),
      }),
      {
        type: 'list',
        ordered: false,
        data: { change: changed('inserted') },
        children: [{ type: 'listItem', children: [p(['A new item'])] }],
      },
      {
        type: 'table',
        children: [
          row('Body', 'Role'),
          { ...row('OHCHR', 'Lead'), data: { change: changed('inserted') } },
          { ...row('Others', 'Support'), data: { change: changed('deleted') } },
        ],
      },
      { type: 'code', value: 'old: 1', data: { change: changed('deleted') } },
    ]),
  ],
  { kind: 'Marked-up version', style: { ...META.style, textMarks: true, watermark: 'ZERO DRAFT' } },
);
