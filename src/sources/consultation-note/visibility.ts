import type { NoteFrontMatter, Visibility } from '../../model/consultation-note.ts';
import { ATTRIBUTIONS, DISTRIBUTIONS, QUOTES } from '../../model/vocabulary.ts';
import { TELLING } from './survey-attributes.ts';

/** What an input may narrow, with its values from widest to narrowest. */
export const NARROWABLE = {
  distribution: DISTRIBUTIONS,
  attribution: ATTRIBUTIONS,
  quote: QUOTES,
} as const satisfies Record<string, readonly string[]>;

/** A thing an input may narrow. */
type Narrowable = keyof typeof NARROWABLE;

/** Attributes of an input, as written: `{quote="no" distribution="core-group"}`. */
export type InputAttributes = Readonly<Record<string, string>>;

/** Where a value stands from widest (0) to narrowest; -1 for an unknown one. */
const rank = (key: Narrowable, value: string): number => (NARROWABLE[key] as readonly string[]).indexOf(value);

/** For whoever withdrew, and for what is held under seal. */
export const HIDDEN: Visibility = { distribution: 'custodian', attribution: 'none', quote: 'no', chathamHouse: true };

/**
 * Who may see what a consultation note says, how its contributor may be named and whether it may be quoted.
 *
 * What is absent is taken at its most restrictive. The Chatham House Rule is taken to hold where nothing is said of it,
 * unless the note states an attribution: then its contributor has said how they may be named.
 *
 * @param frontMatter Front matter of the note.
 */
export function noteVisibility(frontMatter: NoteFrontMatter): Visibility {
  if (frontMatter.withdrawn !== undefined || frontMatter.sealed !== undefined) return HIDDEN;
  const attribution = frontMatter.attribution ?? 'none';
  return {
    distribution: frontMatter.distribution ?? 'custodian',
    attribution,
    quote: frontMatter.quote ?? 'no',
    chathamHouse: frontMatter['chatham-house'] ?? attribution === 'none',
  };
}

/**
 * Visibility of one input: what its note says, narrowed by its own attributes; wider values change nothing.
 *
 * @param base Visibility of the note.
 * @param attributes Attributes of the input, as written.
 */
export function narrowVisibility(base: Visibility, attributes: InputAttributes): Visibility {
  return {
    ...base,
    distribution: narrower('distribution', base.distribution, attributes.distribution),
    attribution: narrower('attribution', base.attribution, attributes.attribution),
    quote: narrower('quote', base.quote, attributes.quote),
  };
}

/** The narrower of what the note says and what the input asks; an unknown word counts as the narrowest there is. */
function narrower<K extends Narrowable>(key: K, base: Visibility[K], asked: string | undefined): Visibility[K] {
  if (asked === undefined) return base;
  const values: readonly string[] = NARROWABLE[key];
  const known = rank(key, asked);
  const wanted = known === -1 ? values.length - 1 : known;
  return values[Math.max(rank(key, base), wanted)] as Visibility[K];
}

/** Attributes that say something else of an input. */
const OTHER_ATTRIBUTES: ReadonlySet<string> = new Set([...TELLING, 'withdrawn']);

/** How an attribute of an input relates to what its note says. */
export type AttributeVerdict = 'narrows' | 'widens' | 'unknown-key' | 'unknown-value';

/**
 * Judges one attribute of an input.
 *
 * @param base Visibility of the note.
 * @param key Name of the attribute.
 * @param value Its value.
 */
export function judgeAttribute(base: Visibility, key: string, value: string): AttributeVerdict {
  if (!Object.hasOwn(NARROWABLE, key)) return OTHER_ATTRIBUTES.has(key) ? 'narrows' : 'unknown-key';
  const name = key as Narrowable;
  const asked = rank(name, value);
  if (asked === -1) return 'unknown-value';
  return asked < rank(name, base[name]) ? 'widens' : 'narrows';
}
