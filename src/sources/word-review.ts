import type { FileProblem } from '../files/file-problem.ts';
import { readWord } from '../files/word/read-word.ts';
import { blockLines } from '../files/word/views.ts';
import type { WordFile, WordWarning } from '../files/word/word-types.ts';
import type { Ingested, SentFile, SentPassage, SentText, Source, SourceContext } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { contentHash } from '../text/fingerprint.ts';
import { countWords } from '../text/words.ts';
import { compareReturned } from './word/compare-returned.ts';
import { type Remark, remarksOf } from './word/remarks.ts';
import { reviewNote } from './word/review-note.ts';
import { type Origin, originOf, plainSentFile } from './word/sent-file.ts';
import { indexOf, type SentIndex } from './word/sent-index.ts';
import { submissionNote } from './word/submission.ts';
import { returnedUnits, type View } from './word/units.ts';
import { plainKey } from './word/word-keys.ts';
import { sheetIn, sheetNotes } from './word/word-sheet.ts';

/** Word files that reviewers send back: their comments and the wording they propose. */
export const wordReview: Source = {
  id: 'word-review',
  about:
    'Word files (.docx): reviewed copies with comments, tracked changes and edits that were not tracked; comment sheets; submissions',
  accepts: (name) => /\.(?:docx|docm|dotx|dotm|doc|dot)$/iu.test(name),
  read,
};

async function* read(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  const reading = readWord(bytes);
  if ('problem' in reading) {
    yield { type: 'finding', finding: unreadable(reading.problem, context.name) };
    return;
  }
  const { file } = reading;
  const sha256 = contentHash(bytes);
  const findings = file.warnings.map((warning) => warned(warning, context.name));
  const { sent, index, origin } = await whatWasSent(file, context.sent ?? []);
  const isOurs: View = ({ author }) => origin.stage !== undefined && author === sent.author;
  const compared = compareReturned(file, index, isOurs);
  const isOther = origin.stage === undefined && compared.places.alignment.coverage < RELATED;
  const sheet = isOther ? await sheetIn(file) : undefined;
  if (sheet !== undefined) {
    yield* sheetNotes(sheet, { context, sha256, findings });
    return;
  }
  // A letter that comes back as it went out says nothing.
  if (isOther && !origin.isMade && isText(file)) {
    yield await submissionNote(file, { context, sha256, findings });
    return;
  }
  const isStrange = isOther && compared.places.alignment.kinship < KIN;
  const all = remarksOf(compared, sent.author);
  const remarks = isStrange ? loosened(all) : all;
  const formatting = file.revisions.filter((one) => one.kind === 'formatting' && !isOurs(one)).length;
  const told = [...findings, ...unsureFindings(remarks, context.name), ...formattingFindings(formatting, context.name)];
  if (remarks.length === 0) {
    yield { type: 'finding', finding: nothingSaid(context.name) };
    return;
  }
  yield reviewNote(remarks, { context, sha256, findings: told });
}

/**
 * What a returned file says of the text that was sent, in the order in which its note was made of it.
 *
 * @param file The file.
 * @param texts What may have been sent.
 */
export async function returnedRemarks(file: WordFile, texts: readonly SentText[]): Promise<readonly Remark[]> {
  const { sent, index, origin } = await whatWasSent(file, texts);
  const isOurs: View = ({ author }) => origin.stage !== undefined && author === sent.author;
  return remarksOf(compareReturned(file, index, isOurs), sent.author);
}

/** Share of a text that must stand in a file for it to be a copy of that text. */
const RELATED = 0.15;
/** Share of a file's own paragraphs that must have been sent for it to be a part of that text. */
const KIN = 0.5;

/** In a file of another text a paragraph that is like a passage is still another one: where things belong is a guess, and nothing was edited. */
function loosened(remarks: readonly Remark[]): readonly Remark[] {
  return remarks
    .filter(({ untracked }) => untracked !== 'all')
    .map((remark) => {
      const { passage, also = [], guesses } = remark.placing;
      const near = [...(passage === undefined ? [] : [passage]), ...also, ...guesses];
      return { ...remark, placing: { guesses: [...new Set(near)] } };
    });
}

/** Words of a submission; less is a file that somebody left empty. */
const FEWEST_WORDS = 12;

/** Whether a file says something in its own text, and no reviewer worked on it. */
function isText(file: WordFile): boolean {
  if (file.comments.length > 0 || file.revisions.some(({ kind }) => kind !== 'formatting')) return false;
  let words = 0;
  for (const line of blockLines(file.body)) words += countWords(line);
  return words >= FEWEST_WORDS;
}

interface Base {
  readonly sent: SentFile;
  readonly index: SentIndex;
  readonly origin: Origin;
}

/** What was sent: the text that the file names, else the one most of whose paragraphs stand in it word by word. */
async function whatWasSent(file: WordFile, texts: readonly SentText[]): Promise<Base> {
  const origin = originOf(file);
  const named = texts.find(({ stage }) => stage === origin.stage);
  const found = named === undefined ? await likest(file, texts) : await asSent(named);
  const sent = found ?? NOTHING;
  return { sent, index: indexOf(sent), origin };
}

const NOTHING: SentFile = { paragraphs: [], author: '' };

async function asSent({ asWord, passages }: SentText): Promise<SentFile | undefined> {
  return asWord === undefined ? plainSentFile(await passages()) : asWord();
}

async function likest(file: WordFile, texts: readonly SentText[]): Promise<SentFile | undefined> {
  const { chunks } = returnedUnits(file, () => false);
  const keys = new Set(chunks.flatMap(({ units }) => units.map(({ words }) => plainKey(words))));
  let best: { readonly sent: SentFile; readonly count: number } | undefined;
  for (const text of texts) {
    const sent = await asSent(text);
    if (sent === undefined) continue;
    const count = [...indexOf(sent).byKey.keys()].filter((key) => keys.has(key)).length;
    if (count > (best?.count ?? -1)) best = { sent, count };
  }
  return best?.sent;
}

function unreadable({ message, hint }: FileProblem, file: string): Finding {
  return {
    check: 'ingest/unreadable',
    severity: 'error',
    message: `"${file}" can't be read. ${message}`,
    why: 'What its reviewer said is not in the workspace.',
    hint,
    place: { file, line: 1, column: 1 },
  };
}

const WARNED: Readonly<Record<WordWarning, string>> = {
  macros: 'holds macros, which were not run',
  embedded: 'holds embedded files, which were not opened',
  external: 'refers to files elsewhere, which were not fetched',
  'attached-template': 'names a template elsewhere, which was not fetched',
};

function warned(warning: WordWarning, file: string): Finding {
  return {
    check: 'ingest/word-parts',
    severity: 'warning',
    message: `"${file}" ${WARNED[warning]}.`,
    why: 'Whoever opens it in Word should know.',
    hint: 'Ask the sender whether it is meant to, before anybody opens it.',
    place: { file, line: 1, column: 1 },
  };
}

function unsureFindings(remarks: readonly Remark[], file: string): Finding[] {
  const unsure = remarks.filter(({ placing }) => placing.passage === undefined).length;
  if (unsure === 0) return [];
  const guesses = guessedIn(remarks).map(({ id }) => id);
  return [
    {
      check: 'ingest/unsure-place',
      severity: 'warning',
      message: `${unsure === 1 ? 'One remark' : `${unsure} remarks`} of "${file}" could not be placed surely${guesses.length === 0 ? '' : `; near ${guesses.slice(0, 6).join(', ')}`}.`,
      why: 'An answer to it could be looked for at the wrong passage.',
      hint: 'Look at the end of the note and put the right passage in place of the guess.',
      place: { file, line: 1, column: 1 },
    },
  ];
}

function formattingFindings(count: number, file: string): Finding[] {
  if (count === 0) return [];
  return [
    {
      check: 'ingest/formatting-only',
      severity: 'info',
      message: `${count === 1 ? 'One tracked change' : `${count} tracked changes`} of "${file}" ${count === 1 ? 'is' : 'are'} to the look of the text alone, and ${count === 1 ? 'was' : 'were'} not taken in.`,
      why: 'How the text looks is decided when it is compiled, so there is nothing in them to answer.',
      place: { file, line: 1, column: 1 },
    },
  ];
}

function guessedIn(remarks: readonly Remark[]): readonly SentPassage[] {
  return [
    ...new Set(remarks.flatMap(({ placing }) => (placing.passage === undefined ? placing.guesses.slice(0, 1) : []))),
  ];
}

function nothingSaid(file: string): Finding {
  return {
    check: 'ingest/nothing-said',
    severity: 'warning',
    message: `"${file}" has no comment and no change, so nothing was taken in.`,
    why: 'Its sender may have meant to say something.',
    hint: 'Ask whether the right file was sent; what stands in it as text can be ingested as Markdown.',
    place: { file, line: 1, column: 1 },
  };
}
