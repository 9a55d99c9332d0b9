import type { ConsultationNote } from '../../model/consultation-note.ts';
import { counted } from '../reach/words.ts';
import type { RoundFacts } from './facts.ts';
import {
  lacking,
  notesWithout,
  ofChildren,
  open,
  type Practice,
  questionnairesWithout,
  type Verdict,
  verdict,
} from './judge.ts';

/** Without one, nothing in it can be missing. */
const NO_QUESTIONNAIRE: Verdict = { state: 'missing', said: ['There is no questionnaire made for children.'] };

type FrontMatter = ConsultationNote['frontMatter'];

const LUNDY = 'Lundy model of participation';
const GC12 = 'General Comment No. 12, para. 134';

function record(
  facts: RoundFacts,
  has: (safeguarding: NonNullable<FrontMatter['safeguarding']>) => boolean,
  what: string,
): string | undefined {
  return lacking(
    notesWithout(facts, facts.children, ({ safeguarding = {} }) => has(safeguarding)),
    what,
  );
}

function sessions({ children }: RoundFacts): string {
  return counted(children.length, 'consultation');
}

function space(facts: RoundFacts): Verdict {
  if (facts.children.length === 0)
    return { state: 'missing', said: ['No consultation with children is counted in this round.'] };
  const missing = record(
    facts,
    (one) => one['risk-assessment'] !== undefined && one['focal-point'] !== undefined,
    'Without risk assessment or focal point',
  );
  return verdict(
    [missing],
    `Children were asked in ${sessions(facts)}, each with a risk assessment and a focal point.`,
  );
}

function voice({ childrensQuestionnaires }: RoundFacts): Verdict {
  const none = childrensQuestionnaires.length === 0 ? 'There is no questionnaire made for children.' : undefined;
  const silent = lacking(
    childrensQuestionnaires.filter(({ questions }) => questions.length === 0).map(({ file }) => file),
    'Questionnaires without a question',
  );
  return verdict([none, silent], `${counted(childrensQuestionnaires.length, 'questionnaire')} made for children.`);
}

function audience({ process, childrensQuestionnaires }: RoundFacts): Verdict {
  const deciders = (process['core-group'] ?? []).filter(({ role }) => role === 'principal');
  const nobody =
    deciders.length === 0
      ? 'No member of the core group is named as principal, so nobody is named who listens and decides.'
      : undefined;
  const untold = lacking(
    questionnairesWithout(childrensQuestionnaires, (front) => front['who-sees-the-data'] !== undefined),
    'Questionnaires that do not tell children who listens',
  );
  return verdict(
    [nobody, untold],
    `Those who listen and decide are named: ${deciders.map(({ id }) => id).join(', ')}.`,
  );
}

function influence({ children, answers, inputsOf }: RoundFacts): Verdict {
  const inputs = inputsOf(children);
  if (inputs.length === 0) return open('No input of children is counted in this round yet.');
  const without = inputs.filter(({ input }) => !answers.has(input.ref)).map(({ shown }) => shown);
  return verdict(
    [lacking(without, 'Inputs of children without a response')],
    `All ${counted(inputs.length, 'input')} of children have a response.`,
  );
}

function transparent({ childrensQuestionnaires }: RoundFacts): Verdict {
  const told = ['purpose', 'how-inputs-are-used', 'who-sees-the-data'] as const;
  const without = questionnairesWithout(childrensQuestionnaires, (front) =>
    told.every((key) => front[key] !== undefined),
  );
  const none =
    childrensQuestionnaires.length === 0
      ? 'There is no questionnaire that could tell children what it is about.'
      : undefined;
  return verdict(
    [none, lacking(without, 'Questionnaires that do not tell children purpose, use and readers')],
    'Children are told purpose, use and readers before they answer.',
  );
}

function voluntary(facts: RoundFacts): Verdict {
  const agreed = record(
    facts,
    ({ assent, reason }) => assent === 'obtained' || (assent === 'not-sought' && reason !== undefined),
    'Without assent, or the reason why it was not sought',
  );
  const silent = lacking(
    questionnairesWithout(facts.childrensQuestionnaires, (front) => front['right-to-withdraw'] !== undefined),
    'Questionnaires that do not tell children that they may stop',
  );
  return verdict([agreed, silent], 'Assent is on record, and children are told that they may stop.');
}

function respectful(facts: RoundFacts): Verdict {
  const without = notesWithout(
    facts,
    facts.children,
    ({ attribution, quote }) => attribution !== undefined && quote !== undefined,
  );
  return verdict(
    [lacking(without, 'Without the way children want to be named and quoted')],
    'How children are named and quoted is settled for every consultation.',
  );
}

function relevant({ childrensQuestionnaires }: RoundFacts): Verdict {
  if (childrensQuestionnaires.length === 0) return NO_QUESTIONNAIRE;
  const without = questionnairesWithout(childrensQuestionnaires, (front) => (front['reviewed-by'] ?? []).length > 0);
  return verdict(
    [lacking(without, 'Questionnaires that nobody reviewed, children’s advisers above all')],
    'The questions were reviewed by those whom they concern.',
  );
}

function childFriendly({ childrensQuestionnaires }: RoundFacts): Verdict {
  if (childrensQuestionnaires.length === 0) return NO_QUESTIONNAIRE;
  const without = questionnairesWithout(
    childrensQuestionnaires,
    (front) => front['age-band'] !== undefined || front.duration !== undefined,
  );
  return verdict(
    [lacking(without, 'Questionnaires without an age band or a duration')],
    'Questionnaires say for which ages they are, or how long they take.',
  );
}

function inclusive({ coverage, stakeholders }: RoundFacts): Verdict {
  const unheard = coverage.gaps.filter(({ about, kind }) => kind === 'replies' && about['left-behind'] !== undefined);
  const unexplained = unheard.filter(({ explanation }) => explanation === undefined);
  const none = stakeholders.every((one) => (one['left-behind'] ?? []).length === 0);
  const heard = coverage.leftBehind.length - unheard.length;
  return verdict(
    [
      none ? 'No stakeholder is listed that reaches children most often left behind.' : undefined,
      lacking(
        unexplained.flatMap(({ about }) => about['left-behind'] ?? []),
        'Groups most often left behind that nobody spoke for, without an explanation',
      ),
    ],
    `${heard} of ${counted(coverage.leftBehind.length, 'group')} most often left behind were heard through those who reach them; the report on coverage says why others were not.`,
  );
}

function trained(facts: RoundFacts): Verdict {
  return verdict(
    [record(facts, (one) => one['trained-facilitators'] === true, 'Without a record that facilitators were trained')],
    'Facilitators were trained in every consultation.',
  );
}

function safe(facts: RoundFacts): Verdict {
  const assessed = notesWithout(
    facts,
    facts.children,
    ({ safeguarding = {}, date }) => (safeguarding['risk-assessment'] ?? '9999') <= date,
  );
  const consent = record(
    facts,
    (one) => one['guardian-consent'] === 'obtained' || one.reason !== undefined,
    'Without the consent of guardians, or the reason why it was not sought',
  );
  const referral = record(facts, (one) => one['referral-contact'] !== undefined, 'Without a referral contact');
  return verdict(
    [lacking(assessed, 'Without a risk assessment made before'), consent, referral],
    'Risks were assessed before, consent is on record, and every consultation had a referral contact.',
  );
}

function accountable(facts: RoundFacts): Verdict {
  const promised = record(facts, (one) => one['feedback-by'] !== undefined, 'Without a date for feedback');
  const due = facts.children.filter(
    ({ frontMatter: { safeguarding = {} } }) => (safeguarding['feedback-by'] ?? '9999') < facts.today,
  );
  const late = lacking(
    notesWithout(facts, due, ({ safeguarding = {} }) => safeguarding['feedback-given'] !== undefined),
    'Feedback is overdue',
  );
  const given = facts.children.filter(
    ({ frontMatter }) => frontMatter.safeguarding?.['feedback-given'] !== undefined,
  ).length;
  return verdict([promised, late], `Feedback has a date in ${sessions(facts)}, and was given in ${given}.`);
}

/** Of no consultation everything would hold. */
function held(judge: (facts: RoundFacts) => Verdict): (facts: RoundFacts) => Verdict {
  return (facts) =>
    facts.children.length === 0 ? open('No consultation with children is counted in this round yet.') : judge(facts);
}

/** Practices in consultations with children: Lundy's four, and the nine basic requirements of General Comment No. 12. */
export const CHILD_PRACTICES: readonly Practice[] = (
  [
    ['space', 'Space: children are asked, in safety', LUNDY, space],
    ['voice', 'Voice: children are helped to say what they think', LUNDY, voice],
    ['audience', 'Audience: somebody who decides listens', LUNDY, audience],
    ['influence', 'Influence: what children say is answered', LUNDY, influence],
    ['transparent', 'Transparent and informative', `${GC12} (a)`, transparent],
    ['voluntary', 'Voluntary', `${GC12} (b)`, held(voluntary)],
    ['respectful', 'Respectful', `${GC12} (c)`, held(respectful)],
    ['relevant', 'Relevant', `${GC12} (d)`, relevant],
    ['child-friendly', 'Child-friendly', `${GC12} (e)`, childFriendly],
    ['inclusive', 'Inclusive', `${GC12} (f)`, inclusive],
    ['trained', 'Supported by training', `${GC12} (g)`, held(trained)],
    ['safe', 'Safe and sensitive to risk', `${GC12} (h)`, held(safe)],
    ['accountable', 'Accountable: feedback to children is dated and done', `${GC12} (i)`, held(accountable)],
  ] as const
).map(([id, title, source, judge]): Practice => ({ id, title, source, judge: ofChildren(judge) }));
