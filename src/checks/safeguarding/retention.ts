import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Check } from '../../model/contracts.ts';
import { endOf } from '../../trace/when.ts';
import { exampleNote } from '../example-workspace.ts';
import { type SpottedFinding, sayAt } from '../say.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';
/** Whoever has to delete something wants to know some weeks before. */
const DAYS_BEFORE = 60;

/** What is kept longer than was promised. */
export const retention: Check = {
  id: 'safeguarding/retention',
  about: 'Notes and media are not kept longer than was promised.',
  why: `Those who spoke were told until when their words would be kept.

Ethical Research Involving Children (UNICEF Office of Research – Innocenti) and data-protection practice: what is no longer needed for the purpose is destroyed at the time that was named.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, { 'retain-until': '2022-09-30' }),
    passing: exampleNote(BODY, { 'retain-until': '2024-12-31' }),
  },
  run: ({ workspace, today }) => workspace.notes.flatMap((note) => judge(note, today)),
};

function judge({ file, frontMatter }: ConsultationNote, today: string): SpottedFinding[] {
  const { media = [], withdrawn } = frontMatter;
  if (withdrawn !== undefined) return [];
  const kept: [(string | number)[], string | undefined, string][] = [
    [['retain-until'], frontMatter['retain-until'], 'This note'],
    ...media.map((one, index): [(string | number)[], string, string] => [
      ['media', index, 'retain-until'],
      one['retain-until'],
      'This medium',
    ]),
  ];
  return kept.flatMap(([key, until, what]) => {
    if (until === undefined || endOf(until) >= soon(today)) return [];
    const over = endOf(until) < today;
    return [
      sayAt(
        retention,
        file,
        { key },
        {
          severity: over ? 'error' : 'warning',
          message: over
            ? `${what} was to be kept until ${until}, and is still here.`
            : `${what} is to be kept until ${until}, which is soon.`,
          hint: 'Run "penholder withdraw" on the note, which leaves its ids so that responses keep their place, and delete its media; or record a later date that the contributors agreed to.',
        },
      ),
    ];
  });
}

/** The day some weeks after a day. */
function soon(today: string): string {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + DAYS_BEFORE)).toISOString().slice(0, 10);
}
