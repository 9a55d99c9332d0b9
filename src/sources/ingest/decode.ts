import type { Finding, Severity } from '../../model/finding.ts';

/** Text of a file, as far as it is text. */
export interface Decoded {
  /** Without byte-order mark; line ends as they are. Absent where the file holds no text. */
  readonly text?: string;
  readonly findings: readonly Finding[];
}

/** Largest file taken: 16 MiB, far above any record of a consultation. */
const MOST_BYTES = 16 * 1024 * 1024;

interface Encoding {
  readonly name: string;
  readonly mark: readonly number[];
}

const MARKS: readonly Encoding[] = [
  { name: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { name: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'utf-16be', mark: [0xfe, 0xff] },
];

/**
 * Turns the bytes of a text file into text, whatever encoding it came in.
 *
 * UTF-8, UTF-16 by its mark or its shape, else the Western European code page of Windows, which is reported.
 *
 * @param bytes The file.
 * @param name Its name, for findings.
 */
export function decodeText(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length > MOST_BYTES) return refused(name, TOO_LARGE);
  const encoding = encodingOf(bytes);
  const text = encoding === undefined ? undefined : decodeAs(bytes, encoding);
  if (text !== undefined) return checked(text, name, []);
  const guess = decodeAs(bytes, 'windows-1252') ?? '';
  return checked(guess, name, [said(name, 'warning', GUESSED)]);
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  return marked?.name ?? unmarkedUtf16(bytes) ?? 'utf-8';
}

/** UTF-16 without a mark: in text of European languages every second byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 512 & ~1);
  if (head.length < 8) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length * 0.3;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Refuses what is no text: empty files, and files with bytes that text never has. */
function checked(text: string, name: string, findings: readonly Finding[]): Decoded {
  if (text.trim() === '') return refused(name, EMPTY);
  return text.includes('\0') || controls(text) > text.length / 100 ? refused(name, NOT_TEXT) : { text, findings };
}

/** How many control characters other than tab, line ends and form feed a text has. */
function controls(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32) || code >= 0xfffe) count += 1;
  }
  return count;
}

interface Said {
  readonly check: `ingest/${string}`;
  readonly message: (name: string) => string;
  readonly why: string;
  readonly hint: string;
}

const TOO_LARGE: Said = {
  check: 'ingest/too-large',
  message: (name) => `"${name}" is larger than 16 MB and was not read.`,
  why: "A record of a consultation is far smaller; a file of this size would stop everybody else's work.",
  hint: 'Split it into one file for each meeting or submission.',
};
const EMPTY: Said = {
  check: 'ingest/empty',
  message: (name) => `"${name}" is empty.`,
  why: 'There is nothing in it that could be answered.',
  hint: 'Ask whoever sent it for the right file.',
};
const NOT_TEXT: Said = {
  check: 'ingest/not-text',
  message: (name) => `"${name}" is not a text file, whatever its name says.`,
  why: 'Only text can be read as a consultation note.',
  hint: 'Save it as Markdown or HTML, and ingest that.',
};
const GUESSED: Said = {
  check: 'ingest/encoding',
  message: (name) => `"${name}" is not in UTF-8; it was read as Western European text (Windows-1252).`,
  why: 'If the guess is wrong, accented letters come out as others.',
  hint: 'Look at its accented letters, or save it as UTF-8 and ingest it again.',
};

function refused(name: string, one: Said): Decoded {
  return { findings: [said(name, 'error', one)] };
}

function said(name: string, severity: Severity, { check, message, why, hint }: Said): Finding {
  return { check, severity, message: message(name), why, hint, place: { file: name, line: 1, column: 1 } };
}
