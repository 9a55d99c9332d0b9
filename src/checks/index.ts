// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.
// biome-ignore-all format: written by a program
import type { Check } from '../model/contracts.ts';

/** Checks by id. Each loads when it is called. */
export const checks = {
  'decisions/unknown-stage': async () => (await import('./decisions/unknown-stage.ts')).unknownStage,
  'inputs/missing-id': async () => (await import('./inputs/missing-id.ts')).missingId,
  'inputs/unknown-question': async () => (await import('./inputs/unknown-question.ts')).unknownQuestion,
  'notes/unknown-questionnaire': async () => (await import('./notes/unknown-questionnaire.ts')).unknownQuestionnaire,
  'stakeholders/unknown-group': async () => (await import('./stakeholders/unknown-group.ts')).unknownGroup,
  'stakeholders/unknown-level': async () => (await import('./stakeholders/unknown-level.ts')).unknownLevel,
  'stakeholders/unknown-region': async () => (await import('./stakeholders/unknown-region.ts')).unknownRegion,
  'text/agreed-language-altered': async () => (await import('./text/agreed-language-altered.ts')).agreedLanguageAltered,
  'text/alternative-text': async () => (await import('./text/alternative-text.ts')).alternativeText,
  'text/empty-section': async () => (await import('./text/empty-section.ts')).emptySection,
  'text/open-bracket': async () => (await import('./text/open-bracket.ts')).openBracket,
  'text/unknown-member': async () => (await import('./text/unknown-member.ts')).unknownMember,
  'text/word-limit': async () => (await import('./text/word-limit.ts')).wordLimit,
  'trace/deferred-to': async () => (await import('./trace/deferred-to.ts')).deferredTo,
  'trace/duplicate-of': async () => (await import('./trace/duplicate-of.ts')).duplicateOf,
  'trace/unanswered': async () => (await import('./trace/unanswered.ts')).unanswered,
  'trace/unknown-passage': async () => (await import('./trace/unknown-passage.ts')).unknownPassage,
  'workspace/coverage-gap': async () => (await import('./workspace/coverage-gap.ts')).coverageGap,
  'workspace/short-round': async () => (await import('./workspace/short-round.ts')).shortRound,
  'workspace/tag-missing': async () => (await import('./workspace/tag-missing.ts')).tagMissing,
  'workspace/unused-resource': async () => (await import('./workspace/unused-resource.ts')).unusedResource,
} as const satisfies Readonly<Record<string, () => Promise<Check>>>;

/** Id of one of the checks. */
export type CheckId = keyof typeof checks;

/** Ids of the checks, in order; known without loading any of them. */
export const checkIds: readonly CheckId[] = Object.keys(checks) as CheckId[];

/** Ids of the checks that explain what reading and composing find, and have no work of their own. */
export const readingCheckIds: ReadonlySet<string> = new Set([
]);
