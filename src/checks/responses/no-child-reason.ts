import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Stage } from '../../model/process.ts';
import type { Response } from '../../model/response.ts';
import { isGuarded } from '../../model/safeguards.ts';
import { byFile, finishedRounds } from '../answered-stages.ts';
import { EXAMPLE_SECTION, exampleNote } from '../example-workspace.ts';
import { placeOfResponse } from '../responses.ts';
import { say } from '../say.ts';
import { counted, someOf } from '../words.ts';

const RESPONSE = '- input: i1\n  decision: not-accepted\n  reason: Budget lines stay with the entities.\n';

/** Decisions whose answer is given elsewhere, or to nobody. */
const ANSWERED_ELSEWHERE: ReadonlySet<string> = new Set(['duplicate', 'withdrawn']);

/** Answers to children that only adults can read. */
export const noChildReason: Check = {
  id: 'responses/no-child-reason',
  about: 'A response to a group under safeguarding has a reason in words for children, written by a person.',
  why: `Children are owed feedback that they understand, and a reason written for the core group is not that.

General Comment No. 12 of the Committee on the Rights of the Child, para. 45, asks for clear feedback on how children's views influenced the outcome; Lundy calls it Influence.`,
  severity: 'warning',
  needs: ['notes', 'stages', 'trace'],
  examples: {
    file: 'consultations/first/africa-children.responses.yaml',
    failing: RESPONSE,
    passing: `${RESPONSE}  reason-child: Each organisation decides about its own money. We asked them to say what they spend on children.\n`,
    files: {
      'consultations/first/africa-children.md': exampleNote(
        '## What should change?\n\n- Money for us. #recommendation ^i1\n',
        {
          group: 'children',
        },
      ),
    },
    frozen: { zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } },
  },
  run: (context) => {
    const { process, notes, responses } = context.workspace;
    const guarded = new Set((process.groups ?? []).filter(isGuarded).map(({ id }) => id));
    const finished = finishedRounds(context);
    const stageOf = new Map<string, Stage>();
    for (const { id, frontMatter } of notes) {
      const stage = guarded.has(frontMatter.group) ? finished.get(frontMatter.round) : undefined;
      if (stage !== undefined) stageOf.set(id, stage);
    }
    const open = responses.filter(({ note, entry }) => stageOf.has(note) && lacksReason(entry));
    return [...byFile(open).values()].map((list) => finding(list, stageOf));
  },
};

function lacksReason({ decision, 'reason-child': reason }: Response['entry']): boolean {
  return !ANSWERED_ELSEWHERE.has(decision) && (reason ?? '').trim() === '';
}

function finding(open: readonly Response[], stageOf: ReadonlyMap<string, Stage>): Finding {
  const [first] = open as readonly [Response];
  const ids = someOf(
    open.map(({ entry }) => entry.input),
    12,
  );
  return say(noChildReason, placeOfResponse(first), {
    message: `${counted(open.length, 'response')} to a group under safeguarding ${open.length === 1 ? 'has' : 'have'} no reason in words for children, and the stage “${stageOf.get(first.note)?.title ?? ''}” is frozen: ${ids}.`,
    hint: 'Add reason-child: with a sentence or two that a person wrote for them: what was done, or why it was not.',
  });
}
