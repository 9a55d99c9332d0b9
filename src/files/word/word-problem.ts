import { type FileProblem, type FileProblemCode, fileProblem } from '../file-problem.ts';

const SAVE_AS_WORD = 'Ask whoever sent it to open it and save it as a Word document (.docx).';
const ASK = 'Do not open it in Word; ask whoever sent it how it was made.';
const AGAIN = 'Ask whoever sent it for it again, saved anew in Word or LibreOffice.';

/** What is to be done about a problem where the file was to be one of Word; what is missing is said of every file alike. */
const HINTS: Readonly<Partial<Record<FileProblemCode, string>>> = {
  ole2: SAVE_AS_WORD,
  'not-zip': SAVE_AS_WORD,
  damaged: AGAIN,
  'unsafe-name': ASK,
  duplicate: ASK,
  zip64: AGAIN,
  encrypted: 'Ask whoever sent it to take the password off and save it again.',
  method: AGAIN,
  'too-large': 'Ask whoever sent it for the text alone, without pictures, or in several files.',
  'too-many':
    'Ask whoever sent it for the text alone, or in several files; if it came from a stranger, do not open it.',
  'not-a-document': 'Ask whoever sent it whether it is the right file, and for a Word document (.docx).',
  doctype: ASK,
  xml: AGAIN,
};

/**
 * What is wrong with a file that was to be one of Word: what it is instead, and what to ask its sender for.
 *
 * @param problem What its reader found.
 * @param bytes The file.
 */
export function wordProblem(problem: FileProblem, bytes: Uint8Array): FileProblem {
  const { code, message } = told(problem.code, bytes) ?? problem;
  const hint = HINTS[code] ?? fileProblem(code).hint;
  return { code, message, hint };
}

/** A file of another kind is named as what it is. */
function told(code: FileProblemCode, bytes: Uint8Array): FileProblem | undefined {
  const found = LOOKS[code]?.(bytes);
  return found === undefined ? undefined : fileProblem(found);
}

/** How the other kinds are known, by the problem they were taken for. */
const LOOKS: Readonly<Partial<Record<FileProblemCode, (bytes: Uint8Array) => FileProblemCode | undefined>>> = {
  ole2: compoundKind,
  'not-zip': beginningKind,
  'not-a-document': (bytes) => (holds(bytes, 'application/vnd.oasis.opendocument') ? 'open-document' : undefined),
};

/** Names of the streams by which files in the old container are known; they are written in two bytes a letter. */
function compoundKind(bytes: Uint8Array): FileProblemCode | undefined {
  const wide = (name: string) => [...name].map((letter) => `${letter}\0`).join('');
  if (holds(bytes, wide('EncryptedPackage'))) return 'password';
  return holds(bytes, wide('WordDocument')) ? 'old-word' : undefined;
}

const LATIN = new TextDecoder('latin1');

function holds(bytes: Uint8Array, words: string): boolean {
  return LATIN.decode(bytes.subarray(0, 8 * 1024 * 1024)).includes(words);
}

const BEGINNINGS: readonly (readonly [RegExp, FileProblemCode])[] = [
  [/^%PDF-/u, 'pdf'],
  [/^\{\\rtf/u, 'rich-text'],
  [/^<(?:!doctype html|html|head|body)|^<\?xml[^>]*>\s*<html/iu, 'web-page'],
];

function beginningKind(bytes: Uint8Array): FileProblemCode | undefined {
  if (bytes.length === 0) return 'empty';
  const beginning = LATIN.decode(bytes.subarray(0, 4096)).replace(/^(?:\u00ef\u00bb\u00bf)?\s*/u, '');
  const named = BEGINNINGS.find(([pattern]) => pattern.test(beginning));
  return named === undefined ? plainText(bytes.subarray(0, 4096)) : named[1];
}

/** Text has no character that only programs write. */
function plainText(beginning: Uint8Array): FileProblemCode | undefined {
  const isText = beginning.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isText ? 'plain-text' : undefined;
}
