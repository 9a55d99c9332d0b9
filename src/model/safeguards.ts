import type { NoteFrontMatter } from './consultation-note.ts';
import type { Group, SAFEGUARDS } from './process.ts';

/** Something the record of a consultation says was in place. */
export type Safeguard = (typeof SAFEGUARDS)[number];
/** How a consultation is held, as far as safeguarding goes. */
export type Setting = 'session' | 'survey' | 'child-led';

/**
 * What is asked where the process says no more than `safeguarding: required`. In a survey nobody is in a room with an
 * adult, so nothing is assessed beforehand; what children do by themselves needs no facilitator and no guardian's leave.
 */
const DEFAULTS: Readonly<Record<Setting, readonly Safeguard[]>> = {
  session: ['risk-assessment', 'focal-point', 'assent', 'guardian-consent', 'referral-contact', 'feedback-by'],
  survey: ['focal-point', 'assent', 'guardian-consent', 'feedback-by'],
  'child-led': ['focal-point', 'assent', 'feedback-by'],
};

/** Whether consultations with a group are under safeguarding. */
export function isGuarded(group: Pick<Group, 'safeguarding'> | undefined): boolean {
  const rule = group?.safeguarding;
  return rule !== undefined && rule !== 'not-required';
}

/**
 * How a consultation was held, as far as safeguarding goes: a written input of a guarded group is what it wrote itself.
 *
 * @param note Front matter of its note.
 */
export function settingOf({ method, safeguarding }: Pick<NoteFrontMatter, 'method' | 'safeguarding'>): Setting {
  if (safeguarding?.['child-led'] === true || method === 'written-input') return 'child-led';
  return method === 'survey' ? 'survey' : 'session';
}

/**
 * What the record of a consultation must say before its note is taken in; nothing for a group that is not guarded.
 *
 * @param group Its stakeholder group.
 * @param setting How it was held.
 */
export function safeguardsFor(group: Group | undefined, setting: Setting): readonly Safeguard[] {
  const rule = group?.safeguarding;
  if (rule === undefined || rule === 'not-required') return [];
  return (rule === 'required' ? undefined : rule[setting]) ?? DEFAULTS[setting];
}
