import type { Finding } from '../model/finding.ts';
import { findPersonalData, type PersonalDataKind } from '../text/personal-data.ts';
import { lineAt, sourceLines } from '../text/source-lines.ts';
import type { FindDenied } from './denied-names.ts';

/** Something that should not be where it was found; what it is stays there. */
export interface Exposure {
  readonly kind: PersonalDataKind | 'denied-name' | 'raw-file' | 'searched';
  readonly line: number;
}

/** Larger files are exports and recordings, which are refused for what they are. */
const LARGEST_TEXT = 8_000_000;

/** Text of a file; undefined for pictures, archives and what is too large to be a note. */
export function textOf(bytes: Uint8Array): string | undefined {
  return bytes.length > LARGEST_TEXT || bytes.subarray(0, 8_000).includes(0)
    ? undefined
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * What is surely personal in a text, and names of the deny-list.
 *
 * @param source The text.
 * @param denied Finds names of the deny-list, where there is one.
 */
export function exposuresIn(source: string, denied?: FindDenied): readonly Exposure[] {
  const found = [
    ...findPersonalData(source),
    ...(denied?.(source) ?? []).map(({ start, end }) => ({ kind: 'denied-name' as const, start, end })),
  ];
  if (found.length === 0) return [];
  const lines = sourceLines(source);
  return found.map(({ kind, start }) => ({ kind, line: lineAt(lines, start) }));
}

/** What each kind is called. */
export const EXPOSURE_NAMES: Readonly<Record<Exposure['kind'], string>> = {
  'e-mail': 'an e-mail address',
  phone: 'a phone number',
  'birth-date': 'a date of birth',
  'identity-number': 'the number of an identity paper',
  handle: 'the name of an account',
  'exact-age': 'the exact age of a child',
  coordinates: 'a position exact enough to be an address',
  'ip-address': 'the address of a device',
  'denied-name': 'a name of the deny-list',
  'raw-file': 'a raw file: an export, a recording, a scan or a picture',
  searched: 'the words searched for',
};

/** An exposure as a finding. */
export function exposureFinding({ kind, line }: Exposure, file: string): Finding {
  return {
    check: kind === 'denied-name' ? 'safeguarding/denied-name' : 'safeguarding/personal-data',
    severity: 'error',
    message: `Here stands ${EXPOSURE_NAMES[kind]}.`,
    why: 'What identifies a person must not enter a file under git, whose history keeps it for good.',
    hint: 'Delete it, or write the role instead of the person.',
    place: { file, line, column: 1 },
  };
}
