import type { Finding } from '../../model/finding.ts';
import { findPersonalData, type PersonalDataKind } from '../../text/personal-data.ts';

/** What is said for each kind; never the datum. */
const NAMES: Record<PersonalDataKind, string> = {
  'e-mail': 'an e-mail address',
  phone: 'a phone number',
  'birth-date': 'a date of birth',
  'identity-number': 'the number of an identity paper',
};

/**
 * Findings on personal data in a file, each at its place and without the datum.
 *
 * @param source Whole text of the file.
 * @param file Workspace-relative path.
 */
export function personalDataFindings(source: string, file: string): readonly Finding[] {
  let line = 1;
  let lineStart = 0;
  return findPersonalData(source).map(({ kind, start }) => {
    // Places come in order, so that each line end is passed once.
    for (let end = source.indexOf('\n', lineStart); end !== -1 && end < start; end = source.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return finding(kind, { file, line, column: start - lineStart + 1 });
  });
}

function finding(kind: PersonalDataKind, place: Finding['place']): Finding {
  return {
    check: 'safeguarding/personal-data',
    severity: 'error',
    message: `Here stands ${NAMES[kind]}.`,
    why: 'What identifies a person must not enter a file under git, whose history keeps it for good.',
    hint: 'Delete it, or write the role instead of the person, as in "the contact point of the organisation".',
    place,
  };
}
