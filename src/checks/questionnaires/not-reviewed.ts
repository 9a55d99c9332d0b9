import type { Check } from '../../model/contracts.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { asksGuarded, exampleQuestionnaire, isInUse, setsOf } from '../questionnaires.ts';
import { sayAt } from '../say.ts';

const BODY = '## What gets in the way? {#q1}\n';
const GROUP = { group: 'children' };

/** Who must have looked at it, by words in the languages of the United Nations. */
const ADVISERS =
  /child|young|youth|adolescen|enfan|jeune|niñ|infan|joven|jóven|ребён|ребен|дет(?:и|ей|ск)|молод|طفل|أطفال|شباب|儿童|孩子|青年|青少年/iu;

/** Children's advisers looked at questionnaires for children. */
export const notReviewed: Check = {
  id: 'questionnaires/not-reviewed',
  about: "Children's advisers looked at a questionnaire for a group under safeguarding before it was used.",
  why: `Words that adults find simple may be puzzling, leading or hurtful; children who tried them know.

General Comment No. 12 asks that participation be relevant and child-friendly; questionnaires of good practice are tried with children and reviewed by children's advisers first.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/children-first.en.md',
    failing: exampleQuestionnaire(BODY, { ...GROUP, 'reviewed-by': '[{ by: core group, date: 2022-03-01 }]' }),
    passing: exampleQuestionnaire(BODY, { ...GROUP, 'reviewed-by': "[{ by: children's advisers, date: 2022-03-01 }]" }),
  },
  run: (context) =>
    setsOf(context)
      .filter(({ source }) => asksGuarded(context, source) && !isReviewed(source))
      .map(({ source }) =>
        sayAt(
          notReviewed,
          source.file,
          { key: ['reviewed-by'] },
          {
            severity: isInUse(context, source) ? 'warning' : 'info',
            message: "Nothing says that children's advisers looked at this questionnaire.",
            hint: "Add reviewed-by: with an entry such as { by: children's advisers, date: 2022-07-20 }, never a name.",
          },
        ),
      ),
};

function isReviewed({ frontMatter }: Questionnaire): boolean {
  return (frontMatter['reviewed-by'] ?? []).some(({ by }) => ADVISERS.test(by));
}
