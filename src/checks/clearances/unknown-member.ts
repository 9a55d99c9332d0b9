import type { ClearanceRecord } from '../../model/clearance.ts';
import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_DIGEST, exampleClearance } from '../example-clearance.ts';
import { sayAt } from '../say.ts';
import { meant } from '../words.ts';

/** Clearances by somebody who is not in the core group. */
export const unknownMember: Check = {
  id: 'clearances/unknown-member',
  about: 'Those who clear a stage are members of the core group.',
  why: 'Consensus is that of the members the process names; a clearance by anybody else changes nothing.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'clearances/zero.yaml',
    failing: exampleClearance('OCHCR', EXAMPLE_DIGEST),
    passing: exampleClearance('OHCHR', EXAMPLE_DIGEST),
  },
  run: ({ workspace }) => {
    const known = (workspace.process['core-group'] ?? []).map(({ id }) => id);
    return (workspace.clearances ?? []).flatMap((record) =>
      named(record)
        .filter(({ member }) => !known.includes(member))
        .map(({ member, key }) =>
          sayAt(
            unknownMember,
            record.file,
            { key },
            {
              message: `"${member}" is named in the clearances of "${record.stage}" and is no member of the core group.`,
              hint: meant(nearest(member, known), known),
            },
          ),
        ),
    );
  },
};

interface Named {
  readonly member: string;
  readonly key: readonly (string | number)[];
}

function named({ record: { clearances = [], silence = [] } }: ClearanceRecord): Named[] {
  return [
    ...clearances.flatMap(({ by, 'on-behalf': others = [] }, at) => [
      { member: by, key: ['clearances', at, 'by'] },
      ...others.map((member, index) => ({ member, key: ['clearances', at, 'on-behalf', index] })),
    ]),
    ...silence.flatMap(({ notified = [], broken = [] }, at) => [
      ...notified.map((member, index) => ({ member, key: ['silence', at, 'notified', index] })),
      ...broken.map(({ by }, index) => ({ member: by, key: ['silence', at, 'broken', index, 'by'] })),
    ]),
  ];
}
