import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { heading, paragraph, reportDocument } from './blocks.ts';
import { type CoverageContext, type CoverageData, type CoverageOptions, coverageData } from './reach/data.ts';
import { gapBlocks, nearIdenticalBlocks, organisationBlocks, tableBlocks, targetBlocks } from './reach/parts.ts';
import type { Plot } from './reach/plots.ts';
import { ENGLISH, howToRead } from './reach/words.ts';

export type { CoverageContext, CoverageData, CoverageOptions } from './reach/data.ts';

/** Whom the consultations reached, against whom they were to reach; what is missing comes first. */
export const coverage: Report<CoverageContext, CoverageOptions> = {
  id: 'coverage',
  about: 'Whom the consultations reached, against whom they were to reach, with the gaps first.',
  build: (context, options) => {
    const data = coverageData(context, options);
    return { document: coverageDocument(data, context), data };
  },
};

function coverageDocument(data: CoverageData, { workspace, audience, date }: CoverageContext): Document {
  const { process } = workspace;
  const plots: Plot[] = [];
  const title = data.round === undefined ? 'Coverage of all rounds' : `Coverage: ${data.round.title}`;
  const children: BlockContent[] = [
    heading(title, 1),
    ...gapBlocks(data, process),
    paragraph(ENGLISH.words.whoIsCounted),
    ...targetBlocks(data, process, plots),
    ...tableBlocks(data, process, plots),
    ...organisationBlocks(data, process),
    ...nearIdenticalBlocks(data),
    heading('How to read the figures', 2),
    paragraph(howToRead()),
  ];
  const pictures = Object.fromEntries(plots.map(({ figure, bytes }) => [figure.url, bytes]));
  const { distribution } = audience;
  return reportDocument({ process, kind: 'Coverage', date, distribution, pictures }, children);
}
