import type { BlockContent, Table } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { heading, paragraph, reportDocument } from './blocks.ts';
import {
  type CompetingContext,
  type CompetingData,
  type CompetingOptions,
  type ContestedPassage,
  competingData,
} from './competing/data.ts';
import { changeRuns, plainWords, tableRow } from './competing/table.ts';

export type { CompetingContext, CompetingData, CompetingOptions } from './competing/data.ts';

/** Wording that several inputs propose for the same passage, side by side. */
export const competing: Report<CompetingContext, CompetingOptions> = {
  id: 'competing',
  about: 'Passages for which more than one wording is proposed, with the proposals side by side.',
  build: (context, options) => {
    const data = competingData(context, options);
    return { document: competingDocument(data, context), data };
  },
};

function competingDocument({ passages, distribution }: CompetingData, { workspace, date }: CompetingContext): Document {
  const title = 'Competing proposals';
  const children: BlockContent[] = [heading(title, 1)];
  if (passages.length === 0) children.push(paragraph('No passage has more than one proposal.'));
  let section: string | undefined;
  for (const passage of passages) {
    if (passage.section !== undefined && passage.section !== section) children.push(heading(passage.section, 2));
    section = passage.section ?? section;
    children.push(...passageBlocks(passage));
  }
  return reportDocument({ process: workspace.process, kind: title, date, distribution }, children);
}

const HEAD = ['Input', 'From', 'Proposes', 'Same words as another', 'Response'] as const;

function passageBlocks({ passage, number, words, proposals }: ContestedPassage): BlockContent[] {
  const name = number === undefined ? passage : `${number} (${passage})`;
  const rows = proposals.map((one) =>
    tableRow([
      plainWords(one.input),
      plainWords(one.contributor ?? ''),
      one.changes === undefined ? plainWords('The words are not public.') : changeRuns(one.changes),
      plainWords(one.competes === undefined ? '' : one.competes ? 'yes' : 'no'),
      plainWords(one.decision ?? 'none yet'),
    ]),
  );
  const table: Table = {
    type: 'table',
    align: HEAD.map(() => null),
    children: [tableRow(HEAD.map((word) => plainWords(word))), ...rows],
  };
  return [heading(name, 3), ...(words === '' ? [] : [paragraph(words)]), table];
}
