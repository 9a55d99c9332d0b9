// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.
// biome-ignore-all format: written by a program
import type { Check } from '../model/contracts.ts';

/** Checks by id. Each loads when it is called. */
export const checks = {
} as const satisfies Readonly<Record<string, () => Promise<Check>>>;

/** Id of one of the checks. */
export type CheckId = keyof typeof checks;

/** Ids of the checks, in order; known without loading any of them. */
export const checkIds: readonly CheckId[] = [];
