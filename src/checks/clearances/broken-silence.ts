import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_DIGEST, EXAMPLE_FILES } from '../example-clearance.ts';
import { EXAMPLE_SECTION } from '../example-workspace.ts';
import { sayAt } from '../say.ts';
import { someOf } from '../words.ts';

const silence = (more: string) =>
  `silence:\n  - opened: 2022-09-01\n    deadline: 2022-09-15\n    level: technical\n    text: ${EXAMPLE_DIGEST}\n${more}${EXAMPLE_FILES}`;

/** Silence procedures that somebody broke and nobody took up. */
export const brokenSilence: Check = {
  id: 'clearances/broken-silence',
  about: 'What broke the silence on a text is taken up before the stage is frozen.',
  why: 'A silence procedure stands for consensus; once broken there is none, until the text is changed or the member clears it.',
  severity: 'warning',
  needs: ['notes', 'stages'],
  examples: {
    file: 'clearances/zero.yaml',
    failing: silence('    broken:\n      - { by: UNICEF, date: 2022-09-10, why: The budget line is not agreed. }\n'),
    passing: silence(''),
    files: { 'drafts/10-introduction.md': EXAMPLE_SECTION },
  },
  run: ({ clearances = [] }) =>
    clearances.flatMap(({ stage, file, silence: procedures, missing, frozen }) => {
      const last = procedures.at(-1);
      if (frozen || last?.state !== 'broken' || missing.length === 0) return [];
      const by = someOf([...new Set((last.silence.broken ?? []).map((one) => one.by))]);
      return [
        sayAt(
          brokenSilence,
          file,
          { key: ['silence', procedures.length - 1, 'broken'] },
          {
            message: `The silence procedure on "${stage}" was broken by ${by}, so the text is not agreed.`,
            hint: 'Settle the point, then open another silence procedure, or have each member clear the text.',
          },
        ),
      ];
    }),
};
