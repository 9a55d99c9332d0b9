import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { fill } from '../model/labels.ts';
import { directionOf } from '../text/language.ts';
import { heading, paragraph, reportDocument } from './blocks.ts';
import { nearIdenticalBlocks } from './reach/parts.ts';
import { howToRead } from './reach/words.ts';
import { type SynopsisContext, type SynopsisData, type SynopsisOptions, synopsisData } from './synopsis/data.ts';
import { limitBlocks } from './synopsis/limits.ts';
import { askedBlocks, saidBlocks, synopsisTongue, tookPartBlocks, uptakeBlocks } from './synopsis/parts.ts';

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
  const tongue = synopsisTongue(process);
  const { synopsis: words, reach, language } = tongue;
  const [only] = data.rounds;
  const title = round === undefined ? words.title : fill(words.titleOf, { round: only?.title ?? round });
  const children: BlockContent[] = [
    heading(title, 1),
    paragraph(reach.words.whoIsCounted),
    ...askedBlocks(data, process, tongue),
    ...tookPartBlocks(data, process, tongue),
    ...saidBlocks(data, tongue),
    ...nearIdenticalBlocks(data.coverage, reach),
    ...uptakeBlocks('takenUp', data.uptake, tongue),
    ...uptakeBlocks('notTakenUp', data.uptake, tongue),
    ...limitBlocks(data, process, tongue),
    heading(words.readTitle, 2),
    paragraph(howToRead(reach)),
  ];
  const frame = { process, kind: words.kind, date, distribution: audience.distribution };
  return reportDocument({ ...frame, language, direction: directionOf(language) }, children);
}
