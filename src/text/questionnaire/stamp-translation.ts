import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Questionnaire, QuestionnaireSet } from '../../model/questionnaire.ts';
import { applyEdits, type Edit } from '../edits.ts';
import { readFrontMatter } from '../front-matter.ts';
import { findFrontMatter } from '../front-matter-block.ts';
import type { Stamped } from '../ids.ts';
import { lineEnding } from '../source-lines.ts';
import { FRAME, frameFingerprint, questionFingerprint } from './merge-translations.ts';

/**
 * The fingerprints that a translation lacks: one for each question it translates, one for what stands around them.
 *
 * @param set The questionnaire in all its languages.
 * @param translation One of its translations.
 * @returns Pairs of id and fingerprint; none where it does not say that it was translated from the source language.
 */
export function missingFingerprints(
  { source }: Pick<QuestionnaireSet, 'source'>,
  { frontMatter, questions }: Questionnaire,
): readonly (readonly [id: string, fingerprint: string])[] {
  const { translation } = frontMatter;
  if (translation?.from !== source.language) return [];
  const translated = new Set(questions.map(({ id }) => id));
  const all = source.questions
    .filter(({ id }) => translated.has(id))
    .map((question) => [question.id, questionFingerprint(question)] as const);
  const frame = source.questions.some(({ id }) => id === FRAME) ? [] : [[FRAME, frameFingerprint(source)] as const];
  return [...all, ...frame].filter(([id]) => translation.texts?.[id] === undefined);
}

/**
 * Writes fingerprints into the front matter of a translation, and changes nothing else in it.
 *
 * @param source The whole file; it has a key `translation`.
 * @param missing Fingerprints to write, under ids it does not have yet.
 * @returns The source as it is where the front matter leaves no place for them.
 */
export function stampTranslation(
  source: string,
  missing: readonly (readonly [id: string, fingerprint: string])[],
): Stamped {
  const unchanged = { source, stamped: [] };
  const block = missing.length === 0 ? undefined : findFrontMatter(source);
  if (block === undefined) return unchanged;
  const document = parseDocument(block.text, { keepSourceTokens: true });
  const translation = document.errors.length === 0 ? mapAt(document.contents, 'translation') : undefined;
  if (translation === undefined) return unchanged;
  const start = source.indexOf(block.text, source.indexOf('---') + 3);
  const edit = editFor(block.text, translation, { missing, eol: lineEnding(source) });
  if (edit === undefined) return unchanged;
  const { source: stamped } = applyEdits(source, [{ ...edit, offset: start + edit.offset }]);
  return holds(source, stamped, missing) ? { source: stamped, stamped: linesOf(stamped, missing) } : unchanged;
}

interface Stamping {
  readonly missing: readonly (readonly [id: string, fingerprint: string])[];
  readonly eol: string;
}

function editFor(text: string, translation: YAMLMap, stamping: Stamping): Edit | undefined {
  const texts = mapAt(translation, 'texts');
  const entries = stamping.missing.map(([id, fingerprint]) => `${key(id)}: ${scalar(fingerprint)}`);
  if (texts !== undefined) return insertInto(text, texts, { ...stamping, entries });
  if (translation.items.some((pair) => nameOf(pair) === 'texts')) return undefined;
  const inner = (indent: string) => entries.map((entry) => `${stamping.eol}${indent}  ${entry}`).join('');
  if (translation.flow === true)
    return insertInto(text, translation, { ...stamping, entries: [`texts: { ${entries.join(', ')} }`] });
  const indent = indentOf(text, translation);
  return insertInto(text, translation, { ...stamping, entries: [`texts:${inner(indent)}`] });
}

/** Behind the last entry of a map: before the brace of one in braces, on lines of their own else. */
function insertInto(
  text: string,
  map: YAMLMap,
  { entries, eol }: Stamping & { readonly entries: readonly string[] },
): Edit | undefined {
  const [, end] = map.range ?? [];
  if (end === undefined) return undefined;
  if (map.flow === true) {
    const brace = text.lastIndexOf('}', end - 1);
    const before = text.slice(0, brace).trimEnd();
    const comma = map.items.length === 0 || before.endsWith(',') ? '' : ',';
    return { offset: before.length, text: `${comma} ${entries.join(', ')}`, id: '' };
  }
  const indent = indentOf(text, map);
  const last = text.slice(0, end).trimEnd().length;
  const lineEnd = /\r\n|\n|\r/u.exec(text.slice(last))?.index ?? text.length - last;
  return { offset: last + lineEnd, text: entries.map((entry) => `${eol}${indent}${entry}`).join(''), id: '' };
}

/** White space before the first key of a map that is set in lines. */
function indentOf(text: string, map: YAMLMap): string {
  const start = map.range?.[0] ?? 0;
  const line = text.slice(0, start).replace(/^[\s\S]*[\r\n]/u, '');
  return line.replaceAll(/\S/gu, ' ');
}

function mapAt(node: unknown, name: string): YAMLMap | undefined {
  const value = isMap(node) ? node.items.find((pair) => nameOf(pair) === name)?.value : undefined;
  return isMap(value) ? value : undefined;
}

function nameOf({ key: name }: Pair): unknown {
  return isScalar(name) ? name.value : undefined;
}

/** Sixteen digits are a number to YAML, and so are digits around an `e`. */
function scalar(fingerprint: string): string {
  return /^\d+(?:e\d+)?$/iu.test(fingerprint) ? `"${fingerprint}"` : fingerprint;
}

function key(id: string): string {
  const plain = /^[A-Za-z_][\w.-]*$/u.test(id) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(id);
  return plain ? id : JSON.stringify(id);
}

/** Whether the stamped file says what it said, and the fingerprints besides. */
function holds(before: string, after: string, missing: Stamping['missing']): boolean {
  const [was, is] = [readFrontMatter(before, ''), readFrontMatter(after, '')];
  if (is.findings.length > was.findings.length || is.body !== was.body) return false;
  const translation = was.data.translation as { texts?: object };
  const texts = { ...translation.texts, ...Object.fromEntries(missing) };
  const expected = { ...was.data, translation: { ...translation, texts } };
  return sorted(expected) === sorted(is.data);
}

function sorted(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function linesOf(source: string, missing: Stamping['missing']): Stamped['stamped'] {
  const { keyPlaces } = readFrontMatter(source, '');
  return missing.map(([id]) => ({ id, line: keyPlaces.get(`translation.texts.${id}`)?.line ?? 1 }));
}
