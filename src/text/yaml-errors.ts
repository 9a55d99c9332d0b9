import type { YAMLError } from 'yaml';

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

/** What the parser's error codes mean to somebody who writes YAML by hand. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  BAD_ALIAS: { message: 'A value begins with "*", which means an alias in YAML.', hint: 'Put the value in quotes.' },
  BAD_DQ_ESCAPE: {
    message: "A backslash in a double-quoted text is followed by a character that it can't go with.",
    hint: 'Double the backslash, or use single quotes.',
  },
  BAD_INDENT: {
    message: 'The indentation of this line fits neither the line above nor what it belongs to.',
    hint: 'Indent entries of one list or one group alike, with spaces.',
  },
  BAD_SCALAR_START: {
    message: 'A value begins with a character that has a meaning of its own in YAML ("@", "`", "%" and others).',
    hint: 'Put the value in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second ":" stands in this line, so that it reads as a key inside a value.',
    hint: 'Put the value in quotes: title: "One: two".',
  },
  BLOCK_IN_FLOW: { message: 'Indented lines stand inside brackets.', hint: 'Close the bracket "]" or "}" first.' },
  KEY_OVER_1024_CHARS: {
    message: 'A key is longer than 1,024 characters.',
    hint: 'Put a line break where the key ends.',
  },
  MISSING_CHAR: {
    message: 'A quote, bracket or separator is missing.',
    hint: 'Close what was opened, and put a space after each ":" and "-".',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key goes over more than one line, or a line has no ":" after its key.',
    hint: 'Write key: value on one line; indent the lines that continue a value.',
  },
  MULTIPLE_DOCS: { message: 'A second YAML document begins here ("---").', hint: 'Keep one document a file.' },
  TAB_AS_INDENT: { message: 'A tab is used to indent.', hint: 'Indent with spaces.' },
  TAG_RESOLVE_FAILED: {
    message: 'A tag ("!name") is not known here.',
    hint: 'Delete it; put text that begins with "!" in quotes.',
  },
  UNEXPECTED_TOKEN: { message: 'Something stands here that YAML does not expect.', hint: 'Put the value in quotes.' },
};

const OTHER: Explanation = { message: 'This is not well-formed YAML.', hint: 'Compare it with the lines around it.' };

/**
 * Puts a YAML syntax error into plain words.
 *
 * @param error As the parser reports it.
 * @returns What is wrong and what to do.
 */
export function explainYamlError(error: YAMLError): Explanation {
  return EXPLANATIONS[error.code] ?? OTHER;
}
