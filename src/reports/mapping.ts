import type { BlockContent } from 'mdast';
import type { Report } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import type { Process } from '../model/process.ts';
import { heading, list, paragraph, plain, reportDocument, strong, table } from './blocks.ts';
import { type MappingContext, type MappingData, type MappingTable, mappingData } from './mapping/data.ts';
import { codeTitle, counted, joined } from './reach/words.ts';

export type { MappingContext, MappingData } from './mapping/data.ts';

/** What the caller chose. */
export type MappingOptions = Readonly<Record<string, never>>;

/** The existing resources the text builds on: whose, on which pillar, for which level; what is missing comes first. */
export const mapping: Report<MappingContext, MappingOptions> = {
  id: 'mapping',
  about: 'The mapping of existing resources by entity, pillar and level, with the gaps first.',
  build: (context) => {
    const data = mappingData(context);
    return { document: mappingDocument(data, context), data };
  },
};

function mappingDocument(data: MappingData, { process, date }: MappingContext): Document {
  const children: BlockContent[] = [
    heading('Mapping of existing resources', 1),
    paragraph(
      `${counted(data.resources.length, 'resource')} of ${counted(data.entities.rows.length, 'entity', 'entities')}.`,
    ),
    heading('Gaps', 2),
    ...gapBlocks(data, process),
    ...tableBlocks(data, process),
    heading('Resources', 2),
    table(
      ['Resource', 'Entity', 'Year', 'Codes'],
      data.resources.map(({ title, entity, year, codes }) => [
        title,
        entity,
        year ?? '–',
        codes.map((code) => codeTitle(code, process)).join(', ') || '–',
      ]),
    ),
  ];
  return reportDocument({ process, kind: 'Mapping', date, distribution: 'public' }, children);
}

function gapBlocks({ gaps, pillar, level, resources }: MappingData, process: Process): BlockContent[] {
  const title = (code: string): string => codeTitle(code, process);
  const items: (readonly [sentence: string, more: string])[] = [];
  if (resources.length === 0)
    items.push([
      'Nothing is mapped yet.',
      'List resources in resources/, or take a library in with “penholder resources import”.',
    ]);
  if (pillar === undefined)
    items.push([
      'The codebook has no dimension “pillar”.',
      'Declare it in penholder.yaml, so that resources can be mapped by pillar.',
    ]);
  if (level === undefined)
    items.push([
      'The codebook has no dimension “addresses” or “level”.',
      'Declare one in penholder.yaml, so that resources can be mapped by level.',
    ]);
  if (gaps.codes.length > 0)
    items.push([
      `Nothing is mapped for ${joined(gaps.codes.map(title), 'or')}.`,
      'Either there is no such resource, which the text should say, or it is still to be found.',
    ]);
  if (gaps.pairs.length > 0) {
    const pairs = gaps.pairs.map(([one, other]) => `${title(one)} at ${title(other).toLowerCase()} level`);
    items.push([
      `Nothing is mapped for ${joined(pairs, 'or')}.`,
      'There are resources for each of the two, and none for both.',
    ]);
  }
  if (gaps.members.length > 0)
    items.push([
      `Nothing is mapped of ${joined(gaps.members, 'or')}.`,
      'Members of the core group know their own resources best; ask them.',
    ]);
  if (gaps.uncoded.length > 0) {
    const shown = gaps.uncoded.slice(0, 12).join(', ');
    const more = gaps.uncoded.length > 12 ? ` and ${gaps.uncoded.length - 12} more` : '';
    items.push([
      `${counted(gaps.uncoded.length, 'resource')} without a code.`,
      `They are in no table below: ${shown}${more}. Write codes: [pillar/…] under them.`,
    ]);
  }
  if (items.length === 0)
    return [paragraph('Every pillar, every level and every member of the core group is in the mapping.')];
  return [list(items.map(([sentence, more]) => [paragraph([strong(sentence), plain(` ${more}`)])]))];
}

function tableBlocks({ entities, levels, resources }: MappingData, process: Process): BlockContent[] {
  const blocks: BlockContent[] = [heading('By entity and pillar', 2)];
  const all = entities.rows.map((entity) => resources.filter((one) => one.entity === entity).length);
  blocks.push(countTable(entities, { first: 'Entity', title: (row) => row, process, all }));
  if (levels === undefined) return blocks;
  const byPillar = levels.rows.map((code) => resources.filter(({ codes }) => codes.includes(code)).length);
  const title = (row: string): string => codeTitle(row, process);
  return [
    ...blocks,
    heading('By pillar and level', 2),
    countTable(levels, { first: 'Pillar', title, process, all: byPillar }),
  ];
}

interface CountTableOptions {
  readonly first: string;
  readonly title: (row: string) => string;
  readonly process: Process;
  /** All resources of each row; one with several codes stands in several columns. */
  readonly all: readonly number[];
}

function countTable(
  { rows, columns, cells }: MappingTable,
  { first, title, process, all }: CountTableOptions,
): BlockContent {
  const head = [first, ...columns.map((code) => codeTitle(code, process)), 'All'];
  const body = rows.map((row, at) => [title(row), ...(cells[at] ?? []).map(String), String(all[at] ?? 0)]);
  return table(head, body, { numbers: true });
}
