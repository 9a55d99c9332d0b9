import type { Finding } from '../../model/finding.ts';
import { findPersonalData, type PersonalDataKind } from '../../text/personal-data.ts';
import { pointAt, sourceLines } from '../../text/source-lines.ts';

/** What is said for each kind; never the datum. */
export const PERSONAL_DATA_NAMES: Readonly<Record<PersonalDataKind, string>> = {
  'e-mail': 'an e-mail address',
  phone: 'a phone number',
  'birth-date': 'a date of birth',
  'identity-number': 'the number of an identity paper',
  handle: 'the name of an account on a social network',
  'exact-age': 'the exact age of a child',
  coordinates: 'a position exact enough to be an address',
  'ip-address': 'the address of a device',
};

/**
 * Findings on personal data in a file, each at its place and without the datum.
 *
 * @param source Whole text of the file.
 * @param file Workspace-relative path.
 */
export function personalDataFindings(source: string, file: string): readonly Finding[] {
  const found = findPersonalData(withoutHash(source));
  if (found.length === 0) return [];
  const lines = sourceLines(source);
  return found.map(({ kind, start }) => {
    const { line, column } = pointAt(lines, start);
    return finding(kind, { file, line, column });
  });
}

/** The hash of the file a note came from has runs of digits that are nobody's number; other places stay where they are. */
function withoutHash(source: string): string {
  return source.replace(/^([ ]+sha256: )[0-9a-f]{64}(?=\r?$)/mu, (line, key: string) => key.padEnd(line.length, 'x'));
}

function finding(kind: PersonalDataKind, place: Finding['place']): Finding {
  return {
    check: 'safeguarding/personal-data',
    severity: 'error',
    message: `Here stands ${PERSONAL_DATA_NAMES[kind]}.`,
    why: 'What identifies a person must not enter a file under git, whose history keeps it for good.',
    hint: 'Delete it, or write the role instead of the person, as in "the contact point of the organisation".',
    place,
  };
}
