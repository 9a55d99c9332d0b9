import { ageSpans } from './detect/age.ts';
import { coordinateSpans, emailSpans, handleSpans, ipSpans, phoneSpans } from './detect/contact.ts';
import { type Span, withoutOverlaps } from './detect/cued.ts';
import { plainDigits } from './detect/digits.ts';
import { birthSpans, identitySpans } from './detect/identity.ts';

/** What kind of personal data was found. */
export type PersonalDataKind =
  | 'e-mail'
  | 'phone'
  | 'birth-date'
  | 'identity-number'
  | 'handle'
  | 'exact-age'
  | 'coordinates'
  | 'ip-address';

/** Where personal data stands in a text; what it is stays in the text. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Offset of its first character. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
}

/** Without these signs a kind is not there; looking for them is much cheaper than looking for the kind. */
const SIGNS: Readonly<Partial<Record<PersonalDataKind, RegExp>>> = {
  'identity-number': /\d(?:[^\p{L}\n]{0,6}\d){4}/u,
  phone: /\d(?:[ \u00a0()./‑–-]{0,3}\d){6}/u,
  'birth-date': /\d{4}|\d[-/.]\d/u,
  handle: /@|\d|_|\.com\/|t\.me|\p{L}\.\p{L}/u,
  'exact-age':
    /year|yr|age|âge|\d ?(?:ans|años|anos|лет|год|рок|-?(?:ти|и)?[- ]?летн)|umri|alter|edad|idade|عمر|سن|عام|岁|歲/iu,
  coordinates: /\d\.\d{4}/u,
  'ip-address': /\d\.\d{1,3}\.\d/u,
};

/** What finds each kind. Of two that overlap the one that begins first is kept, and of these the longer one. */
const RULES: Readonly<Record<PersonalDataKind, (text: string) => readonly Span[]>> = {
  'e-mail': emailSpans,
  'identity-number': identitySpans,
  phone: phoneSpans,
  'birth-date': birthSpans,
  handle: handleSpans,
  'exact-age': ageSpans,
  coordinates: coordinateSpans,
  'ip-address': ipSpans,
};

/** Texts that have none of these signs hold nothing that the rules could find. */
const WORTH_READING = /[\p{Nd}@＠]|\((?:at|arobase)|\[at|year|岁|歲|t\.me|\.com\//iu;

/**
 * Finds the personal data that rules find surely: e-mail addresses, phone numbers with a plus or a word that announces
 * them, dates of birth, numbers of identity papers, names of accounts, exact ages of single children, exact coordinates.
 * Names it does not find: no program finds them surely.
 *
 * @param text Any text in any script; the time needed grows in line with its length.
 * @returns What was found, in order, without overlaps.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!WORTH_READING.test(text)) return [];
  const plain = plainDigits(text);
  const kinds = Object.keys(RULES) as PersonalDataKind[];
  const present = kinds.filter((kind) => SIGNS[kind]?.test(plain) ?? true);
  return withoutOverlaps(present.flatMap((kind) => RULES[kind](plain).map(({ start, end }) => ({ kind, start, end }))));
}
