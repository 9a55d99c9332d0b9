import { daysBetween, hasEnded } from '../../trace/when.ts';
import { counted } from '../reach/words.ts';
import { CHILD_PRACTICES } from './child-practices.ts';
import type { RoundFacts } from './facts.ts';
import {
  lacking,
  notAsked,
  notesWithout,
  open,
  type Practice,
  questionnairesWithout,
  type Verdict,
  verdict,
} from './judge.ts';

const WEEKS = 8;
const PUBLIC_WEEKS = 12;

function windowOf({ round }: RoundFacts): Verdict {
  const when = round.actual ?? round.planned;
  if (typeof when !== 'object' || when.to === undefined) return open('The round has no beginning and end yet.');
  if (when.from.length !== 10 || when.to.length !== 10) {
    return open('The round is dated to the month only, so its length cannot be told.');
  }
  const days = daysBetween(when.from, when.to) + 1;
  const said = `The round was open for ${counted(days, 'day')}`;
  if (days >= WEEKS * 7) {
    return verdict([], `${said}; ${PUBLIC_WEEKS} weeks are asked for where the public at large is consulted.`);
  }
  const short = `${said}, less than ${WEEKS} weeks`;
  const missing = round.reason === undefined ? `${short}, and no reason is recorded under reason:.` : undefined;
  return verdict([missing], `${short}, and says why: ${round.reason?.trim() ?? ''}`);
}

function acknowledged(facts: RoundFacts): Verdict {
  const written = facts.notes.filter(({ frontMatter }) => frontMatter.method === 'written-input');
  if (written.length === 0) return notAsked('No written input is counted in this round.');
  const without = notesWithout(facts, written, (note) => note.acknowledged !== undefined);
  return verdict(
    [lacking(without, 'Written inputs without an acknowledged: date')],
    `Receipt of all ${counted(written.length, 'written input')} was acknowledged.`,
  );
}

function invited({ stakeholders, coverage }: RoundFacts): Verdict {
  if (stakeholders.length === 0)
    return { state: 'missing', said: ['stakeholders.yaml lists nobody, so the report cannot say who was asked.'] };
  const asked = stakeholders.filter((one) => one.invited !== undefined).length;
  const heard = coverage.groups.reduce((sum, line) => sum + line.heard, 0);
  const missing = asked === 0 ? 'No stakeholder has an invited: date.' : undefined;
  return verdict(
    [missing],
    `${asked} of ${counted(stakeholders.length, 'stakeholder')} were invited, ${heard} heard in this round.`,
  );
}

function howAndWhen(facts: RoundFacts): Verdict {
  if (facts.notes.length === 0) return open('No consultation is counted in this round yet.');
  const without = notesWithout(facts, facts.notes, (note) => note.received !== undefined);
  return verdict(
    [lacking(without, 'Consultation notes without a received: date')],
    `All ${counted(facts.notes.length, 'consultation')} say how and when they were held, and when their notes came in.`,
  );
}

function coded({ notes, process, inputsOf }: RoundFacts): Verdict {
  const inputs = inputsOf(notes);
  if (inputs.length === 0) return open('No input is counted in this round yet.');
  if (Object.keys(process.codebook ?? {}).length === 0) {
    return { state: 'missing', said: ['The process declares no codebook to sort inputs by.'] };
  }
  const without = inputs.filter(({ input }) => input.codes.length === 0 && input.kinds.length === 0);
  return verdict(
    [
      lacking(
        without.map(({ shown }) => shown),
        'Inputs with neither kind nor code',
      ),
    ],
    `All ${counted(inputs.length, 'input')} have a kind or a code, and a stakeholder group.`,
  );
}

function answered({ notes, answers, inputsOf }: RoundFacts): Verdict {
  const inputs = inputsOf(notes);
  if (inputs.length === 0) return open('No input is counted in this round yet.');
  const without = inputs.filter(({ input }) => !answers.has(input.ref)).map(({ shown }) => shown);
  return verdict(
    [lacking(without, `${without.length} of ${inputs.length} inputs have no response`)],
    `All ${counted(inputs.length, 'input')} have a response with its reason.`,
  );
}

function nearIdentical({ coverage }: RoundFacts): Verdict {
  const { submissions, inputs } = coverage.nearIdentical;
  if (inputs.total === 0) return open('No input is counted in this round yet.');
  return verdict(
    [],
    `${counted(submissions.total, 'submission')}, ${submissions.unique} where near-identical ones count once; ${counted(inputs.total, 'input')}, ${inputs.unique} likewise; groups and samples stand in the report on coverage.`,
  );
}

function permission(facts: RoundFacts): Verdict {
  const stated = ['attribution', 'quote', 'distribution'] as const;
  const without = notesWithout(facts, facts.notes, (note) => stated.every((key) => note[key] !== undefined));
  if (facts.notes.length === 0) return open('No consultation is counted in this round yet.');
  return verdict(
    [lacking(without, 'Consultation notes that do not state attribution, quote and distribution')],
    'Every consultation note states how its contributors may be named, whether they may be quoted, and who may see it.',
  );
}

function chathamHouse(facts: RoundFacts): Verdict {
  if (facts.notes.length === 0) return open('No consultation is counted in this round yet.');
  const named = notesWithout(
    facts,
    facts.notes,
    (note) => note['chatham-house'] !== undefined || note.attribution !== undefined,
  );
  return verdict(
    [lacking(named, 'Consultation notes that leave open whether the Rule holds')],
    'Every consultation note settles whether the Rule holds; no report names, places or counts a consultation under it.',
  );
}

function retention(facts: RoundFacts): Verdict {
  if (facts.notes.length === 0) return open('No consultation is counted in this round yet.');
  const without = notesWithout(facts, facts.notes, (note) => note['retain-until'] !== undefined);
  const over = notesWithout(
    facts,
    facts.notes,
    (note) => (note['retain-until'] ?? '9999') >= facts.today.slice(0, (note['retain-until'] ?? facts.today).length),
  );
  return verdict(
    [
      lacking(without, 'Consultation notes without a retain-until: date'),
      lacking(over, 'Consultation notes kept longer than they say'),
    ],
    'Every consultation note says until when it is kept, and none is kept longer.',
  );
}

function questionnairesSay({ questionnaires }: RoundFacts): Verdict {
  if (questionnaires.length === 0) return { state: 'missing', said: ['There is no questionnaire for this round.'] };
  const told = ['purpose', 'how-inputs-are-used', 'who-sees-the-data', 'right-to-withdraw'] as const;
  const missing = told.map((key) =>
    lacking(
      questionnairesWithout(questionnaires, (front) => (front[key] ?? '') !== ''),
      `Questionnaires that do not say ${key}`,
    ),
  );
  return verdict(
    missing,
    `All ${counted(questionnaires.length, 'questionnaire')} state purpose, use, readers and the right to withdraw.`,
  );
}

function cleared({ questionnaires }: RoundFacts): Verdict {
  if (questionnaires.length === 0) return { state: 'missing', said: ['There is no questionnaire for this round.'] };
  const without = questionnairesWithout(questionnaires, (front) => front.clearance !== undefined);
  return verdict(
    [lacking(without, 'Questionnaires without the core group’s clearance')],
    'The core group cleared every questionnaire before use.',
  );
}

function covered({ coverage }: RoundFacts): Verdict {
  const open = coverage.gaps.filter(({ explanation }) => explanation === undefined).length;
  const all = coverage.gaps.length;
  const sentence = `${counted(open, 'gap')} of ${all} without an explanation; the report on coverage lists them.`;
  return verdict(
    [open > 0 ? sentence : undefined],
    all === 0 ? 'Everything that was planned was reached.' : `All ${counted(all, 'gap')} in coverage are explained.`,
  );
}

function issuedBase({ round, process }: RoundFacts): Verdict {
  const isFirst = process.rounds?.[0]?.id === round.id;
  if (round.on === undefined && isFirst) return notAsked('The first round came before the text.');
  return verdict(
    [round.on === undefined ? 'The round does not say which stage it consults on (on:).' : undefined],
    `The round consults on the stage “${round.on}”.`,
  );
}

function overInTime({ round, today }: RoundFacts): Verdict {
  const when = round.actual ?? round.planned;
  if (when !== undefined && hasEnded(when, today))
    return verdict(
      [round.actual === undefined ? 'The round records no actual dates.' : undefined],
      'Planned and actual dates are recorded.',
    );
  return open('The round is not over.');
}

/** The good practices a round is held against, in the order of its report. */
export const PRACTICES: readonly Practice[] = [
  {
    id: 'purpose',
    title: 'Contributors are told purpose, use, readers and the right to withdraw',
    source: 'General Comment No. 12, para. 134 (a); data-protection practice',
    judge: questionnairesSay,
  },
  { id: 'clearance', title: 'Questionnaires are cleared before use', source: 'Concept note', judge: cleared },
  ...CHILD_PRACTICES,
  {
    id: 'chatham-house',
    title: 'The Chatham House Rule is kept',
    source: 'The Chatham House Rule',
    judge: chathamHouse,
  },
  { id: 'permission', title: 'Permission to publish is recorded', source: 'Citizen Space practice', judge: permission },
  {
    id: 'retention',
    title: 'Nothing is kept longer than needed',
    source: 'Data-protection practice',
    judge: retention,
  },
  {
    id: 'window',
    title: 'There was time to answer: eight weeks, or a recorded reason',
    source: 'European Commission, minimum standards for consultation',
    judge: windowOf,
  },
  {
    id: 'dates',
    title: 'Planned and actual dates are on record',
    source: 'European Commission, minimum standards for consultation',
    judge: overInTime,
  },
  {
    id: 'acknowledgement',
    title: 'Receipt is acknowledged',
    source: 'European Commission, minimum standards for consultation',
    judge: acknowledged,
  },
  {
    id: 'who',
    title: 'The report can say who was asked',
    source: 'European Commission, synopsis report (Better Regulation)',
    judge: invited,
  },
  {
    id: 'how',
    title: 'The report can say how and when they were asked',
    source: 'European Commission, synopsis report (Better Regulation)',
    judge: howAndWhen,
  },
  {
    id: 'what',
    title: 'The report can say what they said, by group',
    source: 'European Commission, synopsis report (Better Regulation)',
    judge: coded,
  },
  {
    id: 'used',
    title: 'The report can say what was used or not, and why',
    source: 'European Commission, synopsis report (Better Regulation)',
    judge: answered,
  },
  {
    id: 'near-identical',
    title: 'Near-identical submissions are grouped, with both totals and a sample',
    source: 'ACUS Recommendation 2021-1',
    judge: nearIdentical,
  },
  {
    id: 'base',
    title: 'The round is on an issued text',
    source: 'United Nations submission guidelines',
    judge: issuedBase,
  },
  {
    id: 'coverage',
    title: 'All groups and levels are covered, or gaps explained',
    source: 'Concept note',
    judge: covered,
  },
];
