import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import { passageFingerprints } from '../../trace/passage-fingerprints.ts';
import { DELETED, suspectPassages } from '../../trace/response-state.ts';
import { EXAMPLE_NOTE, EXAMPLE_SECTION } from '../example-workspace.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const response = (fingerprint: string) =>
  `- input: i1\n  decision: accepted\n  reason: The introduction now says so.\n  passages: [p-7k2m9qd]\n  text: { p-7k2m9qd: ${fingerprint} }\n`;

/** A passage that was edited after the response to an input was recorded as carried out. */
export const suspect: Check = {
  id: 'trace/suspect',
  about: 'A passage has not changed since the response to an input was recorded as carried out in it.',
  why: `A later edit may have undone what the contributor was told; somebody has to look again.

The W3C process asks that a disposition once given to a commenter is reopened when the text it rests on changes.`,
  severity: 'warning',
  needs: ['notes', 'text', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: response('0123456789abcdef'),
    passing: '- input: i1\n  decision: accepted\n  reason: The introduction now says so.\n  passages: [p-7k2m9qd]\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE, 'drafts/10-introduction.md': EXAMPLE_SECTION },
  },
  run: ({ workspace, text }: CheckContext) => {
    const prints = passageFingerprints(text?.sections ?? []);
    return workspace.responses.flatMap((one) => {
      const changed = changedPassages(one, prints);
      return changed.length === 0 ? [] : [finding(one, changed)];
    });
  },
};

/** Passages that read differently than when the response was recorded, or are back; gone ones are another matter. */
function changedPassages(response: Response, prints: ReadonlyMap<string, string>): readonly string[] {
  return suspectPassages(response, prints).filter((id) => prints.has(id));
}

function finding(response: Response, changed: readonly string[]): Finding {
  const back = changed.every((id) => response.entry.text?.[id] === DELETED);
  const what = back
    ? `What the response to ${response.inputRef} says was taken out stands in the text again`
    : `The text changed after the response to ${response.inputRef} was recorded as carried out`;
  return sayAt(suspect, response.file, wordsOfResponse(response, 'text:'), {
    message: `${what}: ${someOf(changed, 6)}.`,
    hint: `Read it again; if it still does what the response says, run "penholder respond ${response.inputRef} --done", else answer anew.`,
  });
}
