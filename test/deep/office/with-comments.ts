import { readZip } from '../../../src/files/zip-read.ts';
import { writeZip } from '../../../src/files/zip-write.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

/** A comment on a whole paragraph. */
export interface Commented {
  /** All words of the paragraph. */
  readonly paragraph: string;
  readonly words: string;
}

/** The parts of a Word file as text, changed by some function, as a file again. */
export function rewritten(bytes: Uint8Array, change: (name: string, text: string) => string | undefined): Uint8Array {
  const zip = readZip(bytes);
  if ('problem' in zip) throw new Error(zip.problem.message);
  return writeZip(
    zip.archive.names.flatMap((name) => {
      const part = zip.archive.read(name, 64 * 1024 * 1024) ?? new Uint8Array();
      if (!/\.(?:xml|rels)$/u.test(name)) return [{ name, bytes: part }];
      const text = change(name, new TextDecoder().decode(part));
      return text === undefined ? [] : [{ name, bytes: new TextEncoder().encode(text) }];
    }),
  );
}

/** A Word file with comments that Jane Doe made in Word; LibreOffice without a window can't make any. */
export function withComments(
  bytes: Uint8Array,
  comments: readonly Commented[],
): { readonly bytes: Uint8Array; readonly missing: readonly string[] } {
  const known = new Map(comments.map((one, id) => [one.paragraph, id]));
  const items = comments.map(
    ({ words }, id) =>
      `<w:comment w:id="${id}" w:author="Jane Doe" w:date="2023-05-04T10:00:00Z" w:initials="JD"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`,
  );
  const file = rewritten(bytes, (name, text) => {
    if (name === 'word/document.xml') return text.replaceAll(/(<w:p>(?:<w:pPr>.*?<\/w:pPr>)?)(.*?)<\/w:p>/gsu, marked);
    if (name === '[Content_Types].xml')
      return text.replace(
        '</Types>',
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
      );
    if (name !== 'word/_rels/document.xml.rels') return text;
    return text.replace(
      '</Relationships>',
      `<Relationship Id="cm" Type="${TYPE}" Target="comments.xml"/></Relationships>`,
    );
  });
  return {
    bytes: withPart(file, 'word/comments.xml', `<w:comments ${W}>${items.join('')}</w:comments>`),
    missing: [...known.keys()],
  };

  function marked(whole: string, head: string, inner: string): string {
    const words = inner
      .replaceAll(/<w:instrText.*?<\/w:instrText>/gsu, '')
      .replaceAll(/<w:(?:br|tab|noBreakHyphen)(?: [^>]*)?\/>/gu, ' ')
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    const id = known.get(words);
    if (id === undefined) return whole;
    known.delete(words);
    return `${head}<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r></w:p>`;
  }
}

function withPart(bytes: Uint8Array, name: string, text: string): Uint8Array {
  const zip = readZip(bytes);
  if ('problem' in zip) throw new Error(zip.problem.message);
  const parts = zip.archive.names.map((one) => ({
    name: one,
    bytes: zip.archive.read(one, 64 * 1024 * 1024) ?? new Uint8Array(),
  }));
  return writeZip([...parts, { name, bytes: new TextEncoder().encode(text) }]);
}

/** What programs lose: bookmarks, and the part that says of which stage a file was made. */
export function withoutIds(bytes: Uint8Array): Uint8Array {
  return rewritten(bytes, (name, text) => {
    if (name.startsWith('customXml/')) return undefined;
    if (name.endsWith('.rels')) return text.replaceAll(/<Relationship [^>]*customXml[^>]*\/>/gu, '');
    return name === 'word/document.xml' ? text.replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/gu, '') : text;
  });
}
