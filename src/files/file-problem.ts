/** Why a file, or a part of it, can't be read. */
export interface FileProblem {
  readonly code: FileProblemCode;
  /** What is wrong, as a full sentence without the file's name. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** What can be wrong with a file before anybody looks at what it says. */
export type FileProblemCode =
  | 'ole2'
  | 'not-zip'
  | 'damaged'
  | 'unsafe-name'
  | 'duplicate'
  | 'zip64'
  | 'encrypted'
  | 'method'
  | 'too-large'
  | 'too-many'
  | 'not-a-workbook'
  | 'not-a-document'
  | 'old-word'
  | 'password'
  | 'plain-text'
  | 'web-page'
  | 'rich-text'
  | 'pdf'
  | 'not-a-pdf'
  | 'open-document'
  | 'empty'
  | 'doctype'
  | 'xml'
  | 'encoding'
  | 'quote'
  | 'record-too-long'
  | 'too-wide';

const SAVE_AGAIN = 'Open the file in the program it was made with, save it again, and use that copy.';

/** What is said of each problem; a table, so that every reader says the same. */
const SAID: Readonly<Record<FileProblemCode, readonly [message: string, hint: string]>> = {
  ole2: [
    'The file is protected by a password, or in the old binary format of Office.',
    'Remove the password, or save it as .xlsx or .docx.',
  ],
  'not-zip': ['The file is not an Office file, whatever its name says.', SAVE_AGAIN],
  damaged: ['The file is damaged: what it holds is not what it says it holds.', SAVE_AGAIN],
  'unsafe-name': ['The file holds a part whose name leads out of it.', 'Do not open it; ask whoever sent it.'],
  duplicate: ['The file holds two parts of the same name, or parts that overlap.', SAVE_AGAIN],
  zip64: ['The file uses the extension of ZIP for very large files, which no document needs.', SAVE_AGAIN],
  encrypted: ['A part of the file is encrypted.', 'Remove the password and save it again.'],
  method: ['A part of the file is compressed in a way that is not read here.', SAVE_AGAIN],
  'too-large': [
    'The file, or a part of it, is larger than any real document.',
    'Split it into smaller ones, or save it as .csv.',
  ],
  'too-many': ['The file holds more parts than any real document.', SAVE_AGAIN],
  'not-a-workbook': ['The file holds no spreadsheet.', 'Save it as .xlsx or .csv.'],
  'not-a-document': ['The file is not a Word document.', 'Save it as .docx.'],
  'old-word': [
    'The file is in the old binary format of Word (.doc), whatever its name says.',
    'Open it in Word or LibreOffice and save it as a Word document (.docx).',
  ],
  password: [
    'The file is protected by a password, so nothing in it can be read.',
    'Ask whoever sent it to take the password off (File, Info, Protect Document) and send it again.',
  ],
  'plain-text': [
    'The file is plain text, whatever its name says.',
    'If it holds what was said, name it .md or .txt; otherwise ask whoever sent it for the Word document (.docx).',
  ],
  'web-page': [
    'The file is a web page, whatever its name says; downloads that need a login often are.',
    'Ask whoever sent it for the Word document itself (.docx), or name it .html if the page is what was meant.',
  ],
  'rich-text': [
    'The file is rich text (.rtf), whatever its name says.',
    'Open it in Word or LibreOffice and save it as a Word document (.docx).',
  ],
  pdf: [
    'The file is a PDF, whatever its name says.',
    'Name it .pdf if comments were put on it; otherwise ask whoever sent it for the Word document (.docx).',
  ],
  'not-a-pdf': [
    'The file is not a PDF, whatever its name says.',
    'Ask whoever sent it for it again, or for the Word document (.docx).',
  ],
  'open-document': [
    'The file is an OpenDocument file, as LibreOffice writes it, whatever its name says.',
    'Open it in LibreOffice and save it as a Word document (.docx).',
  ],
  empty: ['The file is empty.', 'Ask whoever sent it for it again; it was probably cut off on its way.'],
  doctype: [
    'A part of the file declares entities, which no Office program writes.',
    'Do not open it; ask whoever sent it.',
  ],
  xml: ['A part of the file is not well-formed XML.', SAVE_AGAIN],
  encoding: ['The file is not text in any encoding that is read here.', 'Save it as CSV in UTF-8.'],
  quote: ['A quotation mark is opened and never closed.', 'Close it, or write two of them where one is meant.'],
  'record-too-long': [
    'A row is longer than a million characters; a quotation mark is probably missing.',
    'Look for a quotation mark that is opened and never closed.',
  ],
  'too-wide': [
    'Cells far to the right of the table were not read.',
    'Move what is meant into the first 4,096 columns.',
  ],
};

/** A problem with what is said of it. */
export function fileProblem(code: FileProblemCode): FileProblem {
  const [message, hint] = SAID[code];
  return { code, message, hint };
}

/** Thrown inside the readers of this folder and turned into a {@link FileProblem} at their border. */
export class FileProblemError extends Error {
  readonly problem: FileProblem;

  constructor(code: FileProblemCode) {
    const problem = fileProblem(code);
    super(problem.message);
    this.problem = problem;
  }
}
