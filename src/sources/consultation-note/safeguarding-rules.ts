import { isGuarded, type Safeguard, safeguardsFor, settingOf } from '../../model/safeguards.ts';
import { ATTRIBUTIONS, DISTRIBUTIONS, QUOTES } from '../../model/vocabulary.ts';
import type { NoteRule, RuleContext, RuleFinding } from './rule.ts';

/** Rules that protect who took part. Most hold for groups under safeguarding only. */
export const SAFEGUARDING_RULES: readonly NoteRule[] = [
  incompleteRecord,
  notSought,
  untrained,
  widerThanConsent,
  exactAges,
  smallCounts,
  fullDates,
  mediaConsent,
];

function groupOf({ frontMatter, process }: RuleContext) {
  return process.groups?.find(({ id }) => id === frontMatter.group);
}

/** What is recorded of a consultation, as far as it counts: `false` for training says that it was not given. */
function isRecorded({ frontMatter }: RuleContext, key: Safeguard): boolean {
  return frontMatter.safeguarding?.[key] !== undefined;
}

function incompleteRecord(context: RuleContext): readonly RuleFinding[] {
  const { frontMatter } = context;
  // Who has withdrawn leaves nothing behind that would need a record.
  if (frontMatter.withdrawn !== undefined) return [];
  const setting = settingOf(frontMatter);
  const missing = safeguardsFor(groupOf(context), setting).filter((key) => !isRecorded(context, key));
  if (missing.length === 0) return [];
  return [
    {
      check: 'safeguarding/incomplete-record',
      severity: 'error',
      path: frontMatter.safeguarding === undefined ? ['group'] : ['safeguarding'],
      message: `The record of this ${setting === 'child-led' ? 'child-led consultation' : setting} with the group "${frontMatter.group}" does not say: ${missing.join(', ')}.`,
      why: 'What is not recorded was perhaps not done, and nobody can tell afterwards whether the children were safe and know whom to turn to.',
      hint: 'Ask the focal point and add it under safeguarding:, by role and never by name.',
    },
  ];
}

function notSought(context: RuleContext): readonly RuleFinding[] {
  const record = context.frontMatter.safeguarding;
  const keys = (['assent', 'guardian-consent'] as const).filter((key) => record?.[key] === 'not-sought');
  const missing = (['reason', 'authorised-by'] as const).filter((key) => record?.[key] === undefined);
  if (!isGuarded(groupOf(context)) || missing.length === 0) return [];
  return keys.map((key) => ({
    check: 'safeguarding/not-sought',
    severity: 'error',
    path: ['safeguarding', key],
    message: `"${key}" was not sought, and the note does not say ${missing.includes('reason') ? 'why' : 'which role decided so'}.`,
    why: 'Unaccompanied children and open surveys are not shut out, but going without consent is a decision that somebody answers for.',
    hint: 'Add safeguarding: reason, and authorised-by with the role that decided so, never a name.',
  }));
}

function untrained({ frontMatter }: RuleContext): readonly RuleFinding[] {
  if (frontMatter.safeguarding?.['trained-facilitators'] !== false) return [];
  return [
    {
      check: 'safeguarding/untrained-facilitators',
      severity: 'warning',
      path: ['safeguarding', 'trained-facilitators'],
      message: 'The facilitators of this consultation were not trained for it.',
      why: 'Adults need preparation and skills to let children take part in safety and to know what to do when one of them tells of harm.',
      hint: 'Say to the core group how the risk was met, and have facilitators trained before the next session.',
    },
  ];
}

const WIDTHS = { quote: QUOTES, attribution: ATTRIBUTIONS, distribution: DISTRIBUTIONS } as const;
/** The widest for groups under safeguarding while no wider consent is recorded. */
const UNASKED = { quote: 'paraphrase', attribution: 'organisation', distribution: 'public' } as const;

function widerThanConsent(context: RuleContext): readonly RuleFinding[] {
  const { frontMatter } = context;
  const guarded = isGuarded(groupOf(context));
  return (['quote', 'attribution', 'distribution'] as const).flatMap((key): readonly RuleFinding[] => {
    const said = frontMatter[key];
    const agreed = frontMatter.consent?.[key] ?? (guarded ? UNASKED[key] : undefined);
    const order: readonly string[] = WIDTHS[key];
    if (said === undefined || agreed === undefined || order.indexOf(said) >= order.indexOf(agreed)) return [];
    const recorded = frontMatter.consent?.[key] !== undefined;
    return [
      {
        check: 'safeguarding/wider-than-consent',
        severity: 'error',
        path: [key],
        message: recorded
          ? `"${key}: ${said}" is wider than the consent recorded, which is "${agreed}".`
          : `"${key}: ${said}" needs a consent, and none is recorded for it.`,
        why: 'Who spoke agreed to be heard in one way, and to no other.',
        hint: recorded
          ? `Write "${key}: ${agreed}", or a narrower value.`
          : `Narrow it, or record under consent: ${key} what the contributors agreed to.`,
      },
    ];
  });
}

function exactAges(context: RuleContext): readonly RuleFinding[] {
  const bands = Object.keys(context.frontMatter.participants?.['age-bands'] ?? {});
  if (!bands.some((band) => /^\s*\p{Nd}{1,2}\s*(?:years?)?\s*$/u.test(band) || isOneYear(band))) return [];
  return [
    {
      check: 'safeguarding/exact-age',
      severity: 'error',
      path: ['participants', 'age-bands'],
      message: 'Participants are counted here by single years of age.',
      why: 'An exact age, with the place and the day of a session, can be enough to know who a child is.',
      hint: 'Put the years together into bands such as 7-12 and 13-17.',
    },
  ];
}

function isOneYear(band: string): boolean {
  const [from, to] = band.split(/[-–]/u).map((part) => part.trim());
  return from !== undefined && from !== '' && from === to;
}

/** From this number on, a count says of nobody who they are. */
const SMALLEST_COUNT = 5;

function smallCounts(context: RuleContext): readonly RuleFinding[] {
  if (!isGuarded(groupOf(context))) return [];
  const { total, 'age-bands': bands = {}, gender = {} } = context.frontMatter.participants ?? {};
  const counts: readonly (readonly [path: readonly string[], count: unknown])[] = [
    [['total'], total],
    ...Object.entries(bands).map(([key, count]) => [['age-bands', key], count] as const),
    ...Object.entries(gender).map(([key, count]) => [['gender', key], count] as const),
  ];
  return counts
    .filter(([, count]) => typeof count === 'number' && count > 0 && count < SMALLEST_COUNT)
    .map(([path]) => ({
      check: 'safeguarding/small-count',
      severity: 'error',
      path: ['participants', ...path],
      message: 'Fewer than five children are counted here by their exact number.',
      why: 'So few can be told apart by whoever knows the place or the meeting.',
      hint: `Write "<${SMALLEST_COUNT}" instead of the number.`,
    }));
}

function fullDates(context: RuleContext): readonly RuleFinding[] {
  const rule = groupOf(context)?.safeguarding;
  if (typeof rule !== 'object' || rule.dates !== 'month') return [];
  return (['date', 'received'] as const)
    .filter((key) => (context.frontMatter[key] ?? '').length > '2022-09'.length)
    .map((key) => ({
      check: 'safeguarding/full-date',
      severity: 'error',
      path: [key],
      message: `"${key}" gives the day, and the process wants months for the group "${context.frontMatter.group}".`,
      why: 'The day of a session, with its place, can be enough to know who was there.',
      hint: 'Leave the day out, as in 2022-09.',
    }));
}

function mediaConsent({ frontMatter }: RuleContext): readonly RuleFinding[] {
  return (frontMatter.media ?? []).flatMap(({ consent, published }, index): readonly RuleFinding[] => {
    if (published !== true || consent === 'public') return [];
    return [
      {
        check: 'safeguarding/media-consent',
        severity: 'error',
        path: ['media', index, 'published'],
        message: `This medium is to be published, and the consent recorded for it is for "${consent}" only.`,
        why: 'A drawing, a photo or a voice can tell who somebody is, and can not be taken back once it is out.',
        hint: 'Delete "published: true", or ask its makers and whoever is in it, and record what they agreed to.',
      },
    ];
  });
}
