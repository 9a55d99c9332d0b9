/** Made-up workspaces in which every input has its response: the whole trace from inputs to passages. */
import { noteText, textFiles } from './inputs.js';
import { passageId, wordSource } from './words.js';

const DECISIONS = ['accepted', 'accepted-in-part', 'noted', 'not-accepted', 'out-of-scope', 'accepted'];
const REASONS = 400;
/** Passages that responses point at; the text has at least so many. */
const PASSAGES = 500;
const SECTIONS = 20;
const PARAGRAPHS = 24;

/**
 * A text of more than 500 passages, and notes whose inputs are all answered.
 *
 * @param {{ notes: number, inputs: number }} size Inputs are those of each note.
 * @returns {Map<string, string>} Files by path.
 */
export function traceFiles({ notes, inputs }) {
  const files = textFiles({ sections: SECTIONS, paragraphs: PARAGRAPHS });
  for (let index = 0; index < notes; index += 1) {
    const stem = `consultations/first/note-${String(index).padStart(4, '0')}`;
    files.set(`${stem}.md`, noteText(index, inputs));
    files.set(`${stem}.responses.yaml`, responsesText(index, inputs));
  }
  return files;
}

/** @param {number} index Of the note. */
function responsesText(index, inputs) {
  const words = wordSource(90_000 + index);
  const entries = Array.from({ length: inputs }, (_, number) => {
    const reason = wordSource(600 + Math.floor(words.next() * REASONS)).sentences(2);
    const decision = words.pick(DECISIONS);
    const passage = passageId(1 + Math.floor(words.next() * PASSAGES));
    return `- input: i${number + 1}
  decision: ${decision}
  reason: ${reason}
  passages: [${passage}]
  by: ALPHA
  date: 2022-10-${String(1 + (index % 28)).padStart(2, '0')}
  reaction: ${words.pick(['satisfied', 'no-reply'])}
`;
  });
  return entries.join('');
}
