import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Stage } from '../../model/process.ts';
import { responsesByInput, unansweredInputs } from '../../trace/answers.ts';
import { finishedRounds } from '../answered-stages.ts';
import { EXAMPLE_NOTE, EXAMPLE_SECTION } from '../example-workspace.ts';
import { say } from '../say.ts';
import { counted, someOf } from '../words.ts';

const FIRST = '- input: i1\n  decision: noted\n  reason: The point is made in the introduction.\n';
const SECOND = '- input: i2\n  decision: not-accepted\n  reason: Translation is for the organisations that report.\n';

/** Inputs left without a response although the stage that should answer them is frozen. */
export const unanswered: Check = {
  id: 'trace/unanswered',
  about: 'Every input has a response once the stage that waited for its round is frozen.',
  why: `Who took the trouble to contribute is owed an answer; a stage that goes out before it leaves them without one.

General Comment No. 12 of the Committee on the Rights of the Child, para. 45, asks that children be told how their views were considered; the European Commission's minimum standards for consultation ask for feedback to all.`,
  severity: 'warning',
  needs: ['notes', 'stages', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: FIRST,
    passing: `${FIRST}${SECOND}`,
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
    frozen: { zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } },
  },
  run: (context) => {
    const answers = responsesByInput(context.workspace.responses);
    const stageOf = finishedRounds(context);
    return context.workspace.notes.flatMap((note) => {
      const stage = stageOf.get(note.frontMatter.round);
      const open = stage === undefined ? [] : unansweredInputs(note, answers);
      return stage === undefined || open.length === 0 ? [] : [finding(note, open, stage)];
    });
  },
};

function finding(note: ConsultationNote, open: ConsultationNote['inputs'], stage: Stage): Finding {
  const names = open.map(({ id, line }) => id ?? `the one on line ${line}`);
  const [first] = open;
  return say(
    unanswered,
    { file: note.file, line: first?.line ?? 1, column: 1 },
    {
      message: `${counted(open.length, 'input')} of this note ${open.length === 1 ? 'has' : 'have'} no response, and the stage “${stage.title}” was to answer their round: ${someOf(names, 12)}.`,
      hint: `Answer in ${note.file.replace(/\.md$/u, '.responses.yaml')}; a refusal with its reason is an answer too.`,
    },
  );
}
