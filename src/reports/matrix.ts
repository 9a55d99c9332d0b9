import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import { explorerWords } from '../model/explorer-words.ts';
import { guideWords } from '../model/guide-labels.ts';
import { fill } from '../model/labels.ts';
import { directionOf } from '../text/language.ts';
import { heading, paragraph, reportDocument } from './blocks.ts';
import { type MatrixData, type MatrixOptions, type MatrixReportContext, matrixData } from './matrix/data.ts';
import { countTable, groupTable, type MatrixTongue } from './matrix/parts.ts';
import { matrixWords } from './matrix/words.ts';

export type { MatrixData, MatrixOptions, MatrixReportContext } from './matrix/data.ts';

/** The disposition of comments: every input with what became of it and what its contributor says to that. */
export const matrix: Report<MatrixReportContext, MatrixOptions> = {
  id: 'matrix',
  about: 'Every input with what became of it, by section, contributor or round, with the totals first.',
  build: (context, options) => {
    const data = matrixData(context, options);
    return { document: matrixDocument(data, context), data };
  },
};

/** The matrix goes to those who were consulted, so it is in the language of the text. */
function tongueOf({ workspace }: MatrixReportContext): MatrixTongue {
  const { language } = workspace.process;
  const { decisions } = explorerWords(language);
  return {
    words: matrixWords(language),
    decisions: { ...decisions, duplicate: decisions.together },
    kinds: guideWords(language).kinds,
    language,
  };
}

function matrixDocument(data: MatrixData, context: MatrixReportContext): Document {
  const { process } = context.workspace;
  const tongue = tongueOf(context);
  const { words } = tongue;
  const children: BlockContent[] = [heading(`${words.title} (${words.by[data.by]})`, 1)];
  if (data.inputs === 0) children.push(paragraph(words.nothing));
  else {
    children.push(
      paragraph(fill(words.counted, { n: data.inputs, answered: data.answered })),
      heading(words.totals, 2),
      countTable(data.counts, tongue),
    );
    for (const group of data.groups) {
      children.push(heading(`${titleOf(group.title, data, tongue)} (${group.inputs.length})`, 2));
      children.push(groupTable(group, tongue, context.places));
    }
  }
  const { language } = process;
  const frame = { process, kind: words.title, date: context.date, distribution: context.audience.distribution };
  return reportDocument({ ...frame, language, direction: directionOf(language) }, children);
}

function titleOf(title: string | undefined, { by }: MatrixData, { words }: MatrixTongue): string {
  if (title !== undefined && title !== '') return title;
  return by === 'contributor' ? words.notNamed : words.noSection;
}
