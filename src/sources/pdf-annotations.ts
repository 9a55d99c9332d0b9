import type { FileProblem } from '../files/file-problem.ts';
import { readPdfMarks } from '../files/pdf/read-annotations.ts';
import type { Ingested, SentPassage, SentText, Source, SourceContext } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import { contentHash } from '../text/fingerprint.ts';
import { MarkPlaces } from './pdf/mark-places.ts';
import { remarksOfMarks } from './pdf/mark-remarks.ts';
import { reviewNote } from './word/review-note.ts';

/** PDFs on which reviewers put comments: notes, highlights, words struck out. */
export const pdfAnnotations: Source = {
  id: 'pdf-annotations',
  about: 'PDFs on which reviewers put comments in a PDF reader: notes, highlights, words struck out (.pdf)',
  accepts: (name) => /\.pdf$/iu.test(name),
  read,
};

async function* read(bytes: Uint8Array, context: SourceContext): AsyncGenerator<Ingested> {
  const reading = readPdfMarks(bytes);
  if ('problem' in reading) {
    yield { type: 'finding', finding: unreadable(reading.problem, context.name) };
    return;
  }
  const { marks } = reading;
  if (marks.length === 0) {
    yield { type: 'finding', finding: nothingSaid(context.name) };
    return;
  }
  const quotes = marks.map(({ quoted }) => quoted).filter((words) => words !== '');
  const places = await likeliest(quotes, context.sent ?? []);
  const remarks = remarksOfMarks(marks, places);
  const unsure = remarks.filter(({ placing }) => placing.passage === undefined).length;
  const findings = unsure === 0 ? [] : [unsureFinding(unsure, context.name)];
  yield reviewNote(remarks, { context, sha256: contentHash(bytes), findings });
}

/** The text that was sent: the one in which most of the words stand that marks lie on, the latest of several. */
async function likeliest(quotes: readonly string[], texts: readonly SentText[]): Promise<MarkPlaces> {
  let best: { readonly places: MarkPlaces; readonly count: number } | undefined;
  for (const text of texts) {
    const passages: readonly SentPassage[] = await text.passages();
    const places = new MarkPlaces(passages);
    const count = quotes.filter((words) => places.holds(words)).length;
    if (count > (best?.count ?? -1)) best = { places, count };
  }
  return best?.places ?? new MarkPlaces([]);
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

function nothingSaid(file: string): Finding {
  return {
    check: 'ingest/nothing-said',
    severity: 'warning',
    message: `"${file}" has no comment on its pages, so nothing was taken in.`,
    why: 'Its sender may have meant to say something.',
    hint: 'Ask whether the right file was sent, and for the Word document where words were changed; a PDF keeps only comments.',
    place: { file, line: 1, column: 1 },
  };
}

function unsureFinding(unsure: number, file: string): Finding {
  return {
    check: 'ingest/unsure-place',
    severity: 'warning',
    message: `${unsure === 1 ? 'One remark' : `${unsure} remarks`} of "${file}" could not be placed surely.`,
    why: 'An answer to it could be looked for at the wrong passage.',
    hint: 'Look at the end of the note and put the right passage in place of the guess.',
    place: { file, line: 1, column: 1 },
  };
}
