import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { exampleNote } from '../example-workspace.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';
const WHOLE =
  '{ risk-assessment: 2022-09-01, focal-point: role, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }';

/** What is recorded of a session, in the order in which it is done. */
const RECORDED = [
  'risk-assessment',
  'focal-point',
  'assent',
  'guardian-consent',
  'referral-contact',
  'feedback-by',
] as const;

/** Sessions of groups under safeguarding whose record has gaps. */
export const incompleteRecord: Check = {
  id: 'safeguarding/incomplete-record',
  about: 'The note of a session under safeguarding records that each safeguard was in place.',
  why: `What is not recorded was perhaps not done, and nobody can tell afterwards whether the children were safe and know whom to turn to.

General Comment No. 12 of the Committee on the Rights of the Child, para. 134: participation is voluntary, safe and accountable. Only that it was done is recorded here, never the forms and never a name.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, {
      group: 'children',
      safeguarding: '{ risk-assessment: 2022-09-01, assent: obtained, guardian-consent: obtained }',
    }),
    passing: exampleNote(BODY, { group: 'children', safeguarding: WHOLE }),
  },
  run: ({ workspace }) => sessions(workspace).flatMap(judge),
};

/** Written inputs and surveys are no session: nobody is in a room with a facilitator. */
function sessions({ process, notes }: CheckContext['workspace']): readonly ConsultationNote[] {
  const guarded = new Set(
    (process.groups ?? []).filter((group) => group.safeguarding === 'required').map(({ id }) => id),
  );
  return notes.filter(
    ({ frontMatter: { group, method } }) => guarded.has(group) && method !== 'written-input' && method !== 'survey',
  );
}

function judge({ file, frontMatter }: ConsultationNote): Finding[] {
  const record = frontMatter.safeguarding;
  const missing = RECORDED.filter((key) => record?.[key] === undefined);
  if (missing.length === 0) return [];
  const key = record === undefined ? ['group'] : ['safeguarding'];
  return [
    sayAt(
      incompleteRecord,
      file,
      { key },
      {
        message: `The record of this session with the group "${frontMatter.group}" does not say: ${someOf(missing)}.`,
        hint: 'Ask the focal point and add it under safeguarding:, by role and never by name.',
      },
    ),
  ];
}
