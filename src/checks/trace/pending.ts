import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Stage } from '../../model/process.ts';
import type { Response } from '../../model/response.ts';
import { isPending } from '../../trace/answers.ts';
import { byFile, finishedRounds, roundsOfNotes } from '../answered-stages.ts';
import { EXAMPLE_NOTE, EXAMPLE_SECTION } from '../example-workspace.ts';
import { placeOfResponse } from '../responses.ts';
import { say } from '../say.ts';
import { counted, someOf } from '../words.ts';

const FIRST =
  '- input: i1\n  decision: accepted\n  reason: The introduction now says so.\n  passages: [p-7k2m9qd]\n  text: { p-7k2m9qd: 0123456789abcdef }\n';
const SECOND = '- input: i2\n  decision: accepted\n  reason: Translation is asked for now.\n  passages: [p-7k2m9qd]\n';

/** Responses that promise an edit which nobody recorded as made. */
export const pending: Check = {
  id: 'trace/pending',
  about: 'What was accepted is written into the text by the time the stage that waited for its round is frozen.',
  why: `An accepted input whose edit was forgotten is a promise that was not kept, and its contributor reads a text without it.

ISO, W3C and OASIS keep a comment open until the change it led to is in the document.`,
  severity: 'warning',
  needs: ['notes', 'stages', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: `${FIRST}${SECOND}`,
    passing: `${FIRST}${SECOND}  text: { p-7k2m9qd: 0123456789abcdef }\n`,
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
    frozen: { zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } },
  },
  run: (context) => {
    const { responses } = context.workspace;
    // Where nobody records which edits were made, no response can be told to wait for one.
    if (!responses.some(({ entry }) => entry.text !== undefined)) return [];
    const [finished, rounds] = [finishedRounds(context), roundsOfNotes(context)];
    return [...byFile(responses.filter(isPending)).values()].map((open) => finding(open, finished, rounds));
  },
};

function finding(
  open: readonly Response[],
  finished: ReadonlyMap<string, Stage>,
  rounds: ReadonlyMap<string, string>,
): Finding {
  const [first] = open as readonly [Response];
  const stage = finished.get(rounds.get(first.note) ?? '');
  const ids = someOf(
    open.map(({ entry }) => entry.input),
    12,
  );
  const what = `${counted(open.length, 'input')} of this note ${open.length === 1 ? 'is' : 'are'} accepted, with no record that the text was changed`;
  return say(pending, placeOfResponse(first), {
    message: `${what}${stage === undefined ? '' : `, and the stage “${stage.title}” was to hold the changes`}: ${ids}.`,
    hint: `When the edit is made, run "penholder respond ${first.inputRef} --done".`,
    severity: stage === undefined ? 'info' : 'warning',
  });
}
