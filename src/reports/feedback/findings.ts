import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';

/** A child gets an answer in words that a person wrote for children; while there are none, the letter says so. */
export function reasonUnwritten({ entry, file, line }: Response): Finding {
  return {
    check: 'feedback/no-child-reason',
    severity: 'warning',
    message: `The answer to input "${entry.input}" has no reason in words for children.`,
    why: 'Children are told why in words made for them; the letter now says that these are still to be written.',
    hint: 'Write "reason-child" beside the reason, and try it with the facilitator before the letter goes out.',
    place: { file, line, column: 1 },
  };
}

const WITHHELD = {
  names: {
    why: 'It names another contributor or a consultation that this one was not part of.',
    hint: 'Word the reason without naming others; who said the same is told in the comments matrix.',
  },
  duplicate: {
    why: 'It was given to another input, and may not be told outside the circle that input was meant for.',
    hint: 'Give the answer again as a response of its own, in words that tell nothing of the other input.',
  },
} as const;

/** A reason that its contributor can not be given as it stands. */
export function reasonWithheld({ entry, file, line }: Response, cause: keyof typeof WITHHELD): Finding {
  return {
    check: 'feedback/reason-withheld',
    severity: 'warning',
    message: `The reason for the answer to input "${entry.input}" is left out of the letter to its contributor.`,
    ...WITHHELD[cause],
    place: { file, line, column: 1 },
  };
}
