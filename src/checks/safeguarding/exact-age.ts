import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { exampleNote } from '../example-workspace.ts';
import { sayAt } from '../say.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Ages so exact that, with a place, they say who somebody is. */
export const exactAge: Check = {
  id: 'safeguarding/exact-age',
  about: 'Participants are counted in bands of age, not by single years.',
  why: `An exact age, with the place and the day of a session, can be enough to know who a child is.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti): no exact age, school or small locality of a child in what is published.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, { participants: '{ total: 9, age-bands: { "11": 4, "12": 5 } }' }),
    passing: exampleNote(BODY, { participants: '{ total: 9, age-bands: { 7-12: 9 } }' }),
  },
  run: ({ workspace }) => workspace.notes.flatMap(judge),
};

function judge({ file, frontMatter }: ConsultationNote): Finding[] {
  const bands = Object.keys(frontMatter.participants?.['age-bands'] ?? {});
  const exact = bands.filter((band) => /^\s*\d{1,2}\s*(?:years?)?\s*$/u.test(band) || isOneYear(band));
  if (exact.length === 0) return [];
  return [
    sayAt(
      exactAge,
      file,
      { key: ['participants', 'age-bands'] },
      {
        message: 'Participants are counted here by single years of age.',
        hint: 'Put the years together into bands such as 7-12 and 13-17.',
      },
    ),
  ];
}

function isOneYear(band: string): boolean {
  const [from, to] = band.split(/[-–]/u).map((part) => part.trim());
  return from !== undefined && from !== '' && from === to;
}
