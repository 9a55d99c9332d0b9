import type { Finding } from '../../model/finding.ts';
import { DATE_RULES } from './date-rules.ts';
import { PROCESS_RULES } from './process-rules.ts';
import type { NoteRule, RuleContext, RuleFinding } from './rule.ts';
import { SAFEGUARDING_RULES } from './safeguarding-rules.ts';

const RULES: readonly NoteRule[] = [
  ...PROCESS_RULES,
  ...DATE_RULES,
  roundFolder,
  chathamHouse,
  participantsSum,
  languageTags,
  ...SAFEGUARDING_RULES,
];

/**
 * What the rules on front matter have to say about a note whose keys are of the right form.
 *
 * @param context Front matter, process and places.
 */
export function frontMatterFindings(context: RuleContext): readonly Finding[] {
  return RULES.flatMap((rule) => rule(context)).map(({ path, ...said }) => ({ ...said, place: context.placeOf(path) }));
}

function roundFolder({ frontMatter, file }: RuleContext): readonly RuleFinding[] {
  const folder = /(?:^|\/)consultations\/([^/]+)\/[^/]+$/u.exec(file)?.[1];
  if (folder === undefined || folder === frontMatter.round) return [];
  return [
    {
      check: 'notes/round-folder',
      severity: 'warning',
      path: ['round'],
      message: `The note lies in the folder of round "${folder}", but says it belongs to round "${frontMatter.round}".`,
      why: 'What the note says counts; people who look in the folder will not find it.',
      hint: `Move it to consultations/${frontMatter.round}/, or correct "round".`,
    },
  ];
}

function chathamHouse({ frontMatter }: RuleContext): readonly RuleFinding[] {
  const { attribution } = frontMatter;
  if (frontMatter['chatham-house'] !== true || (attribution !== 'named' && attribution !== 'organisation')) return [];
  return [
    {
      check: 'notes/chatham-house',
      severity: 'warning',
      path: ['attribution'],
      message: `The note is under the Chatham House Rule, yet its attribution is "${attribution}".`,
      why: 'Under that rule neither a speaker nor an affiliation may leave the room; the rule wins in every output.',
      hint: 'Set attribution to "group" or "none", or remove "chatham-house".',
    },
  ];
}

function participantsSum({ frontMatter }: RuleContext): readonly RuleFinding[] {
  const { total, ...parts } = frontMatter.participants ?? {};
  if (typeof total !== 'number') return [];
  return (['age-bands', 'gender'] as const).flatMap((key) => {
    const counts = Object.values(parts[key] ?? {}).map((count) => (typeof count === 'number' ? count : 1));
    const sum = counts.reduce((one, other) => one + other, 0);
    if (sum <= total) return [];
    return [
      {
        check: 'notes/participants-sum' as const,
        severity: 'warning' as const,
        path: ['participants', key],
        message: `The numbers under "${key}" add up to ${sum}, more than the total of ${total}.`,
        why: 'Coverage tables count participants.',
        hint: 'Correct the total or the numbers.',
      },
    ];
  });
}

function languageTags({ frontMatter }: RuleContext): readonly RuleFinding[] {
  return (frontMatter.languages ?? []).flatMap((language, index) => {
    if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u.test(language)) return [];
    return [
      {
        check: 'notes/language' as const,
        severity: 'warning' as const,
        path: ['languages', index],
        message: `"${language.slice(0, 40)}" is not a language tag.`,
        why: 'Outputs choose fonts and direction by it.',
        hint: 'Use tags such as en, fr, ar, zh-Hans.',
      },
    ];
  });
}
