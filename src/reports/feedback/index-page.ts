import type { BlockContent } from 'mdast';
import type { Document } from '../../model/document.ts';
import { heading, paragraph, reportDocument, table } from '../blocks.ts';
import type { FeedbackContext, FeedbackData, LetterLine } from '../feedback.ts';

/** The list of letters, for who sends them. */
export function indexDocument(data: FeedbackData, { workspace, audience, date }: FeedbackContext): Document {
  const { letters } = data;
  const open = letters.filter(({ answered, inputs }) => answered < inputs);
  const unwritten = letters.filter(({ forChildren, withoutReason }) => forChildren === true && withoutReason > 0);
  const children: BlockContent[] = [
    heading('Letters to contributors', 1),
    paragraph(
      `${letters.length} ${letters.length === 1 ? 'letter' : 'letters'}; in ${open.length} something is not answered yet, and in ${unwritten.length} of those to children a reason is not yet written in words for them.`,
    ),
    paragraph(WHO_READS[audience.distribution]),
    ...(letters.length === 0
      ? []
      : [table(HEAD, letters.map(row), { caption: 'Letters, by the names of their files' })]),
  ];
  const { process } = workspace;
  const frame = { process, kind: 'Letters to contributors', date, distribution: audience.distribution };
  return reportDocument(frame, children);
}

const WHO_READS = {
  public:
    'Letters made for the public leave out what contributors meant for fewer readers. With --distribution core-group or custodian they tell each contributor all of their own input, as far as who handles the letters may read it.',
  'core-group':
    'These letters tell each contributor their own input also where the public may not read it: send each to its addressee only. Contributions that the core group may not read are answered with --distribution custodian.',
  custodian: 'These letters tell each contributor their own input in full: send each to its addressee only.',
} as const;

const HEAD = [
  'Letter',
  'For',
  'Consultation notes',
  'Language',
  'Inputs',
  'Answered',
  'Without a reason',
  'Promised by',
];

function row(line: LetterLine): readonly string[] {
  const given = line.feedbackGiven === undefined ? '' : `; given ${line.feedbackGiven}`;
  return [
    line.letter,
    line.to ?? (line.forChildren === true ? 'Children, through the facilitator' : 'Contributors who are not named'),
    line.notes.join(', '),
    line.language ?? '–',
    String(line.inputs),
    String(line.answered),
    String(line.withoutReason),
    line.feedbackBy === undefined ? '–' : `${line.feedbackBy}${given}`,
  ];
}
