import { z } from 'zod';
import type { ReviewPlace } from '../model/consultation-note.ts';
import { dateSchema } from '../model/dates.ts';
import type { Finding } from '../model/finding.ts';
import { keyCheck } from '../text/deny-list.ts';
import { keyedHash } from '../text/fingerprint.ts';
import { checkSchema } from '../text/schema-findings.ts';
import { readYaml } from '../text/yaml.ts';

/** Where it is recorded what a person has looked at. The words themselves are not in it. */
export const REVIEWED_FILE = 'consultations/reviewed.yaml';

const acknowledgementSchema = z.strictObject({
  file: z.string().min(1).describe('The note, or "*" for all.'),
  kind: z.string().min(1),
  line: z.int().positive(),
  column: z.int().positive(),
  mark: z.string().regex(/^[0-9a-f]{32}$/u, 'must be 32 hexadecimal digits'),
  key: z.string().regex(/^[0-9a-f]{8}$/u, 'must be 8 hexadecimal digits'),
  reason: z.string().min(1),
  by: z.string().min(1).describe('The role that decided, never a name.'),
  date: dateSchema,
});

/** What somebody decided to keep: where, why, in which role and when. */
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Something that waits for a person, wherever it stands in its file. */
export interface ReviewItem {
  readonly file: string;
  readonly kind: string;
  readonly words: string;
  /** In order of the file. */
  readonly places: readonly ReviewPlace[];
}

/** Places of a note, with its path. */
export interface NoteReview {
  readonly file: string;
  readonly review?: readonly ReviewPlace[];
}

/**
 * Reads what was looked at. An entry that does not hold is reported, and what it meant to keep waits again.
 *
 * @param source Text of {@link REVIEWED_FILE}.
 */
export function parseReviewed(source: string): { entries: readonly Acknowledgement[]; findings: readonly Finding[] } {
  const { value, placeOf, findings } = readYaml(source, REVIEWED_FILE);
  if (!Array.isArray(value)) return { entries: [], findings };
  const found = [...findings];
  const entries = value.flatMap((item: unknown, index) => {
    const checked = checkSchema(acknowledgementSchema, item, {
      file: REVIEWED_FILE,
      placeOf: (path) => placeOf([index, ...path]),
      check: 'safeguarding/reviewed',
    });
    found.push(...checked.findings);
    return checked.value === undefined ? [] : [checked.value];
  });
  return { entries, findings: found };
}

/**
 * What still waits for a person.
 *
 * With the workspace's key an acknowledgement holds for its words wherever they move in the file; without it, or where it
 * was given under another key, only for the very place.
 *
 * @param notes Notes with their places.
 * @param entries What was looked at.
 * @param key The workspace's key, if this machine has it.
 */
export function pendingItems(
  notes: readonly NoteReview[],
  entries: readonly Acknowledgement[],
  key: string | undefined,
): readonly ReviewItem[] {
  const known = new Acknowledged(entries, key);
  return notes.flatMap(({ file, review = [] }) => {
    const items = new Map<string, ReviewPlace[]>();
    for (const place of review) {
      if (known.has(file, place)) continue;
      const id = `${place.kind} ${place.words}`;
      items.set(id, [...(items.get(id) ?? []), place]);
    }
    return [...items.values()].map((places) => itemOf(file, places));
  });
}

function itemOf(file: string, places: readonly ReviewPlace[]): ReviewItem {
  const [first] = places;
  return { file, kind: first?.kind ?? '', words: first?.words ?? '', places };
}

class Acknowledged {
  readonly #marks = new Set<string>();
  readonly #places = new Set<string>();
  readonly #key: string | undefined;

  constructor(entries: readonly Acknowledgement[], key: string | undefined) {
    this.#key = key;
    const own = key === undefined ? undefined : keyCheck(key);
    for (const { file, kind, line, column, mark, key: theirs } of entries) {
      if (theirs === own) this.#marks.add(`${file} ${kind} ${mark}`);
      else this.#places.add(`${file} ${kind} ${line} ${column}`);
    }
  }

  has(file: string, { kind, line, column, words }: ReviewPlace): boolean {
    if (this.#places.has(`${file} ${kind} ${line} ${column}`)) return true;
    if (this.#key === undefined || this.#marks.size === 0) return false;
    const mark = reviewMark(this.#key, kind, words);
    return this.#marks.has(`${file} ${kind} ${mark}`) || this.#marks.has(`* ${kind} ${mark}`);
  }
}

/**
 * Keyed hash under which words are acknowledged.
 *
 * @param key The workspace's key.
 * @param kind What they may be.
 * @param words Their hash, as a {@link ReviewPlace} has it.
 */
export function reviewMark(key: string, kind: string, words: string): string {
  return keyedHash(key, `${kind} ${words}`).slice(0, 32);
}

/** Short name of an item for the command line. */
export function itemId(key: string, { file, kind, words }: ReviewItem): string {
  return keyedHash(key, `${file} ${kind} ${words}`).slice(0, 8);
}

/** What each kind is called, one and many. */
export const REVIEW_NAMES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  name: ['a possible name', 'possible names'],
  disclosure: ['a possible disclosure of harm', 'possible disclosures of harm'],
  place: ['a camp, shelter, school or village', 'camps, shelters, schools or villages'],
  'rare-combination': ['words that are true of few people', 'places with words that are true of few people'],
  'file-name': ['a file name that may name somebody', 'file names that may name somebody'],
};
