import { readWord } from '../../../../src/files/word/read-word.ts';
import type { WordFile } from '../../../../src/files/word/word-types.ts';
import { writeZip } from '../../../../src/files/zip-write.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a Word file in small, as XML without its root. */
export interface WordParts {
  readonly body: string;
  readonly comments?: string;
  readonly extended?: string;
  readonly footnotes?: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Whole parts by name. */
  readonly more?: Readonly<Record<string, string>>;
  /** Further relations of the text, as XML. */
  readonly relations?: string;
  /** False for parts that are stored as they are, which no bound on the ratio stops. */
  readonly compress?: boolean;
}

/** The bytes of a Word file in small. */
export function wordBytes({
  body,
  comments,
  extended,
  footnotes,
  styles,
  numbering,
  more = {},
  relations = '',
  compress = true,
}: WordParts): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W} ${W14} ${R}><w:body>${body}</w:body></w:document>`,
  };
  const related: Record<string, [string | undefined, string]> = {
    comments: [comments, `<w:comments ${W} ${W14}>`],
    commentsExtended: [extended, `<w15:commentsEx ${W15}>`],
    footnotes: [footnotes, `<w:footnotes ${W}>`],
    styles: [styles, `<w:styles ${W}>`],
    numbering: [numbering, `<w:numbering ${W}>`],
  };
  let links = '';
  for (const [name, [content, root]] of Object.entries(related)) {
    if (content === undefined) continue;
    parts[`word/${name}.xml`] = `${root}${content}</${root.slice(1).split(' ')[0]}>`;
    links += `<Relationship Id="r-${name}" Type="${TYPES}/${name}" Target="${name}.xml"/>`;
  }
  parts['word/_rels/document.xml.rels'] = `<Relationships>${links}${relations}</Relationships>`;
  const all = Object.entries({ ...parts, ...more });
  return writeZip(
    all.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    { compress },
  );
}

/** A Word file in small, read. */
export function wordFile(parts: WordParts): WordFile {
  const reading = readWord(wordBytes(parts));
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.file;
}

/** A paragraph of one run. */
export const para = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** Words inserted by Ada. */
export const ins = (text: string): string =>
  `<w:ins w:id="1" w:author="Ada" w:date="2023-01-02T03:04:05Z"><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:ins>`;
/** Words deleted by Ben. */
export const del = (text: string): string =>
  `<w:del w:id="2" w:author="Ben"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
