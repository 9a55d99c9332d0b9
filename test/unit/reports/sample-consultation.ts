import { EXAMPLE_PROCESS, exampleNote } from '../../../src/checks/example-workspace.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { Process } from '../../../src/model/process.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';

const COVERAGE = `coverage:
  targets:
    - { group: children, region: africa, notes: 1, participants: 20 }
    - { group: children, region: asia, notes: 1, participants: 20 }
    - { group: civil-society, region: asia, notes: 2 }
  explanations:
    - { group: children, region: asia, reason: No partner could keep them safe. }
`;

const CAMPAIGN =
  'We ask that every plan of every entity says in plain words how children were heard before it was made and what became of it.';

/** A first round with children, a joint submission, a campaign, a late letter and an interview of one person. */
export const SAMPLE: Readonly<Record<string, string>> = {
  'penholder.yaml': `${EXAMPLE_PROCESS}${COVERAGE}`,
  'stakeholders.yaml': `- { id: ex-coalition, name: Example coalition, group: civil-society, region: africa, left-behind: [street-situations], invited: 2022-04-02 }
- { id: ex-signer, name: Example signer, group: civil-society, region: asia, invited: 2022-04-02, reminded: 2022-05-01 }
- { id: ex-silent, name: Example silence, group: civil-society, region: asia, left-behind: [indigenous-children], invited: 2022-04-02 }
`,
  'consultations/first/africa-children.md': exampleNote(
    '## What gets in the way?\n\n- Nobody asks us. #barrier #pillar/development ^i1\n',
    {
      group: 'children',
      from: 'Children of a network',
      participants: '{ total: 27, age-bands: { 7-12: 3, 13-17: 24 } }',
    },
  ),
  'consultations/first/coalition.md': exampleNote(`## What gets in the way?\n\n- ${CAMPAIGN} #gap ^i1\n`, {
    method: 'written-input',
    attribution: 'organisation',
    capacity: 'institutional',
    quote: 'verbatim',
    signatories: '[Example signer, Somebody else]',
  }),
  'consultations/first/letter.md': exampleNote(`## What gets in the way?\n\n- Dear all: ${CAMPAIGN} #gap ^i1\n`, {
    method: 'written-input',
    attribution: 'organisation',
    capacity: 'institutional',
    quote: 'verbatim',
    from: 'Example writer',
    region: 'asia',
    received: '2022-11-02',
  }),
  'consultations/first/interview.md': exampleNote('## What gets in the way?\n\n- Time. #barrier ^i1\n', {
    method: 'interview',
    region: 'asia',
    level: 'national',
    participants: '{ total: 1 }',
  }),
};

/** What must be told to nobody: its round and region would be filled by it. */
export const WITHHELD: Readonly<Record<string, string>> = {
  'consultations/first/off-the-record.md': exampleNote(
    '## What gets in the way?\n\n- Fear. #barrier #pillar/peace ^i1\n',
    {
      group: 'children',
      region: 'asia',
      level: 'national',
      languages: '[km]',
      participants: '{ total: 33 }',
      attribution: 'none',
      'chatham-house': 'true',
      from: 'Marker entity',
    },
  ),
};

/** Reads a sample as reports do. */
export async function readSample(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const world = memoryWorld({ files });
  const { process } = await loadProcess(world);
  const needs = new Set(['notes', 'responses', 'questionnaires', 'stakeholders'] as const);
  return loadWorkspace(world, { process: process as Process, needs });
}
