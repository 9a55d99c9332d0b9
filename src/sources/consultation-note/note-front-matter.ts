import type { ZodType } from 'zod';
import { type NoteFrontMatter, noteFrontMatterSchema } from '../../model/consultation-note.ts';
import type { Finding, Place } from '../../model/finding.ts';
import { checkSchema } from '../../text/schema-findings.ts';

/** Keys without which nobody can say whose voice a note is, and the flag that gives each at ingest. */
const REQUIRED_KEYS = {
  round: { about: 'the round of consultation it belongs to', flag: '--round' },
  date: { about: 'the day, month or year of the consultation', flag: '--date' },
  method: { about: 'how it was held', flag: '--method' },
  group: { about: 'the stakeholder group that speaks', flag: '--group' },
} as const satisfies Partial<Record<keyof NoteFrontMatter, { about: string; flag: string }>>;

/** A key that every consultation note needs. */
export type RequiredKey = keyof typeof REQUIRED_KEYS;

/** The keys of `REQUIRED_KEYS`, in order. */
export const requiredKeys = Object.keys(REQUIRED_KEYS) as readonly RequiredKey[];

/** Keys of text in which YAML may have seen a number: `date: 2022`, `round: 1`. */
const TEXT_KEYS: ReadonlySet<string> = new Set(
  'id title round date received group from region level questionnaire retain-until'.split(' '),
);

const lenientSchema = noteFrontMatterSchema.partial({ round: true, date: true, method: true, group: true });

/** Where keys stand. */
export interface FrontMatterContext {
  readonly file: string;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Holds the front matter of a consultation note against its schema.
 *
 * A key that does not hold is reported and left out, so that what it would have widened stays at its most restrictive.
 *
 * @param data Front matter as read.
 * @param context File and places.
 * @returns The front matter, or only findings where round, date, method or group does not hold.
 */
export function checkNoteFrontMatter(
  data: Readonly<Record<string, unknown>>,
  context: FrontMatterContext,
): { readonly frontMatter?: NoteFrontMatter; readonly findings: readonly Finding[] } {
  // A key left empty, as templates leave them, counts as absent.
  const given = Object.entries((filled(data) ?? {}) as Record<string, unknown>);
  const texts = Object.fromEntries(given.map(([key, value]) => [key, asText(key, value)]));
  const { value, findings } = checkSchema(lenientSchema, texts, { ...context, check: 'notes/front-matter' });
  const held =
    value ?? Object.fromEntries(given.filter(([key, one]) => holds(key, one)).map(([key]) => [key, texts[key]]));
  const frontMatter = noteFrontMatterSchema.safeParse(held).data;
  const missing = requiredKeys.filter((key) => texts[key] === undefined);
  return {
    ...(frontMatter !== undefined && { frontMatter }),
    findings: [...missing.map((key) => missingKey(key, context)), ...findings],
  };
}

/** A value without the keys that were left empty, at any depth; undefined where nothing is left. */
function filled(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const kept = Object.entries(value)
    .map(([key, one]): [string, unknown] => [key, filled(one)])
    .filter(([, one]) => one !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * What is said where a key is missing that every consultation note needs.
 *
 * @param key The key.
 * @param context File and places.
 */
function missingKey(key: RequiredKey, { placeOf }: FrontMatterContext): Finding {
  const { about, flag } = REQUIRED_KEYS[key];
  return {
    check: `notes/missing-${key}`,
    severity: 'error',
    message: `The consultation note does not say ${about}: "${key}" is missing.`,
    why: 'Without round, date, method and group nobody can say whose voice this is, nor count it.',
    hint: `Add "${key}:" to its front matter, or give it to "penholder ingest" as ${flag}.`,
    place: placeOf([key]),
  };
}

/**
 * Whether a key of a consultation note's front matter holds on its own.
 *
 * @param key Its name.
 * @param value Its value as read.
 */
export function holds(key: string, value: unknown): boolean {
  const shape: Readonly<Record<string, ZodType>> = noteFrontMatterSchema.shape;
  if (value === undefined || value === null) return false;
  return Object.hasOwn(shape, key) && shape[key]?.safeParse(asText(key, value)).success === true;
}

function asText(key: string, value: unknown): unknown {
  return typeof value === 'number' && TEXT_KEYS.has(key) ? String(value) : value;
}
