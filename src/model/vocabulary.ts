/** The fixed words of the process, as tables: one place, used by schemas, messages and templates. */

/** Kinds of input. */
export const INPUT_KINDS = ['gap', 'barrier', 'good-practice', 'recommendation', 'comment', 'process'] as const;
/** A kind of input. */
export type InputKind = (typeof INPUT_KINDS)[number];

/** How a consultation was held. */
export const METHODS = ['in-person-discussion', 'online-discussion', 'interview', 'survey', 'written-input'] as const;
/** How a consultation was held. */
export type Method = (typeof METHODS)[number];

/** How a contributor may be named, from widest to narrowest. */
export const ATTRIBUTIONS = ['named', 'organisation', 'group', 'none'] as const;

/** Whether words may be quoted, from widest to narrowest. */
export const QUOTES = ['verbatim', 'paraphrase', 'no'] as const;

/** Who may see something, from widest to narrowest. */
export const DISTRIBUTIONS = ['public', 'core-group', 'custodian'] as const;

/** Whether somebody speaks for a body or for themselves. */
export const CAPACITIES = ['institutional', 'personal'] as const;

/** At which level a core-group member clears a stage, from lower to higher. */
export const CLEARANCE_LEVELS = ['technical', 'principal'] as const;
/** At which level a core-group member clears a stage. */
export type ClearanceLevel = (typeof CLEARANCE_LEVELS)[number];

/** What became of an input. */
export const RESPONSE_DECISIONS = [
  'accepted',
  'accepted-in-part',
  'noted',
  'not-accepted',
  'out-of-scope',
  'duplicate',
  'deferred',
  'withdrawn',
] as const;
/** What became of an input. */
export type ResponseDecision = (typeof RESPONSE_DECISIONS)[number];

/** What the contributor says to the response. */
export const REACTIONS = ['satisfied', 'not-satisfied', 'no-reply'] as const;

/** Where a section stands. */
export const PARTS = ['front', 'summary', 'body', 'annex'] as const;

/** Reserved name for the text as it stands in the folder. */
export const WORKING = 'working';
