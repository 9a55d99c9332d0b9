import type { Finding } from '../../model/finding.ts';
import { ATTRIBUTIONS, DISTRIBUTIONS, QUOTES } from '../../model/vocabulary.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { findFrontMatter } from '../../text/front-matter-block.ts';
import { lineEnding } from '../../text/source-lines.ts';
import { editYaml, withEnding } from './front-matter-text.ts';

/** Keys of which the more restrictive value wins, with values from widest to narrowest. */
const NARROWER_WINS: Readonly<Record<string, readonly unknown[]>> = {
  distribution: DISTRIBUTIONS,
  attribution: ATTRIBUTIONS,
  quote: QUOTES,
  'chatham-house': [false, true],
};

/** Keys that follow the file: they say what it is. */
const FOLLOWS_FILE: ReadonlySet<string> = new Set(['source', 'foreign']);

/**
 * Front matter of a note whose file came in again: as the workspace has it, completed, never less restrictive.
 *
 * @param before Text of the note as it stands.
 * @param after Text of the note made from the new version of its file.
 * @param path Path of the note, for findings.
 * @returns The block with its two `---`.
 */
export function mergeFrontMatter(
  before: string,
  after: string,
  path: string,
): { readonly head: string; readonly findings: readonly Finding[] } {
  const [old, fresh] = [readFrontMatter(before, path).data, readFrontMatter(after, path).data];
  const changes: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries(fresh)) {
    if (same(old[key], value)) continue;
    if ((old[key] ?? null) === null || FOLLOWS_FILE.has(key) || isNarrower(key, value, old[key])) changes[key] = value;
    else findings.push(keptFinding(key, path));
  }
  const block = findFrontMatter(before)?.text ?? '';
  return { head: withEnding(`---\n${editYaml(block, changes)}---\n`, lineEnding(after)), findings };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isNarrower(key: string, value: unknown, than: unknown): boolean {
  const values = Object.hasOwn(NARROWER_WINS, key) ? (NARROWER_WINS[key] ?? []) : [];
  return values.indexOf(value) > values.indexOf(than);
}

function keptFinding(key: string, file: string): Finding {
  return {
    check: 'ingest/front-matter-kept',
    severity: 'info',
    message: `The new version of the file says something else under "${key}"; the note keeps what it says.`,
    why: 'What was corrected in the workspace is not undone by a file from outside.',
    hint: `Change "${key}" in the note where the file is right.`,
    place: { file, line: 1, column: 1 },
  };
}
