import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { toMarkdown } from '../../../src/formats/md.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { Process } from '../../../src/model/process.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { type MappingData, mapping } from '../../../src/reports/mapping.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';

const LEVELS = `  addresses:
    title: Level addressed
    values:
      - { id: national, title: National }
      - { id: international, title: International }
`;

const RESOURCES: readonly Resource[] = [
  {
    id: 'plan',
    title: 'A plan',
    entity: 'UNICEF',
    issued: { 'date-parts': [[2020]] },
    codes: ['pillar/development', 'addresses/national'],
  },
  {
    id: 'policy',
    title: 'A policy',
    authority: 'UNICEF',
    issued: '2019-05',
    keyword: 'Peace and security; addresses/international',
  },
  { id: 'essay', title: 'An essay', author: [{ family: 'Lundy', given: 'Laura' }] },
];

async function report(resources: readonly Resource[]) {
  const { process } = await loadProcess(memoryWorld({ files: { 'penholder.yaml': `${EXAMPLE_PROCESS}${LEVELS}` } }));
  const built = mapping.build({ process: process as Process, resources, date: '2022-10-28' }, {});
  return { markdown: toMarkdown(built.document), data: built.data as MappingData };
}

describe('the mapping of resources', () => {
  test('shows the gaps, then resources by entity, pillar and level', async () => {
    await expect((await report(RESOURCES)).markdown).toMatchFileSnapshot('../../cases/reports/mapping.md');
  });

  test('takes codes from keywords of a library, and entities from where they are named', async () => {
    const { data } = await report(RESOURCES);
    expect(data.resources.map(({ entity, year, codes }) => [entity, year, codes])).toEqual([
      ['UNICEF', '2020', ['pillar/development', 'addresses/national']],
      ['UNICEF', '2019', ['pillar/peace', 'addresses/international']],
      ['Individual authors', undefined, []],
    ]);
    expect(data.gaps).toEqual({
      members: ['OHCHR'],
      codes: [],
      pairs: [
        ['pillar/development', 'addresses/international'],
        ['pillar/peace', 'addresses/national'],
      ],
      uncoded: ['essay'],
    });
  });

  test('says that nothing is mapped where nothing is', async () => {
    expect((await report([])).markdown).toContain('Nothing is mapped yet.');
  });
});
