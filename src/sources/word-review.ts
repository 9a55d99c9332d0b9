import type { FileProblem } from '../files/file-problem.ts';
import { readWord } from '../files/word/read-word.ts';
import { blockLines, viewBlocks } from '../files/word/views.ts';
import type { WordFile, WordWarning } from '../files/word/word-types.ts';
import { readXml } from '../files/xml-parts.ts';
import type { Ingested, SentPassage, SentText, Source, SourceContext } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { contentHash, fingerprintWords } from '../text/fingerprint.ts';
import { placeParagraphs } from './word/place-paragraphs.ts';
import { type Remark, remarksOf } from './word/remarks.ts';
import { reviewNote } from './word/review-note.ts';

/** Namespace of the part by which a file says of which stage it was made. */
const DRAFT_NAMESPACE = 'urn:penholder:draft:1';

/** Word files that reviewers send back: their comments and the wording they propose. */
export const wordReview: Source = {
  id: 'word-review',
  about: 'Word files that reviewers send back: comments, tracked changes, edits that were not tracked (.docx)',
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
  const origin = originOf(file.custom.get(DRAFT_NAMESPACE));
  const sent = await sentText(file, origin.stage, context.sent ?? []);
  const placings = placeParagraphs(file, sent, origin.bookmarks);
  const byId = new Map(sent.map((passage) => [passage.id, passage]));
  const remarks = remarksOf({ file, placings, prints: origin.prints, sent: byId });
  const findings = [
    ...file.warnings.map((warning) => warned(warning, context.name)),
    ...unsureFindings(remarks, context.name),
  ];
  if (remarks.length === 0) {
    yield { type: 'finding', finding: nothingSaid(context.name) };
    return;
  }
  yield reviewNote(remarks, { context, sha256: contentHash(bytes), findings });
}

/** The text that was sent: the one the file names, else the one most of whose passages stand in it word by word. */
async function sentText(
  file: WordFile,
  stage: string | undefined,
  texts: readonly SentText[],
): Promise<readonly SentPassage[]> {
  const named = texts.find((text) => text.stage === stage);
  if (named !== undefined) return named.passages();
  const lines = new Set(blockLines(viewBlocks(file.body, file, 'original')).map((line) => fingerprintWords(line)));
  let best: { readonly passages: readonly SentPassage[]; readonly count: number } = { passages: [], count: -1 };
  for (const text of texts) {
    const passages = await text.passages();
    const count = passages.filter(({ text: words }) => words !== '' && lines.has(fingerprintWords(words))).length;
    if (count > best.count) best = { passages, count };
  }
  return best.passages;
}

interface Origin {
  readonly stage: string | undefined;
  readonly prints: ReadonlyMap<string, string>;
  readonly bookmarks: ReadonlyMap<string, string>;
}

/** What the file says of the text it was made of; other programs may have dropped it. */
function originOf(part: Uint8Array | undefined): Origin {
  const prints = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  let stage: string | undefined;
  if (part === undefined) return { stage, prints, bookmarks };
  readXml(part, {
    open: (name, attribute) => {
      if (name === 'draft') stage = attribute('stage');
      const [id, print] = [attribute('id'), attribute('print')];
      if (name !== 'passage' || id === undefined) return;
      if (print !== undefined) prints.set(id, print);
      bookmarks.set(attribute('bookmark') ?? id, id);
    },
  });
  return { stage, prints, bookmarks };
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
