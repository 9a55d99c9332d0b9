import type { SignOffState } from '../../model/clearance.ts';
import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_DIGEST, exampleClearance } from '../example-clearance.ts';
import { EXAMPLE_SECTION } from '../example-workspace.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

/** Clearances of a text that has changed since. */
export const voided: Check = {
  id: 'clearances/voided',
  about:
    'The text is the one that was cleared; an edit voids a clearance unless it is a correction under a delegation.',
  why: 'Who signs off a text signs off these words; whoever changes them afterwards speaks in their name without asking.',
  severity: 'warning',
  needs: ['notes', 'stages'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: EXAMPLE_SECTION.replace('Every child', 'Each child'),
    passing: EXAMPLE_SECTION,
    files: { 'clearances/zero.yaml': exampleClearance('OHCHR', EXAMPLE_DIGEST) },
  },
  run: ({ clearances = [] }) =>
    clearances.flatMap(({ stage, file, signOffs, cleared, silence, missing }) => {
      const holds = new Set(cleared.map(({ member }) => member));
      const latest = new Map(signOffs.map((one, at) => [one.signOff.by, { ...one, at }] as const));
      const signed = [...latest.values()]
        .filter(({ signOff, changed }) => changed.length > 0 && !holds.has(signOff.by))
        .map((one) =>
          sayAt(
            voided,
            file,
            { key: ['clearances', one.at] },
            {
              message: `${one.signOff.by} cleared another text of "${stage}" than this one: ${changedWords(one)}.`,
              hint: `Ask again, and run: penholder clearance ${stage} --as ${one.signOff.by} --level ${one.signOff.level}. Corrections of wording under a delegation are recorded with --correct.`,
            },
          ),
        );
      // Once everybody has signed, nobody waits for the silence of anybody.
      const silent = silence.flatMap((one, at) =>
        missing.length > 0 && one.state === 'void' && at === silence.length - 1
          ? [
              sayAt(
                voided,
                file,
                { key: ['silence', at] },
                {
                  message: `The silence procedure on "${stage}" was about another text than this one: ${changedWords(one)}.`,
                  hint: `Open another: penholder clearance ${stage} --open-silence --deadline <date>`,
                },
              ),
            ]
          : [],
      );
      return [...signed, ...silent];
    }),
};

function changedWords({ changed }: Pick<SignOffState, 'changed'>): string {
  return `${someOf(changed, 6)} changed since`;
}
