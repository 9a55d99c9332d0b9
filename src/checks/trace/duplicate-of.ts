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
    const circles = inCircles(responsesByInput(workspace.responses));
    return workspace.responses.flatMap((response) => judge(response, known, circles));
  },
};

function judge(response: Response, known: ReadonlySet<string>, circles: ReadonlySet<string>): Finding[] {
  const { decision, 'duplicate-of': target } = response.entry;
  if (target === undefined) return decision === 'duplicate' ? [missing(response)] : [];
  const ref = refNamed(response, target);
  if (!known.has(ref)) return [unknown(response, ref, known)];
  return circles.has(response.inputRef) ? [circle(response, ref)] : [];
}

/** Inputs whose chain of duplicates comes back to themselves; each input is passed once, however long the chains are. */
function inCircles(answers: ReadonlyMap<string, Response>): ReadonlySet<string> {
  const done = new Set<string>();
  const circles = new Set<string>();
  for (const start of answers.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    for (let at: string | undefined = start; at !== undefined && !done.has(at); at = nextOf(answers.get(at))) {
      const before = onPath.get(at);
      if (before !== undefined) {
        for (const ref of path.slice(before)) circles.add(ref);
        break;
      }
      onPath.set(at, path.length);
      path.push(at);
    }
    for (const ref of path) done.add(ref);
  }
  return circles;
}

function nextOf(response: Response | undefined): string | undefined {
  const target = response?.entry['duplicate-of'];
  return response === undefined || target === undefined ? undefined : refNamed(response, target);
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
