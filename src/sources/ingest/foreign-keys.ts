import { stringify } from 'yaml';
import type { Finding } from '../../model/finding.ts';
import { holds } from '../consultation-note/note-front-matter.ts';
import { readForeignDate } from './dates.ts';

/** What becomes of a key that another system wrote. */
type Fate = 'title' | 'date' | 'received' | 'from' | 'languages' | 'people';

/** Keys of Jekyll, Hugo, minutes, events and forms, by name in lower case with `-`; all others go under `foreign`. */
const FATES: Readonly<Record<string, Fate>> = {
  ...fate('title', 'title name subject heading headline'),
  ...fate('date', 'date day held meeting-date event-date start start-date published publish-date pubdate created'),
  ...fate('received', 'received received-on date-received submitted submitted-on submission-date'),
  ...fate('from', 'from organisation organization org institution affiliation submitted-by-organisation'),
  ...fate('languages', 'language lang locale languages'),
  ...fate('people', 'author authors attendee attendees present regrets guest guests scribe scribes scribe(s) byline'),
  ...fate('people', 'chair chairs chairperson speaker speakers presenter presenters facilitator facilitators by'),
  ...fate('people', 'interviewee interviewees interviewer interviewers respondent respondents participants members'),
  ...fate('people', 'contact contacts contact-person email e-mail emails mail phone telephone submitter submitted-by'),
};

/** Keys that mean something else in other systems than in a consultation note. */
const FALSE_FRIENDS: ReadonlySet<string> = new Set(['source', 'id', 'foreign', 'notice', 'level']);

function fate(name: Fate, keys: string): Record<string, Fate> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, name]));
}

/** Path of a key in front matter. */
export type KeyPath = readonly string[];

/** Foreign front matter, sorted. */
export interface Sorted {
  /** Keys of a consultation note that could be filled. */
  readonly mapped: Readonly<Record<string, unknown>>;
  /** Keys that need not be kept under `foreign`: what they say is wholly in `mapped`. */
  readonly carried: readonly KeyPath[];
  /** Keys that name people; they go into no tracked file. */
  readonly people: readonly KeyPath[];
  readonly findings: readonly Finding[];
}

/**
 * Sorts front matter that another system wrote.
 *
 * @param data Front matter as read.
 * @param name Name of the file, for findings.
 */
export function sortForeign(data: Readonly<Record<string, unknown>>, name: string): Sorted {
  const people = peopleIn(data, []);
  const named = new Set(people.filter((path) => path.length === 1).map(([key]) => key));
  const mapped: Record<string, unknown> = {};
  const carried: KeyPath[] = [];
  const findings: Finding[] = people.map((path) => keptOut(path, name));
  for (const [key, value] of Object.entries(data)) {
    if (named.has(key) || value === null) continue;
    const found = mapKey(key, value);
    if (found === 'unreadable-date') findings.push(unreadableDate(key, name));
    if (typeof found === 'string' || found === undefined || Object.hasOwn(mapped, found.key)) continue;
    mapped[found.key] = found.value;
    if (found.value === value) carried.push([key]);
  }
  return { mapped, carried, people, findings };
}

interface Mapped {
  readonly key: string;
  readonly value: unknown;
}

function mapKey(key: string, value: unknown): Mapped | 'unreadable-date' | undefined {
  if (!FALSE_FRIENDS.has(key) && holds(key, value)) return { key, value };
  const target = FATES[fold(key)];
  if (target === 'date' || target === 'received') {
    const date = readForeignDate(value);
    return date === undefined ? 'unreadable-date' : { key: target, value: date };
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (target === 'title' || target === 'from') return { key: target, value };
  if (target === 'languages') return { key: target, value: [value.replace('_', '-')] };
  return undefined;
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[\s_]+/gu, '-');
}

/** Paths of keys that name people, at any depth. */
function peopleIn(value: unknown, path: KeyPath): readonly KeyPath[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || path.length > 16) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return namesPeople(key, inner) ? [here] : peopleIn(inner, here);
  });
}

function namesPeople(key: string, value: unknown): boolean {
  if (value === null || value === '' || (key === 'participants' && holds(key, value))) return false;
  if (FATES[fold(key)] === 'people') return true;
  // Records for search engines list who attended: https://schema.org/Person.
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /"@type"\s*:\s*"Person"/u.test(text) || /"attendee"\s*:/u.test(text);
}

function keptOut(path: KeyPath, name: string): Finding {
  return {
    check: 'ingest/kept-out',
    severity: 'info',
    message: `"${path.join('.').slice(0, 60)}" names people, and was kept out of the consultation note.`,
    why: 'The note records who speaks as a body or a meeting, and numbers of participants; names would stay in git for good.',
    hint: 'What it says is in .penholder/quarantine/kept-out, which git never sees.',
    place: { file: name, line: 1, column: 1 },
  };
}

function unreadableDate(key: string, name: string): Finding {
  return {
    check: 'ingest/unreadable-date',
    severity: 'warning',
    message: `The date under "${key.slice(0, 40)}" can't be read, or can be read in two ways.`,
    why: 'In 05/06/2020 either number may be the day.',
    hint: 'Write it as 2020-06-05, or give --date. The value is kept under "foreign".',
    place: { file: name, line: 1, column: 1 },
  };
}

/**
 * YAML of the keys that name people, for a file that git never sees.
 *
 * @param data Front matter as read.
 * @param people Paths of the keys.
 * @returns Undefined where there are none.
 */
export function keptOutYaml(data: Readonly<Record<string, unknown>>, people: readonly KeyPath[]): string | undefined {
  if (people.length === 0) return undefined;
  const pairs = people.map((path): [string, unknown] => [path.join('.'), valueAt(data, path)]);
  return stringify(Object.fromEntries(pairs), { lineWidth: 0, schema: 'core' });
}

function valueAt(data: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
}
