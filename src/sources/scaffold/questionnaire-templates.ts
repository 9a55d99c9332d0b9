import type { Group, Process, Round } from '../../model/process.ts';
import type { Setting } from '../../model/questionnaire.ts';
import type { Method } from '../../model/vocabulary.ts';

/** A set of questions that comes with the program. */
export interface QuestionnaireTemplate {
  readonly id: string;
  readonly title: string;
  /** Ids of groups that it fits. */
  readonly fits: RegExp;
  /** How its questions can be put; the first is proposed. */
  readonly settings: readonly Setting[];
  /** Age bands that have questions of their own; the first is proposed. */
  readonly ageBands?: readonly string[];
}

const ADULTS: readonly Setting[] = [
  'written-submission',
  'survey',
  'online-workshop',
  'focus-group',
  'key-informant-interview',
];

/** All templates, in the order in which they are tried on the id of a group. */
export const QUESTIONNAIRE_TEMPLATES: readonly QuestionnaireTemplate[] = [
  {
    id: 'facilitators',
    title: "Children's facilitators",
    fits: /facilita/iu,
    settings: ['survey', 'written-submission'],
  },
  {
    id: 'children',
    title: 'Children',
    fits: /child|adolescent|youth|enfant|jeune|niñ|ninos|ninas|joven/iu,
    // No interview: nobody is alone with a child.
    settings: ['focus-group', 'online-workshop', 'survey', 'written-submission'],
    ageBands: ['13-17', '7-12'],
  },
  {
    id: 'national-human-rights-institutions',
    title: 'National human rights institutions',
    fits: /nhri|human-rights-inst|ombud|defensor|indh/iu,
    settings: ADULTS,
  },
  {
    id: 'un-entities',
    title: 'United Nations entities',
    fits: /(?:^|-)un(?:-|$)|entit|agenc|secretariat/iu,
    settings: ADULTS,
  },
  {
    id: 'member-states',
    title: 'Member States',
    fits: /states?(?:-|$)|(?:^|-)governments?(?:-|$)|missions?(?:-|$)|etats|estados/iu,
    settings: ADULTS,
  },
  { id: 'civil-society', title: 'Civil society', fits: /civil|ngo|cso|ong(?:-|$)/iu, settings: ADULTS },
  { id: 'experts', title: 'Experts', fits: /expert|academ|research|scien/iu, settings: ADULTS },
  { id: 'general', title: 'Any other group', fits: /(?!)/u, settings: ADULTS },
];

/** How consultations in a setting are held, as notes call it. */
export const METHODS_OF_SETTINGS: Readonly<Record<Setting, Method>> = {
  'focus-group': 'in-person-discussion',
  'key-informant-interview': 'interview',
  'online-workshop': 'online-discussion',
  'written-submission': 'written-input',
  survey: 'survey',
};

/**
 * The template that fits a group: by its id, else that for children where the group is under safeguarding.
 *
 * @param group Id and, where the process declares it, safeguarding of the group.
 */
export function templateFor(group: Pick<Group, 'id'> & Partial<Group>): QuestionnaireTemplate {
  const found = QUESTIONNAIRE_TEMPLATES.find(({ fits }) => fits.test(group.id));
  return found ?? templateById(isGuarded(group) ? 'children' : 'general');
}

/** A template by its id; that for any group where there is none of that name. */
export function templateById(id: string): QuestionnaireTemplate {
  const [first] = QUESTIONNAIRE_TEMPLATES;
  const found = QUESTIONNAIRE_TEMPLATES.find((one) => one.id === id) ?? QUESTIONNAIRE_TEMPLATES.at(-1) ?? first;
  if (found === undefined) throw new RangeError('There are no templates.');
  return found;
}

function isGuarded({ safeguarding }: Partial<Group>): boolean {
  return safeguarding !== undefined && safeguarding !== 'not-required';
}

/** Whether a round asks what to write, and not what to make of a draft. */
export function isFirstRound(process: Process, round: Pick<Round, 'id' | 'on'>): boolean {
  return round.on === undefined && (process.rounds ?? []).findIndex(({ id }) => id === round.id) <= 0;
}
