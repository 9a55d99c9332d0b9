import type { Finding } from '../../model/finding.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { splitTail } from '../consultation-note/tail.ts';
import { likeness, matchInputs, wordsOf } from './match-inputs.ts';
import { blocksIn } from './stamp.ts';

/** Share of words that two versions of one document without inputs have in common. */
const ALIKE = 0.6;

/**
 * Whether two texts are versions of one document: some input goes on, or most words do.
 *
 * Files named `submission.md` come from many senders; the name alone does not make one a new version of the other.
 *
 * @param before Text of a note.
 * @param after Text of another.
 */
export function isSameDocument(before: string, after: string): boolean {
  if (matchInputs(inputsOf(before), inputsOf(after)).length > 0) return true;
  return likeness(wordsOf(bodyOf(before)), wordsOf(bodyOf(after))) >= ALIKE;
}

/** Words below which a text says too little for most of them to be the same in two versions. */
const SHORT = 60;
/** Share of words that two versions of a short document have in common. */
const ALIKE_SHORT = 0.3;

/**
 * Whether a text is a corrected version of one that was held under the same name.
 *
 * What was held is often short, and its correction is what is wrong with it: of short texts fewer words must go on.
 *
 * @param held Text of the held note.
 * @param after Text made from the file that came now.
 */
export function isCorrected(held: string, after: string): boolean {
  if (isSameDocument(held, after)) return true;
  const [before, now] = [wordsOf(bodyOf(held)), wordsOf(bodyOf(after))];
  return before.length <= SHORT && likeness(before, now) >= ALIKE_SHORT;
}

function bodyOf(text: string): string {
  return readFrontMatter(text, '').body;
}

/** Inputs by their words alone: ids such as `i1` are the same in every note that numbers its inputs. */
function inputsOf(text: string): readonly { readonly text: string }[] {
  const { blocks, textOf } = blocksIn(text);
  return blocks.map(({ lead }) => ({ text: splitTail(textOf(lead), () => true).text }));
}

/**
 * Tells that a file has the very content of one that came in under another name.
 *
 * @param name Name of the file.
 * @param path The note that is there.
 */
export function sameContentFinding(name: string, path: string): Finding {
  return {
    check: 'ingest/same-content',
    severity: 'warning',
    message: `"${name}" has the same content as the file that ${path} came from.`,
    why: 'It may be one file under two names, or a letter that several senders signed; it was taken in as a note of its own.',
    hint: 'If it is one file, delete one of the notes; if it is a joint submission, list the senders under "signatories" of one.',
    place: { file: name, line: 1, column: 1 },
  };
}

/**
 * Tells that a file has the name of another that came in, and is a different document.
 *
 * @param name Name of the file.
 * @param path The note that is there.
 */
export function sameNameFinding(name: string, path: string): Finding {
  return {
    check: 'ingest/same-name',
    severity: 'warning',
    message: `Another file named "${name}" became ${path}; this one says other things, and became a note of its own.`,
    why: 'A new version of a file updates its note, but these two have little in common.',
    hint: 'If it is a new version all the same, copy its text into the note.',
    place: { file: name, line: 1, column: 1 },
  };
}

/**
 * What is said of a file whose note was withdrawn or sealed: taking it in again would undo that.
 *
 * @param name Name of the file.
 * @param path The note that is left.
 */
export function emptiedFinding(name: string, path: string): Finding {
  return {
    check: 'ingest/emptied',
    severity: 'error',
    message: 'This very file was taken in before, and its words have been withdrawn or sealed since.',
    why: 'Taking it in again would bring back what somebody took back, or put in clear what is confidential.',
    hint: `Delete the file, or open the sealed note with "penholder safeguard open ${path}".`,
    place: { file: name, line: 1, column: 1 },
  };
}

/**
 * Tells that a file took the place of a held note somebody had worked on.
 *
 * @param name Name of the file.
 * @param path Where the text of the held note is kept.
 */
export function setAsideFinding(name: string, path: string): Finding {
  return {
    check: 'ingest/set-aside',
    severity: 'warning',
    message: `"${name}" takes the place of a held note that somebody had edited; the edited text is kept in ${path}.`,
    why: 'What was mended there by hand may not be in the file.',
    hint: 'Compare the two, and delete the one that was kept when nothing of it is missing.',
    place: { file: name, line: 1, column: 1 },
  };
}
