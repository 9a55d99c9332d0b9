import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run as ingest } from '../../../src/commands/ingest.ts';
import { run } from '../../../src/commands/resources.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const BIB = `@string{un = {United Nations}}
@article{lundy2007,
  title={{'Voice' is not enough}: conceptualising {Article 12}},
  author={Lundy, Laura},
  year={2007}, doi={10.1080/01411920701657033}, keywords={pillar/human-rights, participation}
}
@techreport{broken, title=
@techreport{plan, title={A plan for {\\"U}berall}, institution=un, year=2020, number={A/75/982}}
@comment{nothing}
`;

const RIS = `TY  - JOUR
TI  - Another name for it
AU  - Lundy, Laura
DO  - https://doi.org/10.1080/01411920701657033
VL  - 33
ER  -

TY  - RPRT
TI  - A report without an end
PB  - UNICEF
PY  - 2019
`;

async function imported(named: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
  const world = memoryWorld({
    files: { 'penholder.yaml': EXAMPLE_PROCESS, ...files },
    named: Object.fromEntries(Object.entries(named).map(([name, text]) => [`/workspace/${name}`, text])),
  });
  const { context, said, printed } = memoryContext(world);
  const code = await run({ args: ['import', ...Object.keys(named)], options: {} }, context);
  return { code, said: said(), printed: printed(), library: world.text('resources/library.yaml') ?? '', world };
}

describe('a library', () => {
  test('in BibTeX gives its entries; one that is broken costs no other', async () => {
    const { code, library, said } = await imported({ 'library.bib': BIB });
    expect(library).toContain('title: "\'Voice\' is not enough: conceptualising Article 12"');
    expect(library).toContain('DOI: 10.1080/01411920701657033');
    expect(library).toContain('title: A plan for Überall');
    expect(library).toContain('publisher: United Nations');
    expect(said).toMatch(/library\.bib:7:1.*cannot be read/u);
    expect(said).toContain('2 added, 0 completed, 0 known already.');
    expect(code).toBe(1);
  });

  test('in RIS is completed by DOI, not doubled, and a missing end loses nothing', async () => {
    const first = await imported({ 'library.bib': BIB });
    const { library, said, code } = await imported({ 'export.ris': RIS }, { 'resources/library.yaml': first.library });
    expect(code).toBe(0);
    expect(said).toContain('1 added, 1 completed, 0 known already.');
    expect(library.match(/10\.1080/gu)).toHaveLength(1);
    expect(library).toMatch(/volume: "?33"?/u);
    expect(library).not.toContain('Another name for it');
    expect(library).toContain('title: A report without an end');
  });

  test('in CSL keeps ids, and leaves what another file lists as it is', async () => {
    const others = '- { id: crc, title: Convention on the Rights of the Child, issued: { date-parts: [[1989]] } }\n';
    const list = [
      { id: 'x1', title: 'Convention on the rights of the child', volume: 1577 },
      { id: 'x2', title: 'Something else', issued: { 'date-parts': [[2020]] } },
      { id: 'x3' },
    ];
    const { library, said } = await imported(
      { 'refs.json': JSON.stringify(list) },
      { 'resources/instruments.yaml': others },
    );
    expect(said).toContain('1 added, 0 completed, 1 known already.');
    expect(said).toMatch(/refs\.json.*cannot be read/u);
    expect(library).toContain('id: x2');
    expect(library).not.toContain('id: x1');
  });

  test('imported twice changes nothing', async () => {
    const { library } = await imported({ 'library.bib': BIB });
    const again = await imported({ 'library.bib': BIB }, { 'resources/library.yaml': library });
    expect(again.said).toContain('0 added, 0 completed, 2 known already.');
    expect(again.library).toBe(library);
  });

  test('is taken in by "penholder ingest" as well', async () => {
    const named = { '/workspace/library.bib': BIB };
    const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS }, named });
    await ingest({ args: ['library.bib'], options: {} }, memoryContext(world).context);
    expect(world.text('resources/library.yaml')).toContain('title: A plan for Überall');
  });

  test('is never fetched from anywhere, even where it looks like an address', async () => {
    const { code, said } = await imported({ 'library.bib': 'http://127.0.0.1:9/library.bib\n' });
    expect(code).toBe(1);
    expect(said).toContain('No reference was found');
  });
});
