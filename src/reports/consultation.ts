import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { heading, list, paragraph, plain, reportDocument, strong } from './blocks.ts';
import { type ConsultationContext, roundFacts } from './consultation/facts.ts';
import type { PracticeState, Verdict } from './consultation/judge.ts';
import { PRACTICES } from './consultation/practices.ts';
import { ENGLISH } from './reach/words.ts';

export type { ConsultationContext } from './consultation/facts.ts';

/** What the caller chose. */
export interface ConsultationOptions {
  /** Id of the round. */
  readonly round: string;
}

/** A good practice, and how it stands in a round. */
export interface PracticeLine extends Verdict {
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

/** How a round of consultation stands against good practice, for programs. */
export interface ConsultationData {
  readonly round: { readonly id: string; readonly title: string };
  readonly practices: readonly PracticeLine[];
  readonly counts: Readonly<Record<PracticeState, number>>;
}

/** Which good practices of consultation a round keeps, and what is missing in the others. */
export const consultation: Report<ConsultationContext, ConsultationOptions> = {
  id: 'consultation',
  about: 'Which good practices of consultation a round keeps, each with its source, and what is missing.',
  build: (context, { round }) => {
    const data = consultationData(context, round);
    return { document: consultationDocument(data, context), data };
  },
};

function consultationData(context: ConsultationContext, round: string): ConsultationData {
  const facts = roundFacts(context, round);
  const practices = PRACTICES.map(
    ({ id, title, source, judge }): PracticeLine => ({ id, title, source, ...judge(facts) }),
  );
  const counts: Record<PracticeState, number> = { holds: 0, missing: 0, open: 0, 'not-asked': 0 };
  for (const { state } of practices) counts[state] += 1;
  return { round: { id: round, title: facts.round.title ?? round }, practices, counts };
}

const PARTS: readonly (readonly [state: PracticeState, title: string])[] = [
  ['missing', 'What is missing'],
  ['open', 'What cannot be told yet'],
  ['holds', 'What holds'],
  ['not-asked', 'What is not asked for here'],
];

function consultationDocument(data: ConsultationData, { workspace, audience, date }: ConsultationContext): Document {
  const { counts, practices, round } = data;
  const children: BlockContent[] = [
    heading(`Good practice: ${round.title}`, 1),
    paragraph(
      `Of ${practices.length - counts['not-asked']} good practices ${counts.holds} hold, something is missing in ${counts.missing}, and ${counts.open} cannot be told yet.`,
    ),
    paragraph(ENGLISH.words.whoIsCounted),
    ...PARTS.flatMap(([state, title]) =>
      partBlocks(
        title,
        practices.filter((one) => one.state === state),
      ),
    ),
  ];
  const { process } = workspace;
  return reportDocument({ process, kind: 'Good practice', date, distribution: audience.distribution }, children);
}

function partBlocks(title: string, practices: readonly PracticeLine[]): BlockContent[] {
  if (practices.length === 0) return [];
  const items = practices.map(({ title: name, source, said }) => [
    paragraph([strong(name), plain(` (${source}). ${said.join(' ')}`)]),
  ]);
  return [heading(title, 2), list(items)];
}
