import type { SurveyMapping, SurveyRole } from '../../model/mapping.ts';
import { CONSENT, knownColumn, LANGUAGE } from '../tables/header-words.ts';
import type { TableHead } from '../tables/read-head.ts';

type Column = SurveyMapping['columns'][number];

/** Answers from which on those that come again are taken for choices. */
const LEAST_ANSWERS = 5;

/** Headings of ids, best first: what survey programs give each submission says more than a running number. */
const BEST_IDS = [/uuid$/iu, /instance ?id$/iu, /^key$/iu];

/**
 * Guesses how the columns of a survey without a questionnaire are to be read, by headings and by what stands below them.
 *
 * @param head Beginning of the table.
 */
export function guessSurvey({ headings, sample }: TableHead): SurveyMapping {
  const parents = parentsOf(
    headings,
    sample.map(({ cells }) => cells),
  );
  const columns = headings.map((column, index): Column => {
    const known = knownColumn(column);
    if (known !== undefined) return { column, as: known.as };
    const values = sample.map(({ cells }) => (cells[index] ?? '').trim()).filter(Boolean);
    const parent = parents.get(index);
    if (parent !== undefined) return { column, as: 'choices', choice: column.slice(parent.length + 1).trim() };
    return { column, ...guessByValues(column, values) };
  });
  return { kind: 'survey', columns: oneId(columns) };
}

/** Columns that tell of one answer each: `Areas/Peace`, next to others of `Areas/`, holding only 0 and 1. */
function parentsOf(headings: readonly string[], rows: readonly (readonly string[])[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const counts = new Map<string, number>();
  headings.forEach((heading, index) => {
    const slash = heading.lastIndexOf('/');
    if (slash <= 0 || !rows.every((cells) => /^(?:[01]|true|false)?$/iu.test((cells[index] ?? '').trim()))) return;
    found.set(index, heading.slice(0, slash));
    counts.set(heading.slice(0, slash), (counts.get(heading.slice(0, slash)) ?? 0) + 1);
  });
  for (const [index, parent] of found) if ((counts.get(parent) ?? 0) < 2) found.delete(index);
  return found;
}

function guessByValues(heading: string, values: readonly string[]): Pick<Column, 'as' | 'separator'> {
  if (LANGUAGE.test(heading.trim())) return { as: 'language' };
  const distinct = new Set(values);
  if (CONSENT.test(heading) && distinct.size <= 3) return { as: 'consent' };
  if (values.length === 0) return { as: 'open' };
  if (values.every((value) => /^-?\d+(?:[.,]\d+)?$/u.test(value))) return { as: 'number' };
  if (values.every((value) => /^\d{4}-\d{2}-\d{2}(?:T.*)?$/u.test(value))) return { as: 'date' };
  // Of few answers nobody can tell whether they were chosen or written; words are never lost as inputs.
  if (values.length < LEAST_ANSWERS || isProse(values)) return { as: 'open' };
  const separator = separatorOf(values, distinct);
  if (separator !== undefined) return { as: 'choices', separator };
  return { as: distinct.size <= Math.max(2, Math.min(25, values.length / 2)) ? 'choice' : 'open' };
}

/** Several lines, many words, or endings of sentences: somebody wrote this. */
function isProse(values: readonly string[]): boolean {
  const words = values.reduce((sum, value) => sum + value.split(/\s+/u).length, 0) / values.length;
  const length = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  return words > 8 || length > 60 || values.some((value) => value.includes('\n') || value.length > 150);
}

/** What stands between several answers in one cell, where cutting there leaves few different ones. */
function separatorOf(values: readonly string[], distinct: ReadonlySet<string>): string | undefined {
  return [';', '|', ',', ' '].find((separator) => {
    const cut = values.filter((value) => value.includes(separator));
    if (cut.length === 0) return false;
    const parts = new Set([...distinct].flatMap((value) => value.split(separator).map((part) => part.trim())));
    // Between codes stand spaces; between labels they would cut words apart.
    if (separator === ' ' && ![...parts].every((part) => /^[a-z0-9_-]+$/u.test(part))) return false;
    return parts.size <= Math.min(20, Math.max(4, distinct.size * 1.5));
  });
}

/** Only the best id stays one; the others are left out. */
export function oneId(columns: readonly Column[]): Column[] {
  const ids = columns.filter(({ as }) => as === 'id');
  const best = BEST_IDS.map((pattern) => ids.find(({ column }) => pattern.test(column))).find(Boolean) ?? ids[0];
  return columns.map((one) => (one.as === 'id' && one !== best ? { ...one, as: 'drop' as SurveyRole } : one));
}
