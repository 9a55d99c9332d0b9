import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import { nearest } from '../../text/nearest.ts';
import { responsesByInput } from '../../trace/answers.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { placeOfResponse, refNamed, wordsOfResponse } from '../responses.ts';
import { say, sayAt } from '../say.ts';

const OTHER = '- input: i1\n  decision: noted\n  reason: The point is made in the introduction.\n';

/** Responses that point at another input. */
export const duplicateOf: Check = {
  id: 'trace/duplicate-of',
  about: 'A response “duplicate” names the input that is answered in its place.',
  why: `An input that is answered elsewhere is answered only if one arrives at that answer.

Grouping submissions that say the same, with their number kept, is what Recommendation 2021-1 of the Administrative Conference of the United States advises.`,
  severity: 'error',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: `${OTHER}- input: i2\n  decision: duplicate\n  duplicate-of: i2\n  reason: Said before.\n`,
    passing: `${OTHER}- input: i2\n  decision: duplicate\n  duplicate-of: i1\n  reason: Said before.\n`,
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
  run: ({ workspace }) => {
    const known = new Set(workspace.notes.flatMap(({ inputs }) => inputs.map(({ ref }) => ref)));
    const answers = responsesByInput(workspace.responses);
    return workspace.responses.flatMap((response) => judge(response, known, answers));
  },
};

function judge(
  response: Response,
  known: ReadonlySet<string>,
  answers: ReturnType<typeof responsesByInput>,
): Finding[] {
  const { decision, 'duplicate-of': target } = response.entry;
  if (target === undefined) return decision === 'duplicate' ? [missing(response)] : [];
  const ref = refNamed(response, target);
  if (!known.has(ref)) return [unknown(response, ref, known)];
  return circular(response, answers) ? [circle(response, ref)] : [];
}

/** Follows the chain of duplicates; true where it comes back to where it began. */
function circular(start: Response, answers: ReturnType<typeof responsesByInput>): boolean {
  const seen = new Set<string>();
  let at: Response | undefined = start;
  while (at?.entry['duplicate-of'] !== undefined) {
    const ref: string = refNamed(at, at.entry['duplicate-of']);
    if (ref === start.inputRef) return true;
    if (seen.has(ref)) return false;
    seen.add(ref);
    at = answers.get(ref);
  }
  return false;
}

function missing(response: Response): Finding {
  return say(duplicateOf, placeOfResponse(response), {
    message: 'This response says “duplicate”, but not of which input.',
    hint: 'Add duplicate-of: with the id of the input, or with its note as in first/coalition#i3.',
    severity: 'warning',
  });
}

function unknown(response: Response, ref: string, known: ReadonlySet<string>): Finding {
  const near = nearest(ref, known);
  return sayAt(duplicateOf, response.file, wordsOfResponse(response, 'duplicate-of'), {
    message: `This response calls its input a duplicate of "${ref}", which does not exist.`,
    hint:
      near === undefined
        ? 'Give the id of the input, with its note as in first/coalition#i3.'
        : `Did you mean "${near}"?`,
  });
}

function circle(response: Response, ref: string): Finding {
  return sayAt(duplicateOf, response.file, wordsOfResponse(response, 'duplicate-of'), {
    message: `The input is called a duplicate of "${ref}", which leads back to the input itself: neither is answered.`,
    hint: 'Answer one of them by itself.',
  });
}
