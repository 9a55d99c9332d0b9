import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { endOf } from '../../trace/when.ts';
import { exampleNote } from '../example-workspace.ts';
import { sayAt } from '../say.ts';

const BODY = '## Barriers\n\n- Nobody asks us. #barrier #pillar/development ^i1\n';

/** Feedback that was promised for a day that has passed. */
export const feedbackDue: Check = {
  id: 'safeguarding/feedback-due',
  about: 'Feedback that was promised by a date has been given by then.',
  why: `Whoever was promised an answer by a date, and hears nothing, will not speak again.

General Comment No. 12 of the Committee on the Rights of the Child, para. 134 (i): participation is accountable, and children are entitled to clear feedback on how their views were used.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/children.md',
    failing: exampleNote(BODY, { safeguarding: '{ feedback-by: 2022-10-15 }' }),
    passing: exampleNote(BODY, { safeguarding: '{ feedback-by: 2022-10-15, feedback-given: 2022-10-14 }' }),
  },
  run: ({ workspace, today }) => workspace.notes.flatMap((note) => judge(note, today)),
};

function judge({ file, frontMatter }: ConsultationNote, today: string): Finding[] {
  const by = frontMatter.safeguarding?.['feedback-by'];
  if (by === undefined || frontMatter.safeguarding?.['feedback-given'] !== undefined || endOf(by) >= today) return [];
  return [
    sayAt(
      feedbackDue,
      file,
      { key: ['safeguarding', 'feedback-by'] },
      {
        message: `Feedback was promised by ${by}, and the note does not say that it was given.`,
        hint: 'Give it, in words the group understands, and write the day under safeguarding: feedback-given.',
      },
    ),
  ];
}
