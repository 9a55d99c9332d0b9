import type { BlockContent } from 'mdast';
import type { Document } from '../../model/document.ts';
import { fill, labels } from '../../model/labels.ts';
import { reportWords, withNumber } from '../../model/report-words.ts';
import { directionOf } from '../../text/language.ts';
import { heading, paragraph, reportDocument, table } from '../blocks.ts';
import type { FeedbackContext, FeedbackData, LetterLine } from '../feedback.ts';

/** The list of letters, for who sends them, in the language of the process. */
export function indexDocument(data: FeedbackData, { workspace, audience, date }: FeedbackContext): Document {
  const { letters } = data;
  const { process } = workspace;
  const { language } = labels(process.language);
  const words = reportWords(language).letters;
  const open = letters.filter(({ answered, inputs }) => answered < inputs).length;
  const unwritten = letters.filter(
    ({ forChildren, withoutReason }) => forChildren === true && withoutReason > 0,
  ).length;
  const rows = letters.map((line) => row(line, language));
  const children: BlockContent[] = [
    heading(words.title, 1),
    paragraph(withNumber(words.summary, letters.length, { open, unwritten })),
    paragraph(words.readers[audience.distribution]),
    ...(rows.length === 0 ? [] : [table(words.head, rows, { caption: words.caption })]),
  ];
  const frame = { process, kind: words.title, date, distribution: audience.distribution };
  return reportDocument({ ...frame, language, direction: directionOf(language) }, children);
}

function row(line: LetterLine, language: string): readonly string[] {
  const { letters: words, reach } = reportWords(language);
  const given = line.feedbackGiven === undefined ? '' : fill(words.given, { date: line.feedbackGiven });
  return [
    line.letter,
    line.to ?? (line.forChildren === true ? words.children : words.unnamed),
    line.notes.join(reach.comma),
    line.language ?? '–',
    String(line.inputs),
    String(line.answered),
    String(line.withoutReason),
    line.feedbackBy === undefined ? '–' : `${line.feedbackBy}${given}`,
  ];
}
