import type { TypstSource } from './emit.ts';

/** A block of the text, and the page of the PDF on which it begins. */
export interface PageOf {
  readonly file: string;
  /** First line of its source. */
  readonly line: number;
  /** As printed. */
  readonly page: number;
}

/** Label of the marks that tell pages. */
export const PAGE_MARK = 'penholder-page';

/**
 * Writes the source again with a mark before every block, which tells the page it stands on and takes no room.
 *
 * @param source of a document
 */
export function withPageMarks({ main, lines }: Pick<TypstSource, 'main' | 'lines'>): string {
  const written = main.split('\n').map((text, index) => {
    if (lines[index] === undefined || !text.startsWith('#')) return text;
    return `#context [#metadata((${index}, counter(page).get().first()))<${PAGE_MARK}>]${text}`;
  });
  return written.join('\n');
}

/**
 * Reads what the marks tell.
 *
 * @param source of the document, without the marks
 * @param values of the marks
 */
export function readPages({ lines }: Pick<TypstSource, 'lines'>, values: readonly unknown[]): PageOf[] {
  return values.flatMap((value): PageOf[] => {
    const [index, page] = Array.isArray(value) ? (value as unknown[]) : [];
    const place = typeof index === 'number' ? lines[index] : undefined;
    return place === undefined || typeof page !== 'number' ? [] : [{ file: place.file, line: place.line, page }];
  });
}
