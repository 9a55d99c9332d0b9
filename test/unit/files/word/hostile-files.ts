/** Word files that no Word wrote, made to exhaust, mislead or break whoever reads them. */
import { writeZip } from '../../../../src/files/zip-write.ts';
import { lyingZip } from './hostile-zip.ts';
import { para, wordBytes } from './word-files.ts';

/** A hostile file, and what is to become of it. */
export interface HostileFile {
  readonly name: string;
  /** `read`, or the code of the problem that it is refused for. */
  readonly expected: string;
  readonly make: () => Uint8Array;
}

const MIB = 1024 * 1024;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const times = (count: number, make: (at: number) => string): string => {
  const parts: string[] = [];
  for (let at = 0; at < count; at += 1) parts.push(make(at));
  return parts.join('');
};
const body = (xml: string) => wordBytes({ body: xml, compress: false });
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const ROOT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';
const RELATIONS = utf8(
  '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
);
const DOCUMENT = utf8(`${ROOT}<w:body>${para('Words.')}</w:body></w:document>`);
const whole = (text: Uint8Array, lies: object = {}) =>
  lyingZip([
    { name: '_rels/.rels', content: RELATIONS },
    { name: 'word/document.xml', content: text, ...lies },
  ]);
/** The beginning and the end of a document with something between them. */
const raw = (xml: string) =>
  wordBytes({ body: '', compress: false, more: { 'word/document.xml': `${ROOT}<w:body>${xml}` } });

/** Files whose sizes are what is wrong with them. */
const BOMBS: readonly HostileFile[] = [
  { name: 'a ratio bomb', expected: 'too-large', make: () => whole(Buffer.alloc(60 * MIB, 0x20)) },
  { name: 'a part beyond all sizes', expected: 'too-large', make: () => whole(Buffer.alloc(70 * MIB, 0x20)) },
  { name: 'a million paragraphs', expected: 'too-many', make: () => body('<w:p/>'.repeat(1_000_000)) },
  {
    name: 'a million marks of notes',
    expected: 'too-many',
    make: () => body(`<w:p>${'<w:footnoteReference w:id="1"/>'.repeat(1_000_000)}</w:p>`),
  },
  {
    name: 'a million changes',
    expected: 'too-many',
    make: () => body(`<w:p>${'<w:ins w:id="1"/>'.repeat(1_000_000)}</w:p>`),
  },
  {
    name: 'a million cells',
    expected: 'too-many',
    make: () => body(`<w:tbl><w:tr>${'<w:tc/>'.repeat(1_000_000)}</w:tr></w:tbl>`),
  },
  {
    name: 'thirty thousand paragraphs',
    expected: 'read',
    make: () => body(times(30_000, (at) => para(`${at}`))),
  },
  { name: 'five million elements', expected: 'too-many', make: () => body('<w:r/>'.repeat(5_000_000)) },
  { name: 'elements 500 deep', expected: 'xml', make: () => body('<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500)) },
  {
    name: 'a hundred thousand attributes',
    expected: 'read',
    make: () => body(`<w:p ${times(100_000, (at) => `a${at}="" `)}/>${para('After.')}`),
  },
  {
    name: 'many elements of many attributes',
    expected: 'read',
    make: () => body(`<w:p ${times(5_000, (at) => `a${at}="" `)}/>`.repeat(400)),
  },
  {
    name: 'an attribute of ten megabytes',
    expected: 'too-large',
    make: () => body(`<w:p a="${'x'.repeat(10 * MIB)}"/>`),
  },
  { name: 'a tag that never ends', expected: 'too-large', make: () => raw(`<w:p ${'a="b" '.repeat(2_000_000)}`) },
  { name: 'elements that never end', expected: 'xml', make: () => raw('<w:p>'.repeat(150)) },
  { name: 'a comment of XML that never ends', expected: 'too-large', make: () => raw(`<!--${' x'.repeat(6 * MIB)}`) },
  { name: 'four million comments of XML', expected: 'too-large', make: () => body('<!--x-->'.repeat(4_000_000)) },
  { name: 'a word of twenty megabytes', expected: 'too-large', make: () => body(para('x'.repeat(20 * MIB))) },
  {
    name: 'many custom parts',
    expected: 'read',
    make: () =>
      wordBytes({
        body: para('Words.'),
        compress: false,
        relations: times(
          15,
          (at) => `<Relationship Id="c${at}" Type="x/customXml" Target="../customXml/item${at}.xml"/>`,
        ),
        more: Object.fromEntries(
          Array.from({ length: 15 }, (_, at) => [
            `customXml/item${at}.xml`,
            `<a xmlns="urn:${at}">${'x'.repeat(4 * MIB - 200)}</a>`,
          ]),
        ),
      }),
  },
  {
    name: 'one custom part named two hundred times',
    expected: 'read',
    make: () =>
      wordBytes({
        body: para('Words.'),
        relations: times(200, (at) => `<Relationship Id="c${at}" Type="x/customXml" Target="../customXml/i.xml"/>`),
        more: { 'customXml/i.xml': `<a xmlns="urn:a">${times(200_000, (at) => `${at * 7919} `)}</a>` },
      }),
  },
];

/** Files that are well-formed and small, and cost more the cleverer they are. */
const CLEVER: readonly HostileFile[] = [
  {
    name: 'a hundred thousand comments on one word',
    expected: 'too-many',
    make: () => commented(100_000, 'word'),
  },
  {
    name: 'comments that all stay open over many words',
    expected: 'too-many',
    make: () => openComments(20_000, 20_000),
  },
  { name: 'five thousand comments on one word', expected: 'read', make: () => commented(5000, 'word') },
  {
    name: 'revisions a thousand deep',
    expected: 'xml',
    make: () => body(`<w:p>${'<w:ins w:id="1">'.repeat(1000)}${run('x')}${'</w:ins>'.repeat(1000)}</w:p>`),
  },
  {
    name: 'many words in revisions as deep as they may be',
    expected: 'too-many',
    make: () =>
      body(`<w:p>${'<w:ins w:id="1">'.repeat(180)}${run('some words').repeat(200_000)}${'</w:ins>'.repeat(180)}</w:p>`),
  },
  {
    name: 'many words in controls as deep as they may be',
    expected: 'too-many',
    make: () => {
      const [open, close] = ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'];
      return body(`<w:p>${open.repeat(90)}${run('some words').repeat(200_000)}${close.repeat(90)}</w:p>`);
    },
  },
  {
    name: 'bookmarks that stay open over many paragraphs',
    expected: 'too-many',
    make: () =>
      body(`${times(100_000, (at) => `<w:bookmarkStart w:id="${at}" w:name="b${at}"/>`)}${para('x').repeat(50_000)}`),
  },
  {
    name: 'moves that stay open over many changes',
    expected: 'too-many',
    make: () =>
      body(
        `<w:p>${times(100_000, (at) => `<w:moveFromRangeStart w:id="${at}" w:name="m${at}"/>`)}${'<w:moveTo w:id="1"/>'.repeat(100_000)}</w:p>`,
      ),
  },
  {
    name: 'replies in a chain of five thousand',
    expected: 'read',
    make: () => replies(5000, (at) => at - 1),
  },
  { name: 'replies in a circle', expected: 'read', make: () => replies(5000, (at) => (at + 1) % 5000) },
  { name: 'five thousand replies to one comment', expected: 'read', make: () => replies(5000, () => 0) },
  {
    name: 'styles based on one another in a circle',
    expected: 'read',
    make: () =>
      wordBytes({
        body: para('Words.', '<w:pStyle w:val="s0"/>'),
        styles: times(
          20_000,
          (at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${(at + 1) % 20_000}"/></w:style>`,
        ),
      }),
  },
  {
    name: 'nested tables as deep as they may be',
    expected: 'read',
    make: () => nestedTables(60),
  },
  { name: 'nested tables two hundred deep', expected: 'xml', make: () => nestedTables(200) },
  {
    name: 'cells that say they are wide',
    expected: 'read',
    make: () =>
      body(
        `<w:tbl>${`<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(400)}</w:tbl>`,
      ),
  },
  {
    name: 'a footnote that refers to itself',
    expected: 'read',
    make: () =>
      wordBytes({
        body: `<w:p>${run('Words')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
        footnotes: `<w:footnote w:id="2"><w:p>${run('Note')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`,
      }),
  },
  {
    name: 'names of the language itself as ids',
    expected: 'read',
    make: () => {
      const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
      return wordBytes({
        body: ids
          .map(
            (id) =>
              `<w:p><w:bookmarkStart w:id="${id}" w:name="${id}"/><w:commentRangeStart w:id="${id}"/>${run('x')}<w:commentRangeEnd w:id="${id}"/><w:constructor/><w:__proto__/></w:p>`,
          )
          .join(''),
        comments: ids.map((id) => comment(id, id)).join(''),
        extended: ids.map((id) => `<w15:commentEx w15:paraId="${id}" w15:paraIdParent="__proto__"/>`).join(''),
        styles: ids.map((id) => `<w:style w:styleId="${id}"><w:basedOn w:val="${id}"/></w:style>`).join(''),
        numbering: `<w:abstractNum w:abstractNumId="__proto__"/><w:num w:numId="constructor"><w:abstractNumId w:val="__proto__"/></w:num>`,
      });
    },
  },
  {
    name: 'ranges that end before they begin, never end, or begin twice',
    expected: 'read',
    make: () =>
      wordBytes({
        body: `<w:p><w:commentRangeEnd w:id="1"/>${run('x')}<w:commentRangeStart w:id="1"/>${run('y')}<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="9"/><w:bookmarkEnd w:id="4"/><w:bookmarkStart w:id="4" w:name="n"/><w:bookmarkStart w:id="4" w:name="n"/></w:p>${para('z')}`,
        comments: comment('1', 'A') + comment('1', 'B'),
      }),
  },
];

/** Files that are not what they say; all small. */
export const LYING_FILES: readonly HostileFile[] = [
  { name: 'a size that lies', expected: 'damaged', make: () => whole(DOCUMENT, { size: 10 }) },
  { name: 'a size that promises more', expected: 'damaged', make: () => whole(DOCUMENT, { size: 60_000 }) },
  { name: 'a checksum that lies', expected: 'damaged', make: () => whole(DOCUMENT, { crc: 1 }) },
  {
    name: 'two names for one part',
    expected: 'damaged',
    make: () => whole(DOCUMENT, { localName: 'word/document.xmm' }),
  },
  { name: 'parts that overlap', expected: 'duplicate', make: () => whole(DOCUMENT, { at: 0 }) },
  {
    name: 'more parts than there are',
    expected: 'damaged',
    make: () => lyingZip([{ name: 'a', content: DOCUMENT }], 7),
  },
  {
    name: 'one part twice',
    expected: 'duplicate',
    make: () =>
      lyingZip([
        { name: 'word/document.xml', content: DOCUMENT },
        { name: 'word/Document.xml', content: DOCUMENT },
      ]),
  },
  {
    name: 'a name that leads out',
    expected: 'unsafe-name',
    make: () => lyingZip([{ name: '../../x', content: DOCUMENT }]),
  },
  { name: 'the extension for large files', expected: 'zip64', make: () => whole(DOCUMENT, { at: 0xffffffff }) },
  { name: 'parts with sizes behind them', expected: 'read', make: () => whole(DOCUMENT, { descriptor: true }) },
  { name: 'an encrypted part', expected: 'encrypted', make: () => whole(DOCUMENT, { flags: 1 }) },
  {
    name: 'entities',
    expected: 'doctype',
    make: () =>
      whole(utf8(`<!DOCTYPE w [<!ENTITY a "${'x'.repeat(99)}">]>${ROOT}<w:body><w:p/>&a;</w:body></w:document>`)),
  },
  {
    name: 'a document without its end',
    expected: 'xml',
    make: () => whole(DOCUMENT.subarray(0, DOCUMENT.length - 20)),
  },
  { name: 'an old binary document', expected: 'old-word', make: () => compound('WordDocument') },
  { name: 'a document with a password', expected: 'password', make: () => compound('EncryptedPackage') },
  { name: 'an old file of some program', expected: 'ole2', make: () => compound('Something') },
  { name: 'a text', expected: 'plain-text', make: () => utf8('These are words.\n') },
  { name: 'a web page', expected: 'web-page', make: () => utf8('<!DOCTYPE html><html><p>Words</p></html>') },
  { name: 'rich text', expected: 'rich-text', make: () => utf8('{\\rtf1 words}') },
  { name: 'a PDF', expected: 'pdf', make: () => utf8('%PDF-1.7\n') },
  {
    name: 'an OpenDocument text',
    expected: 'open-document',
    make: () => writeZip([{ name: 'mimetype', bytes: utf8('application/vnd.oasis.opendocument.text') }]),
  },
  {
    name: 'a workbook',
    expected: 'not-a-document',
    make: () => lyingZip([{ name: 'xl/workbook.xml', content: utf8('<workbook/>') }]),
  },
  { name: 'nothing', expected: 'empty', make: () => new Uint8Array() },
  { name: 'noise', expected: 'not-zip', make: () => Buffer.from('00ff10fe88', 'hex') },
  { name: 'the beginning of a ZIP', expected: 'damaged', make: () => utf8('PK\u0003\u0004') },
];

/** All of them. */
export const HOSTILE_FILES: readonly HostileFile[] = [...BOMBS, ...CLEVER, ...LYING_FILES];

function comment(id: string, text: string, key = id): string {
  return `<w:comment w:id="${id}" w:author="Ada"><w:p w14:paraId="${key}">${run(text)}</w:p></w:comment>`;
}

function commented(count: number, word: string): Uint8Array {
  const starts = times(count, (at) => `<w:commentRangeStart w:id="${at}"/>`);
  const ends = times(count, (at) => `<w:commentRangeEnd w:id="${at}"/>`);
  return wordBytes({
    body: `<w:p>${starts}${run(word)}${ends}</w:p>`,
    comments: times(count, (at) => comment(`${at}`, `Comment ${at}`)),
    compress: false,
  });
}

function openComments(count: number, words: number): Uint8Array {
  const starts = times(count, (at) => `<w:commentRangeStart w:id="${at}"/>`);
  return wordBytes({
    body: `<w:p>${starts}${times(words, (at) => run(`w${at}`))}</w:p>`,
    comments: times(count, (at) => comment(`${at}`, 'x')),
    compress: false,
  });
}

function replies(count: number, parent: (at: number) => number): Uint8Array {
  return wordBytes({
    body: `<w:p><w:commentRangeStart w:id="0"/>${run('word')}<w:commentRangeEnd w:id="0"/></w:p>`,
    comments: times(count, (at) => comment(`${at}`, `Reply ${at}`)),
    extended: times(count, (at) => `<w15:commentEx w15:paraId="${at}" w15:paraIdParent="${parent(at)}" w15:done="0"/>`),
    compress: false,
  });
}

function nestedTables(depth: number): Uint8Array {
  const [open, close] = ['<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'];
  return body(open.repeat(depth) + para('Deep.') + close.repeat(depth));
}

/** The beginning of a compound file, and the name of one of its streams. */
function compound(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 2048);
  return bytes;
}
