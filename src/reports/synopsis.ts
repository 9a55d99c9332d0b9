import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { heading, paragraph, reportDocument } from './blocks.ts';
import { nearIdenticalBlocks } from './reach/parts.ts';
import { HOW_TO_READ, WHO_IS_COUNTED } from './reach/words.ts';
import { type SynopsisContext, type SynopsisData, type SynopsisOptions, synopsisData } from './synopsis/data.ts';
import { askedBlocks, limitBlocks, saidBlocks, tookPartBlocks, uptakeBlocks } from './synopsis/parts.ts';

export type { SynopsisContext, SynopsisData, SynopsisOptions } from './synopsis/data.ts';

/** The report on a consultation that good practice asks for: who was asked, what they said, what became of it. */
export const synopsis: Report<SynopsisContext, SynopsisOptions> = {
  id: 'synopsis',
  about: 'Who was asked, how and when, what they said, what was taken up and what was not, and why.',
  build: (context, options) => {
    const data = synopsisData(context, options);
    return { document: synopsisDocument(data, context, options), data };
  },
};

function synopsisDocument(
  data: SynopsisData,
  { workspace, audience, date }: SynopsisContext,
  { round }: SynopsisOptions,
): Document {
  const { process } = workspace;
  const [only] = data.rounds;
  const title =
    round === undefined ? 'Report on the consultations' : `Report on the consultation: ${only?.title ?? round}`;
  const children: BlockContent[] = [
    heading(title, 1),
    paragraph(WHO_IS_COUNTED),
    ...askedBlocks(data, process),
    ...tookPartBlocks(data, process),
    ...saidBlocks(data),
    ...nearIdenticalBlocks(data.coverage),
    ...uptakeBlocks('What was taken up', data.uptake, 'takenUp'),
    ...uptakeBlocks('What was not taken up, and why', data.uptake, 'notTakenUp'),
    ...limitBlocks(data, process),
    heading('How to read the figures', 2),
    paragraph(HOW_TO_READ),
  ];
  return reportDocument({ process, kind: 'Synopsis', date, distribution: audience.distribution }, children);
}
