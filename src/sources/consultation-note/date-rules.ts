import type { NoteRule, RuleContext, RuleFinding } from './rule.ts';
import { isBefore, isInCalendar, spanOf } from './when.ts';

/** Keys of a note that hold a date. */
const DATE_KEYS: readonly (readonly string[])[] = [
  ['date'],
  ['received'],
  ['retain-until'],
  ['safeguarding', 'risk-assessment'],
  ['safeguarding', 'feedback-by'],
  ['safeguarding', 'feedback-given'],
];

interface Order {
  readonly check: `notes/${string}`;
  readonly severity: 'error' | 'warning';
  readonly earlier: readonly string[];
  readonly later: readonly string[];
  readonly message: (earlier: string, later: string) => string;
}

/** Pairs of dates of which the second can't lie before the first. */
const ORDERS: readonly Order[] = [
  {
    check: 'notes/received-before-date',
    severity: 'error',
    earlier: ['date'],
    later: ['received'],
    message: (date, received) => `The note was received on ${received}, before the consultation of ${date}.`,
  },
  {
    check: 'notes/retention-before-date',
    severity: 'error',
    earlier: ['date'],
    later: ['retain-until'],
    message: (date, until) => `The note is to be kept until ${until}, before the consultation of ${date}.`,
  },
  {
    check: 'notes/feedback-before-date',
    severity: 'warning',
    earlier: ['date'],
    later: ['safeguarding', 'feedback-by'],
    message: (date, by) => `Feedback is promised by ${by}, before the consultation of ${date}.`,
  },
  {
    check: 'notes/assessment-after-date',
    severity: 'warning',
    earlier: ['safeguarding', 'risk-assessment'],
    later: ['date'],
    message: (assessed, date) => `The risk assessment of ${assessed} came after the consultation of ${date}.`,
  },
];

/** Rules on the dates of a consultation note. */
export const DATE_RULES: readonly NoteRule[] = [impossibleDates, dateOrder, beforeRound, afterRound];

function dateAt({ frontMatter }: RuleContext, path: readonly string[]): string | undefined {
  let value: unknown = frontMatter;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : undefined;
}

function impossibleDates(context: RuleContext): readonly RuleFinding[] {
  return DATE_KEYS.flatMap((path) => {
    const date = dateAt(context, path);
    if (date === undefined || isInCalendar(date)) return [];
    return [
      {
        check: 'notes/impossible-date' as const,
        severity: 'error' as const,
        path,
        message: `"${path.join('.')}" is ${date}, a day that no calendar has.`,
        why: 'Rounds, lateness and retention are worked out from dates.',
        hint: 'Correct the day or the month.',
      },
    ];
  });
}

function dateOrder(context: RuleContext): readonly RuleFinding[] {
  return ORDERS.flatMap(({ check, severity, earlier, later, message }) => {
    const [one, other] = [dateAt(context, earlier), dateAt(context, later)];
    if (one === undefined || other === undefined || !isBefore(other, one)) return [];
    return [
      {
        check,
        severity,
        path: later,
        message: message(one, other),
        why: 'One of the two dates must be wrong, and deadlines are worked out from them.',
        hint: `Correct "${earlier.join('.')}" or "${later.join('.')}".`,
      },
    ];
  });
}

function roundSpan({ frontMatter, process }: RuleContext): ReturnType<typeof spanOf> | undefined {
  const round = process.rounds?.find(({ id }) => id === frontMatter.round);
  const when = round?.actual ?? round?.planned;
  return when === undefined ? undefined : spanOf(when);
}

function beforeRound(context: RuleContext): readonly RuleFinding[] {
  const span = roundSpan(context);
  const { date, round } = context.frontMatter;
  if (span === undefined || !isBefore(date, span.from)) return [];
  return [
    {
      check: 'notes/before-round',
      severity: 'warning',
      path: ['date'],
      message: `The consultation of ${date} took place before round "${round}" began on ${span.from}.`,
      why: 'It may belong to another round, and so to another stage of the text.',
      hint: 'Correct "date" or "round", or the dates of the round in penholder.yaml.',
    },
  ];
}

function afterRound(context: RuleContext): readonly RuleFinding[] {
  const span = roundSpan(context);
  const { date, received, round } = context.frontMatter;
  const came = received ?? date;
  if (span?.to === undefined || !isBefore(span.to, came)) return [];
  return [
    {
      check: 'notes/late',
      severity: 'info',
      path: [received === undefined ? 'date' : 'received'],
      message: `The note came in on ${came}, after round "${round}" had ended on ${span.to}.`,
      why: 'Late inputs are answered like all others; the drafters may want to know.',
    },
  ];
}
