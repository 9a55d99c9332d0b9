import type { Finding } from '../model/finding.ts';

/** A file's text, and what was wrong with its encoding. */
export interface Decoded {
  /** Absent where the file is no text. */
  readonly text?: string;
  readonly findings: readonly Finding[];
}

/**
 * Text of a file. A byte-order mark stays, so that offsets are those of the file.
 * Text that is not UTF-8 is read as well as can be, with a warning; what holds NUL bytes is no text.
 *
 * @param bytes Its content.
 * @param file Workspace-relative path.
 */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
    return { text, findings: [encodingFinding(file, 'This file is in UTF-16, and text is expected in UTF-8.')] };
  }
  if (bytes.includes(0)) return { findings: [binaryFinding(file)] };
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes), findings: [] };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const message = 'This file is not in UTF-8; letters that could not be read show as \uFFFD.';
    return { text, findings: [encodingFinding(file, message)] };
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function encodingFinding(file: string, message: string): Finding {
  return {
    check: 'workspace/encoding',
    severity: 'warning',
    message,
    why: 'Other tools may read other letters in it.',
    hint: 'Save it again as UTF-8.',
    place: { file, line: 1, column: 1 },
  };
}

function binaryFinding(file: string): Finding {
  return {
    check: 'workspace/not-text',
    severity: 'error',
    message: 'This file has the name of a text but holds binary data.',
    why: 'It can not be read, so nothing of it appears anywhere.',
    hint: 'Replace it by a text in UTF-8, or take it out of this folder.',
    place: { file, line: 1, column: 1 },
  };
}
