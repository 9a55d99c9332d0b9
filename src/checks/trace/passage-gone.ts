import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import { ACCEPTING, DELETED } from '../../trace/response-state.ts';
import { EXAMPLE_NOTE, EXAMPLE_SECTION } from '../example-workspace.ts';
import { passageIds } from '../passages.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const RESPONSE = '- input: i1\n  decision: accepted\n  reason: The sentence was taken out.\n  passages: [p-7k2m9qd]\n';

/** Responses that point at passages which the text no longer has. */
export const passageGone: Check = {
  id: 'trace/passage-gone',
  about: 'A response that points at a passage which is gone says that it was taken out.',
  why: `A contributor who is sent to a passage that is not there has no answer; and what they asked for may have gone with it.

Keeping the answer to a comment true while the text moves on is what the W3C process calls reopening a disposition.`,
  severity: 'warning',
  needs: ['notes', 'text', 'stages', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: RESPONSE,
    passing: `${RESPONSE}  text: { p-7k2m9qd: deleted }\n`,
    files: {
      'consultations/first/coalition.md': EXAMPLE_NOTE,
      'drafts/10-introduction.md': EXAMPLE_SECTION.replace('p-7k2m9qd', 'p-3n8w5rt'),
    },
    frozen: { zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } },
  },
  run: (context: CheckContext) => {
    const [now, before] = [passageIds([context.text]), passageIds(context.stages ?? [])];
    // Without a text nothing is gone: it may lie elsewhere.
    if (now.size === 0) return [];
    const isGone = (id: string) => before.has(id) && !now.has(id);
    return context.workspace.responses.flatMap((one) => judge(one, isGone));
  },
};

function judge(one: Response, isGone: (id: string) => boolean): Finding[] {
  const { passages = [], text = {}, decision } = one.entry;
  const gone = [...new Set([...passages, ...Object.keys(text)])].filter((id) => isGone(id) && text[id] !== DELETED);
  const [first] = gone;
  if (first === undefined) return [];
  const accepted = ACCEPTING.has(decision);
  const message = `The response to ${one.inputRef} points at ${gone.length === 1 ? 'a passage' : 'passages'} that the text no longer has: ${someOf(gone, 6)}.`;
  const hint = accepted
    ? `Name the passage that took its place; where taking it out was the answer, write text: { ${first}: deleted }.`
    : 'Name the passage that took its place, or none.';
  return [
    sayAt(passageGone, one.file, wordsOfResponse(one, first), {
      message,
      hint,
      severity: accepted ? 'warning' : 'info',
    }),
  ];
}
