import type { Place } from '../../model/finding.ts';

/** A place as compilers write it, `file:line:column`; what is said of an output as a whole stands at no file. */
export function placeLabel({ file, line, column }: Place): string {
  return file === '' ? 'the document' : `${file}:${line}:${column}`;
}
