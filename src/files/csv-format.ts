/** How a file of comma-separated values is written. */
export interface CsvFormat {
  readonly encoding: CsvEncoding;
  /** False where the encoding had to be guessed because the file is not UTF-8. */
  readonly certain: boolean;
  readonly delimiter: string;
  /** Bytes before the text: byte-order mark, and the `sep=;` line some programs write. */
  readonly skip: number;
}

/** An encoding such files come in. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const DELIMITERS = [',', ';', '\t', '|'];
/** Bytes looked at to tell delimiter and UTF-16; the whole file decides about UTF-8. */
const HEAD = 64 * 1024;
/** Records the delimiter is guessed from. */
const SAMPLE = 20;

const MARKS: readonly (readonly [CsvEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Tells encoding and delimiter of a file of comma-separated values.
 *
 * @param bytes The whole file.
 */
export function csvFormat(bytes: Uint8Array): CsvFormat {
  const mark = MARKS.find(([, bom]) => bom.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.[0] ?? utf16Shape(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const start = mark?.[1].length ?? 0;
  const head = new TextDecoder(encoding).decode(bytes.subarray(start, start + HEAD));
  const declared = /^sep=(.)\r?\n/u.exec(head);
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  return {
    encoding,
    certain: encoding !== 'windows-1252',
    delimiter: declared?.[1] ?? guessDelimiter(head),
    skip: start + (declared?.[0].length ?? 0) * width,
  };
}

/** UTF-16 without a mark: in text of European languages every second byte is zero. */
function utf16Shape(bytes: Uint8Array): CsvEncoding | undefined {
  const head = bytes.subarray(0, 512 & ~1);
  const [even, odd] = [0, 1].map((rest) => head.filter((byte, index) => index % 2 === rest && byte === 0).length);
  const many = head.length * 0.3;
  if (head.length < 8) return undefined;
  if ((odd ?? 0) > many && even === 0) return 'utf-16le';
  return (even ?? 0) > many && odd === 0 ? 'utf-16be' : undefined;
}

/** Decodes piece by piece, so that no second copy of a large file is made. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += HEAD) decoder.decode(bytes.subarray(at, at + HEAD), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The delimiter that cuts the first records into the most pieces of one number; a comma where none does. */
function guessDelimiter(head: string): string {
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }));
  return ranked.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** Delimiters in the first record, times the share of records that have as many. */
function scoreOf(head: string, delimiter: string): number {
  const counts = countInRecords(head, delimiter);
  const [first = 0] = counts;
  return (first * counts.filter((count) => count === first).length) / Math.max(1, counts.length);
}

/** Delimiters outside quotation marks in each of the first records. */
function countInRecords(head: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) count += 1;
    else if (!quoted && character === '\n') {
      counts.push(count);
      count = 0;
      if (counts.length === SAMPLE) return counts;
    }
  }
  return counts.length === 0 ? [count] : counts;
}
