/**
 * Where the ids of new comments begin: above those of footnotes.
 *
 * LibreOffice 7 takes a comment between the first two footnotes for a footnote of the same id, and shows the words of
 * all footnotes under the wrong marks.
 */
export const FIRST_COMMENT_ID = 100_000;
